import { rawRows, writeRaw } from '../builders/engines.ts';
import { NotebookDatabase } from '../../renderer/engine/store/notebook-database.ts';

/** The same notebook a second time, row by row, as a copied disk has it. Answers its name. */
export async function copyOfNotebook(name: string): Promise<string> {
  const copy = `copy-of-${name}`;
  const database = new NotebookDatabase(copy);
  await database.open();
  database.close();
  for (const [table, rows] of Object.entries(await rawRows(name))) {
    await writeRaw(copy, table, (store) => rows.forEach((row) => store.put(row.value)));
  }
  return copy;
}

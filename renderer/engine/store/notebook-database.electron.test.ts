import { expect, test } from 'vitest';
import { freshName, rawRows } from '../../../test/builders/engines.ts';
import { NotebookDatabase } from './notebook-database.ts';
import type { Blind, ChangeRow, PairKey } from './rows.ts';

function aRow(record: string, id: string): ChangeRow {
  return { record: record as Blind, id: id as Blind, sealed: new Uint8Array([1]) as ChangeRow['sealed'] };
}

test('a batch is written as a whole or not at all', async () => {
  const name = await freshName();
  const database = new NotebookDatabase(name);
  const unwritable = { id: 'broken' as Blind, sealed: (() => undefined) as unknown as ChangeRow['sealed'] };
  await expect(database.commit({ changes: [aRow('a', '1')], unsent: [aRow('a', '1')], states: [unwritable] })).rejects.toThrow();
  const rows = await rawRows(name);
  expect(Object.values(rows).flat()).toEqual([]);
  await database.commit({ changes: [aRow('a', '1')] });
  expect(await database.changesOf('a' as Blind)).toHaveLength(1);
  database.close();
});

test('every write waits for the disk', async () => {
  const asked: (string | undefined)[] = [];
  const transaction = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    if (mode === 'readwrite') asked.push(options?.durability);
    return transaction.call(this, names, mode, options);
  };
  const database = new NotebookDatabase(await freshName());
  await database.commit({ changes: [aRow('a', '1')] });
  await database.commit({ drafts: [{ id: 'd' as Blind, sealed: aRow('', '').sealed }] });
  IDBDatabase.prototype.transaction = transaction;
  database.close();
  expect(asked).toEqual(['strict', 'strict']);
});

test('all changes are read in pieces, those of one record together', async () => {
  const database = new NotebookDatabase(await freshName());
  const rows = Array.from({ length: 4500 }, (_, number) => aRow(`r${number % 700}`, `c${number}`));
  await database.commit({ changes: rows });
  const read: ChangeRow[] = [];
  for await (const piece of database.allChanges()) read.push(...piece);
  expect(read).toHaveLength(4500);
  expect(new Set(read.map((row) => row.id)).size).toBe(4500);
  const turns = read.filter((row, index) => row.record !== read[index - 1]?.record);
  expect(turns).toHaveLength(700);
  expect(await database.changesOf('r1' as Blind)).toHaveLength(7);
  database.close();
});

test('of many marks exactly those go that were named, wherever the others lie', async () => {
  const database = new NotebookDatabase(await freshName());
  const all = Array.from({ length: 600 }, (_, number) => ({ record: `r${String(number * 7 % 200).padStart(3, '0')}` as Blind, id: `c${number}` as Blind }));
  await database.commit({ unsent: all });
  // Whole records, single marks of others, and some that are not there.
  const goes = all.filter(({ record, id }) => record < 'r090' || id.endsWith('3'));
  await database.commit({ sent: [...goes.map(({ record, id }): PairKey => [record, id]), ['r050' as Blind, 'never' as Blind], ['zz' as Blind, 'never' as Blind]] });
  const stays = all.filter((one) => !goes.includes(one)).map((one) => one.id);
  expect((await database.allUnsent()).map((one) => one.id).toSorted()).toEqual(stays.toSorted());
  expect(stays.length).toBeGreaterThan(100);
  database.close();
});

test('Chromium never makes room by throwing the notebook away', async () => {
  expect(await navigator.storage.persisted()).toBe(true);
});

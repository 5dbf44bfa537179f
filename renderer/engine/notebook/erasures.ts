import { z } from 'zod';
import type { ChangeHash } from '../../../core/ids.ts';
import { eraseContent } from '../../../core/ledger/erasure.ts';
import type { Change } from '../../../core/ledger/change.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { SingleRow } from '../store/rows.ts';
import type { SealedRows } from '../store/sealed-rows.ts';

export const erasuresStateName = 'ledger/erasures';

const schema = z.array(z.string().regex(/^[0-9a-f]{64}$/).transform((text) => text as ChangeHash));

/**
 * The permanent list of changes whose content was ordered to go. Whatever is written to the ledger
 * passes here first, whether it arrived, was imported or comes out of a backup, so that nothing brings
 * content back. The list only grows.
 */
export class Erasures {
  private readonly hashes = new Set<ChangeHash>();

  /** Reads the list. Should its row be damaged, the organisation's orders make it anew at the next exchange. */
  async load(database: NotebookDatabase, rows: SealedRows): Promise<void> {
    const row = await database.readState(rows.stateKey(erasuresStateName));
    if (row === undefined) return;
    const opened = rows.openState(row);
    const read = schema.safeParse(opened.ok ? opened.value : null);
    for (const hash of read.success ? read.data : []) this.hashes.add(hash);
  }

  all(): readonly ChangeHash[] {
    return [...this.hashes];
  }

  /** The change as it may be kept. */
  applied(change: Change): Change {
    return this.hashes.has(change.hash) ? eraseContent(change) : change;
  }

  /** The row that makes these permanent, to be written in the transaction that erases them; `null`: all are known. */
  rowWith(hashes: readonly ChangeHash[], rows: SealedRows): SingleRow | null {
    const fresh = hashes.filter((hash) => !this.hashes.has(hash));
    return fresh.length === 0 ? null : rows.sealState({ name: erasuresStateName, value: [...this.hashes, ...fresh] });
  }

  /** After that transaction. */
  add(hashes: readonly ChangeHash[]): void {
    for (const hash of hashes) this.hashes.add(hash);
  }
}

import type { z } from 'zod';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { Ledger } from '../notebook/ledger.ts';
import type { NamedState, SealedStates, StoreFailure } from '../pouch-seam/pouch-ground.ts';
import type { NotebookDatabase } from './notebook-database.ts';
import type { SealedRows } from './sealed-rows.ts';

/** Rows under a name: settings, the signed profile, the pouch's directory and checkpoints. */
export function sealedStates(database: NotebookDatabase, rows: SealedRows, ledger: Ledger): SealedStates {
  return {
    async read<Schema extends z.ZodType>(name: string, schema: Schema): Promise<Result<z.output<Schema> | null, 'unreadable'>> {
      const row = await database.readState(rows.stateKey(name));
      if (row === undefined) return ok(null);
      const opened = rows.openState(row);
      if (!opened.ok) return failed('unreadable');
      const parsed = schema.safeParse(opened.value);
      return parsed.success ? ok(parsed.data) : failed('unreadable');
    },
    write(states: readonly NamedState[]): Promise<Result<null, StoreFailure>> {
      return ledger.exclusively(() => ledger.keepRows({ states: states.map((state) => rows.sealState(state)) }));
    },
  };
}

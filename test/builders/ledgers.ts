import { newSealKey } from '../../core/crypto/sodium.ts';
import type { DeviceId, PersonId, RecordId } from '../../core/ids.ts';
import type { Change, FieldValue } from '../../core/ledger/change.ts';
import { formatTime } from '../../core/ledger/hybrid-clock.ts';
import { makeChange } from '../../core/ledger/make-change.ts';
import { defaultScheme } from '../../core/markings/default-scheme.ts';
import { kinds, type RecordKind } from '../../core/records/kinds.ts';
import { Ledger, type LedgerParts } from '../../renderer/engine/notebook/ledger.ts';
import type { TodayEntries } from '../../renderer/engine/notebook/today.ts';
import type { DataKey } from '../../renderer/engine/vault/key-slots.ts';
import { NotebookDatabase } from '../../renderer/engine/store/notebook-database.ts';
import { SealedRows } from '../../renderer/engine/store/sealed-rows.ts';
import { vaultKeys } from '../../renderer/engine/vault/vault-keys.ts';
import { good, sensitive } from './engines.ts';

export const me = { person: 'ana' as PersonId, device: 'ana-laptop' as DeviceId };
export const other = { person: 'ben' as PersonId, device: 'ben-laptop' as DeviceId };

/** As long as a test runs: a snapshot is written only where the test asks for it. */
export const never = 2_000_000_000;

export interface TestLedger {
  readonly ledger: Ledger;
  readonly database: NotebookDatabase;
}

export function aDataKey(): Uint8Array {
  return newSealKey();
}

/** A ledger on a store of its own, without a vault around it. Not loaded yet. */
export function aLedger(name: string, dataKey: Uint8Array, parts: Partial<LedgerParts> = {}): TestLedger {
  const database = parts.database ?? new NotebookDatabase(name);
  const ledger = new Ledger({
    database,
    rows: rowsOf(dataKey),
    identity: me,
    now: Date.now,
    scheme: () => defaultScheme,
    emit: () => undefined,
    build: 'this one',
    snapshotRest: never,
    ...parts,
  });
  return { ledger, database };
}

export function rowsOf(dataKey: Uint8Array): SealedRows {
  // Deriving wipes what it derives from.
  return new SealedRows(vaultKeys(Uint8Array.from(dataKey) as DataKey));
}

/** A store that shows no snapshot and keeps none: every history is folded. */
export class Unsnapped extends NotebookDatabase {
  override async readSnapshot(): Promise<{ manifest: undefined; since: [] }> {
    return { manifest: undefined, since: [] };
  }

  override async removePieces(): Promise<void> {}
}

/** An edit of a record by somebody, as the ledger keeps it. */
export function anEditOf(
  record: RecordId,
  kind: RecordKind,
  fields: Readonly<Record<string, FieldValue>>,
  { by = me, parents = [], ms = Date.now() }: { readonly by?: typeof me; readonly parents?: readonly Change['hash'][]; readonly ms?: number } = {},
): Change {
  const change = { record, kind, author: by.person, device: by.device, parents, level: sensitive, act: 'edit', fields } as const;
  return good(makeChange(change, formatTime({ ms, counter: 0 }, by.device)));
}

/** Everything that a ledger says of all records, in one order. */
export async function toldBy(ledger: Ledger): Promise<unknown> {
  await ledger.ready();
  const entries = Object.keys(kinds).flatMap((kind) =>
    [false, true].flatMap((binned) => ledger.catalogue.list(kind as RecordKind, { binned })),
  );
  return {
    entries: entries.toSorted((one, two) => (one.record < two.record ? -1 : 1)),
    unsent: [...ledger.unsent.byRecord()].map(([record, hashes]) => [record, hashes.toSorted()].join(' ')).toSorted(),
    damaged: ledger.damagedRows,
    today: recordsOf(await ledger.today()),
  };
}

export function recordsOf(today: TodayEntries): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(today).map(([name, list]) => [name, list.map((entry) => `${entry.record} ${entry.title}`)]));
}

/** Waits until the snapshot covers everything that was written. */
export async function snapshotTaken({ database }: TestLedger, dataKey: Uint8Array): Promise<void> {
  const key = rowsOf(dataKey).manifestKey();
  for (;;) {
    const { manifest, since } = await database.readSnapshot(key);
    if (manifest !== undefined && since.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

import { derivationFloor } from '../../core/crypto/keys.ts';
import { cryptoReady, randomId } from '../../core/crypto/sodium.ts';
import type { ChangeHash, MarkingId, RecordId } from '../../core/ids.ts';
import { ok, type Result } from '../../core/result.ts';
import type { BackupLock, BackupMade, BackupOut, BackupWriteFailure, PersonInput, RecoveryKit } from '../../renderer/engine/api.ts';
import { createEngine, type Engine, type EngineParts } from '../../renderer/engine/engine.ts';
import type { OpenThePouch, PouchGround } from '../../renderer/engine/pouch-seam/pouch-ground.ts';
import { carrying, stillStanding } from '../../renderer/engine/when-locked.ts';
import { NotebookDatabase } from '../../renderer/engine/store/notebook-database.ts';
import type { RowBatch } from '../../renderer/engine/store/rows.ts';

export const passphrase = 'seven lanterns cross the quiet Drina';
export const sensitive = 'SENSITIVE' as MarkingId;
export const unclassified = 'UNCLASSIFIED' as MarkingId;

export const ana: PersonInput = { name: 'Ana Perić', country: 'HRV', institution: 'DORH' };

/** A database name that no other test uses: all tests share one origin. */
export async function freshName(): Promise<string> {
  await cryptoReady;
  return `test-${randomId<string>()}`;
}

/** A clock that the test moves. */
export interface TestClock {
  (): number;
  ms: number;
}

export function aClock(ms = Date.UTC(2026, 10, 24, 12)): TestClock {
  const clock = (() => clock.ms) as TestClock;
  clock.ms = ms;
  return clock;
}

/** A database whose next write can be made to fail as the browser makes it fail. */
export class FailingDatabase extends NotebookDatabase {
  failWith: string | null = null;

  override async commit(batch: RowBatch): Promise<void> {
    if (this.failWith !== null) throw new DOMException('', this.failWith);
    await super.commit(batch);
  }
}

export interface TestEngine {
  readonly engine: Engine;
  readonly database: FailingDatabase;
  /** What the pouch was given at the last unlock. */
  readonly ground: () => PouchGround;
}

/** An engine whose derivation stays at the floor, with a pouch that does nothing. */
export function anEngine(name: string, parts: Partial<EngineParts> = {}): TestEngine {
  let given: PouchGround | null = null;
  const still: OpenThePouch = async (ground) => {
    given = ground;
    return stillPouch;
  };
  const database = new FailingDatabase(name);
  const calibrate = () => ({ parameters: derivationFloor, time: 300 });
  return {
    engine: createEngine({ name, database, calibrate, openPouch: still, ...parts }),
    database,
    ground: () => {
      if (given === null) throw new Error('the vault was never opened');
      return given;
    },
  };
}

/** An engine with a new, open vault. */
export async function anOpenEngine(parts: Partial<EngineParts> = {}): Promise<TestEngine & { name: string; kit: RecoveryKit }> {
  const name = await freshName();
  const made = anEngine(name, parts);
  const kit = good(await made.engine.vault.createAlone(ana, passphrase));
  return { ...made, name, kit };
}

/** A saved note with nothing but a title. */
export async function aNote(engine: Engine, title: string): Promise<{ readonly record: RecordId; readonly heads: readonly ChangeHash[] }> {
  return good(await engine.notebook.save({ kind: 'note', value: { title }, level: sensitive }));
}

/** Where the backups of a test go: what was written, once it was written to its end. */
export class HeldBackup implements BackupOut {
  readonly pieces: Uint8Array<ArrayBuffer>[] = [];
  ended = false;
  abandoned = false;

  async write(bytes: Uint8Array): Promise<Result<null, BackupWriteFailure>> {
    this.pieces.push(new Uint8Array(bytes));
    return ok(null);
  }

  async end(): Promise<Result<null, BackupWriteFailure>> {
    this.ended = true;
    return ok(null);
  }

  async abandon(): Promise<void> {
    this.abandoned = true;
    this.pieces.length = 0;
  }

  file(): Blob {
    if (!this.ended) throw new Error('a backup that was not written to its end');
    return new Blob(this.pieces);
  }
}

/** A backup of the notebook, with the contents of its files unless they are `left`. */
export async function aBackup(engine: Engine, lock: BackupLock, files: 'taken' | 'left' = 'taken'): Promise<BackupMade & { readonly file: Blob }> {
  const out = new HeldBackup();
  const made = good(await engine.devices.backUp({ lock, files: files === 'taken' }, out));
  return { ...made, file: out.file() };
}

/** The value of a result that must be one. */
export function good<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`unexpected failure: ${result.failure.code}`);
  return result.value;
}

/** The code of a result that must be a failure. */
export function codeOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('unexpected success');
  return result.failure.code;
}

/** Every row of every table as IndexedDB has it, read without the engine. */
export async function rawRows(name: string): Promise<Record<string, { key: IDBValidKey; value: unknown }[]>> {
  const database = await asked(indexedDB.open(name));
  const tables: Record<string, { key: IDBValidKey; value: unknown }[]> = {};
  for (const table of database.objectStoreNames) {
    const store = database.transaction(table).objectStore(table);
    const keys = await asked(store.getAllKeys());
    const values = await asked(database.transaction(table).objectStore(table).getAll());
    tables[table] = keys.map((key, index) => ({ key, value: values[index] as unknown }));
  }
  database.close();
  return tables;
}

/** Writes into a table without the engine: the hand of damage. */
export async function writeRaw(name: string, table: string, work: (store: IDBObjectStore) => void): Promise<void> {
  const database = await asked(indexedDB.open(name));
  const transaction = database.transaction(table, 'readwrite');
  work(transaction.objectStore(table));
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
  });
  database.close();
}

export function asked<Value>(request: IDBRequest<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB gave no answer'));
  });
}

const stillPouch: Awaited<ReturnType<OpenThePouch>> = {
  api: {
    preview: () => Promise.reject(new Error('no pouch in this test')),
    troubles: () => Promise.reject(new Error('no pouch in this test')),
    channel: () => Promise.reject(new Error('no pouch in this test')),
    lower: () => Promise.reject(new Error('no pouch in this test')),
    exchange: () => Promise.reject(new Error('no pouch in this test')),
    cancel: () => Promise.reject(new Error('no pouch in this test')),
    pause: () => Promise.reject(new Error('no pouch in this test')),
    goOn: () => Promise.reject(new Error('no pouch in this test')),
    arrivals: () => Promise.reject(new Error('no pouch in this test')),
    quarantined: () => Promise.reject(new Error('no pouch in this test')),
    vouch: () => Promise.reject(new Error('no pouch in this test')),
    carryOutRemovals: () => Promise.reject(new Error('no pouch in this test')),
  },
  directory: { nameOf: () => null, signKeyOf: () => null, certificates: () => [] },
  standing: async () => stillStanding,
  membership: () => null,
  carrying,
  profileChanged: async () => undefined,
  release: { awaiting: async () => [] },
  fetchFile: async () => ({ ok: false, failure: { code: 'no-channel' } }),
  close: async () => undefined,
};

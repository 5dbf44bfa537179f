import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { AbstractIterator, AbstractLevelDOWN, type Done } from './embedded-parts.ts';

/**
 * The key-value store under the embedded server: Node's own SQLite, so that no native code is built
 * and what was written survives a crash. One file per database; `:memory:` for tests.
 */
type Range = { readonly gt?: unknown; readonly gte?: unknown; readonly lt?: unknown; readonly lte?: unknown; readonly start?: unknown; readonly end?: unknown };
interface IteratorOptions extends Range {
  readonly reverse?: boolean;
  readonly limit?: number;
  readonly keyAsBuffer?: boolean;
  readonly valueAsBuffer?: boolean;
}
interface Operation {
  readonly type: 'put' | 'del';
  readonly key: unknown;
  readonly value?: unknown;
}

function bytesOf(value: unknown): Buffer {
  if (value === null || value === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(value)) return value;
  if (typeof value === 'string') return Buffer.from(value);
  throw new Error('the store keeps texts and bytes only');
}

function asWanted(bytes: Uint8Array, asBuffer: boolean | undefined): Buffer | string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return asBuffer === false ? buffer.toString() : buffer;
}

class SqliteStore extends AbstractLevelDOWN {
  private readonly file: string;
  private database: DatabaseSync | null = null;
  private getter: StatementSync | null = null;
  private putter: StatementSync | null = null;
  private remover: StatementSync | null = null;

  constructor(name: string, file: string) {
    super(name);
    this.file = file;
  }

  _open(_options: unknown, done: Done): void {
    this.database = new DatabaseSync(this.file);
    this.database.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = FULL;
      CREATE TABLE IF NOT EXISTS pairs (key BLOB PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
    `);
    this.getter = this.database.prepare('SELECT value FROM pairs WHERE key = ?');
    this.putter = this.database.prepare('INSERT OR REPLACE INTO pairs (key, value) VALUES (?, ?)');
    this.remover = this.database.prepare('DELETE FROM pairs WHERE key = ?');
    setImmediate(done);
  }

  _close(done: Done): void {
    this.database?.close();
    this.database = null;
    setImmediate(done);
  }

  _get(key: unknown, options: { readonly asBuffer?: boolean }, done: Done): void {
    const row = this.getter?.get(bytesOf(key)) as { value: Uint8Array } | undefined;
    // The word is what levelup recognises as "there is none".
    setImmediate(() => (row === undefined ? done(new Error('NotFound')) : done(null, asWanted(row.value, options.asBuffer))));
  }

  _put(key: unknown, value: unknown, _options: unknown, done: Done): void {
    this._batch([{ type: 'put', key, value }], {}, done);
  }

  _del(key: unknown, _options: unknown, done: Done): void {
    this._batch([{ type: 'del', key }], {}, done);
  }

  _batch(operations: readonly Operation[], _options: unknown, done: Done): void {
    let failure: Error | null = null;
    try {
      this.database?.exec('BEGIN');
      for (const one of operations) {
        if (one.type === 'put') this.putter?.run(bytesOf(one.key), bytesOf(one.value));
        else this.remover?.run(bytesOf(one.key));
      }
      this.database?.exec('COMMIT');
    } catch (cause) {
      if (this.database?.isTransaction === true) this.database.exec('ROLLBACK');
      failure = cause instanceof Error ? cause : new Error('the store cannot be written');
    }
    setImmediate(done, failure);
  }

  _iterator(options: IteratorOptions): SqliteIterator {
    return new SqliteIterator(this, options);
  }

  /** Up to `count` pairs of a range, from `after` on, in the iterator's direction. */
  read(options: IteratorOptions, after: Buffer | null, count: number): { key: Uint8Array; value: Uint8Array }[] {
    const { reverse = false } = options;
    const [lowest, highest] = reverse ? [options.end, options.start] : [options.start, options.end];
    const conditions: string[] = [];
    const values: Buffer[] = [];
    const demand = (operator: string, value: unknown) => {
      if (value === undefined || value === null) return;
      conditions.push(`key ${operator} ?`);
      values.push(bytesOf(value));
    };
    demand('>', options.gt);
    demand('>=', options.gte ?? lowest);
    demand('<', options.lt);
    demand('<=', options.lte ?? highest);
    demand(reverse ? '<' : '>', after);
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
    const sql = `SELECT key, value FROM pairs ${where} ORDER BY key ${reverse ? 'DESC' : 'ASC'} LIMIT ${count}`;
    return (this.database?.prepare(sql).all(...values) ?? []) as { key: Uint8Array; value: Uint8Array }[];
  }
}

/** Values may be a third of a megabyte: few at once. */
const rowsAtOnce = 16;

class SqliteIterator extends AbstractIterator {
  private readonly store: SqliteStore;
  private readonly options: IteratorOptions;
  private rows: { key: Uint8Array; value: Uint8Array }[] = [];
  private last: Buffer | null = null;
  private left: number;

  constructor(store: SqliteStore, options: IteratorOptions) {
    super(store);
    this.store = store;
    this.options = options;
    this.left = options.limit === undefined || options.limit < 0 ? Number.POSITIVE_INFINITY : options.limit;
  }

  _next(done: Done): void {
    if (this.rows.length === 0 && this.left > 0) {
      this.rows = this.store.read(this.options, this.last, Math.min(this.left, rowsAtOnce));
      this.left = this.rows.length < rowsAtOnce ? 0 : this.left - this.rows.length;
    }
    const row = this.rows.shift();
    if (row === undefined) {
      setImmediate(done);
      return;
    }
    this.last = Buffer.from(row.key);
    const { keyAsBuffer, valueAsBuffer } = this.options;
    setImmediate(done, null, asWanted(row.key, keyAsBuffer), asWanted(row.value, valueAsBuffer));
  }
}

/** What PouchDB's level adapter takes as its `db`: a function with a name of its own that opens stores. */
export interface StoreOpener {
  (name: string): object;
  destroy(name: string, done: Done): void;
}

let openers = 0;

/**
 * Opens stores in a folder, or in memory. Each opener has its own name: the adapter keeps open stores
 * by that name, and two servers in one process must not share theirs.
 */
export function sqliteStores(folder: string | 'memory'): StoreOpener {
  const fileOf = (name: string) => (folder === 'memory' ? ':memory:' : join(folder, `${encodeURIComponent(name)}.sqlite`));
  const open = (name: string) => new SqliteStore(name, fileOf(name));
  const destroy = (name: string, done: Done) => {
    if (folder !== 'memory') for (const end of ['', '-wal', '-shm']) rmSync(fileOf(name) + end, { force: true });
    setImmediate(done);
  };
  openers += 1;
  Object.defineProperty(open, 'name', { value: `sqlite${openers}` });
  return Object.assign(open, { destroy });
}

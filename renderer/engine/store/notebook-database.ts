import { Dexie, type Table } from 'dexie';
import type {
  Blind, ChangeRow, HeaderRow, LetterRow, PairKey, RowBatch, SinceRow, SingleRow, SnapshotTurn, UnsentRow,
} from './rows.ts';

/** The last schema version below. */
const schemaVersion = 2;

/** How many rows are read at a time when all are read: bounds the memory of sealed bytes. */
export const rowsPerRead = 2000;

/**
 * The notebook in IndexedDB. Knows tables and rows, not what is in them: sealing is done in front of
 * it (sealed-rows.ts), always before a transaction begins, because a transaction that waits for
 * anything but IndexedDB commits itself.
 *
 * Schema versions are append-only. A version that has been released is never edited; a new one says
 * why it exists and what it does with the rows of the one before.
 */
export class NotebookDatabase extends Dexie {
  private readonly header!: Table<HeaderRow, string>;
  private readonly changes!: Table<ChangeRow, PairKey>;
  private readonly unsent!: Table<UnsentRow, PairKey>;
  private readonly drafts!: Table<SingleRow, Blind>;
  private readonly letters!: Table<LetterRow, PairKey>;
  private readonly outbox!: Table<SingleRow, Blind>;
  private readonly states!: Table<SingleRow, Blind>;
  private readonly catalogue!: Table<SingleRow, Blind>;
  private readonly since!: Table<SinceRow, PairKey>;

  constructor(name: string) {
    // `strict`: a write has happened when the disk has it, not when the cache has (kill -9, power).
    super(name, { chromeTransactionDurability: 'strict' });

    // 1: the first. Changes are keyed by record first, so that a history is read together, in one
    // pass and without a second index to keep; letters by compartment for the same reason.
    this.version(1).stores({
      header: 'id',
      changes: '[record+id]',
      unsent: '[record+id]',
      drafts: 'id',
      letters: '[compartment+id]',
      outbox: 'id',
      states: 'id',
    });

    // 2: folding every history at each unlock took seconds with tens of thousands of records. What
    // lists show of them is kept in sealed pieces (`catalogue`), and every write notes in its own
    // transaction which records those pieces no longer tell the truth about (`since`). Nothing of
    // version 1 changes: without pieces everything is folded once, and they are made from that.
    this.version(2).stores({
      catalogue: 'id',
      since: '[record+id]',
    });
  }

  /**
   * The first thing that is asked of a store. Rejects with a `VersionError` when a later version of
   * the app has written it: Dexie would open it all the same, and nobody here knows its rules.
   */
  async readHeader(): Promise<HeaderRow | undefined> {
    await this.open();
    // Dexie stores its version numbers times ten.
    if (this.backendDB().version > schemaVersion * 10) throw new DOMException('a later schema', 'VersionError');
    return this.header.get('header');
  }

  /** Whether any table but the header's holds anything. */
  async holdsAnything(): Promise<boolean> {
    const counts = await Promise.all(
      [this.changes, this.unsent, this.drafts, this.letters, this.outbox, this.states].map((table) => table.limit(1).count()),
    );
    return counts.some((count) => count > 0);
  }

  /** All changes, some at a time, those of one record next to one another. */
  async *allChanges(atOnce = rowsPerRead): AsyncGenerator<readonly ChangeRow[]> {
    let rows = await this.changes.orderBy(':id').limit(atOnce).toArray();
    for (;;) {
      yield rows;
      const last = rows.at(-1);
      if (last === undefined || rows.length < atOnce) return;
      rows = await this.changes.where(':id').above([last.record, last.id]).limit(atOnce).toArray();
    }
  }

  changesOf(record: Blind): Promise<ChangeRow[]> {
    return this.changes.where(':id').between([record, Dexie.minKey], [record, Dexie.maxKey]).toArray();
  }

  /** The same for several records, in one transaction and without waiting between them. */
  changesOfEach(records: readonly Blind[]): Promise<readonly ChangeRow[][]> {
    return this.transaction('r', this.changes, () => Promise.all(records.map((record) => this.changesOf(record))));
  }

  allUnsent(): Promise<UnsentRow[]> {
    return this.unsent.toArray();
  }

  /** The marks of several records, as changesOfEach reads their changes. */
  unsentOfEach(records: readonly Blind[]): Promise<readonly UnsentRow[][]> {
    return this.transaction('r', this.unsent, () =>
      Promise.all(records.map((record) => this.unsent.where(':id').between([record, Dexie.minKey], [record, Dexie.maxKey]).toArray())),
    );
  }

  /** The snapshot's manifest and what was written since, as they belong together. */
  readSnapshot(manifest: Blind): Promise<{ readonly manifest: SingleRow | undefined; readonly since: readonly SinceRow[] }> {
    return this.transaction('r', [this.catalogue, this.since], async () => ({
      manifest: await this.catalogue.get(manifest),
      since: await this.since.toArray(),
    }));
  }

  /** Pieces of the snapshot, in the order asked for. */
  readPieces(ids: readonly Blind[]): Promise<(SingleRow | undefined)[]> {
    return this.catalogue.bulkGet([...ids]);
  }

  pieceIds(): Promise<Blind[]> {
    return this.catalogue.toCollection().primaryKeys();
  }

  allDrafts(): Promise<SingleRow[]> {
    return this.drafts.toArray();
  }

  lettersOf(compartment: Blind): Promise<LetterRow[]> {
    return this.letters.where(':id').between([compartment, Dexie.minKey], [compartment, Dexie.maxKey]).toArray();
  }

  allParcels(): Promise<SingleRow[]> {
    return this.outbox.toArray();
  }

  readState(id: Blind): Promise<SingleRow | undefined> {
    return this.states.get(id);
  }

  /**
   * Writes a batch in one transaction: all of it or nothing. Resolves when it is durable; rejects
   * with IndexedDB's error (storage-failure.ts names it). The only way in.
   */
  async commit(batch: RowBatch): Promise<void> {
    await this.transaction('rw', this.tables.filter((table) => table !== this.catalogue), async () => {
      if (batch.header !== undefined) await this.header.put(batch.header);
      await putAll(this.changes, batch.changes);
      await putAll(this.unsent, batch.unsent);
      await removeAll(this.unsent, batch.sent);
      await putAll(this.since, batch.since);
      await putAll(this.drafts, batch.drafts);
      await removeAll(this.drafts, batch.draftsGone);
      await putAll(this.letters, batch.letters);
      await putAll(this.outbox, batch.parcels);
      await removeAll(this.outbox, batch.parcelsGone);
      await putAll(this.states, batch.states);
    });
  }

  /**
   * Writes pieces that nothing names yet. Neither this nor the turn waits for the disk: the order of
   * transactions is kept, so what a crash may lose is the end of them, never a piece below its manifest.
   */
  writePieces(rows: readonly SingleRow[]): Promise<void> {
    return this.relaxed([this.catalogue.name], (store) => rows.forEach((row) => store(this.catalogue.name).put(row)));
  }

  /** Makes the pieces that the manifest names the snapshot. */
  turnSnapshot({ manifest, covered, marks, replaced }: SnapshotTurn): Promise<void> {
    return this.relaxed([this.catalogue.name, this.since.name], (store) => {
      const [pieces, since] = [store(this.catalogue.name), store(this.since.name)];
      pieces.put(manifest);
      for (const id of replaced) pieces.delete(id);
      for (const mark of covered) since.delete([mark.record, mark.id]);
      for (const mark of marks) since.put(mark);
    });
  }

  removePieces(ids: readonly Blind[]): Promise<void> {
    return this.relaxed([this.catalogue.name], (store) => ids.forEach((id) => store(this.catalogue.name).delete(id)));
  }

  /** Dexie knows one durability for all of a database's transactions, and that one is strict. */
  private async relaxed(names: readonly string[], work: (store: (name: string) => IDBObjectStore) => void): Promise<void> {
    const database = this.backendDB() as IDBDatabase | null;
    if (database === null) throw new DOMException('the database is closed', 'InvalidStateError');
    const transaction = database.transaction([...names], 'readwrite', { durability: 'relaxed' });
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new DOMException('the transaction was aborted', 'AbortError'));
    });
    work((name) => transaction.objectStore(name));
    await ended;
  }
}

async function putAll<Row, Key>(table: Table<Row, Key>, rows: readonly Row[] | undefined): Promise<void> {
  if (rows !== undefined && rows.length > 0) await table.bulkPut([...rows]);
}

async function removeAll<Row, Key>(table: Table<Row, Key>, keys: readonly Key[] | undefined): Promise<void> {
  if (keys !== undefined && keys.length > 0) await table.bulkDelete([...keys]);
}

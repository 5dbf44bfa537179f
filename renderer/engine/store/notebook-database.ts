import { Dexie, type Table } from 'dexie';
import type {
  Blind, ChangeRow, HeaderRow, LetterRow, PairKey, RowBatch, SingleRow, UnsentRow,
} from './rows.ts';

/** The last schema version below. */
const schemaVersion = 1;

/** How many rows are read at a time when all are read: bounds the memory of sealed bytes. */
const rowsPerRead = 2000;

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

  /** Calls `each` with all changes, those of one record next to one another. */
  async readAllChanges(each: (rows: readonly ChangeRow[]) => void): Promise<void> {
    let rows = await this.changes.orderBy(':id').limit(rowsPerRead).toArray();
    while (rows.length > 0) {
      each(rows);
      const last = rows.at(-1);
      if (last === undefined || rows.length < rowsPerRead) return;
      rows = await this.changes.where(':id').above([last.record, last.id]).limit(rowsPerRead).toArray();
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
    await this.transaction('rw', this.tables, async () => {
      if (batch.header !== undefined) await this.header.put(batch.header);
      await putAll(this.changes, batch.changes);
      await putAll(this.unsent, batch.unsent);
      await removeAll(this.unsent, batch.sent);
      await putAll(this.drafts, batch.drafts);
      await removeAll(this.drafts, batch.draftsGone);
      await putAll(this.letters, batch.letters);
      await putAll(this.outbox, batch.parcels);
      await removeAll(this.outbox, batch.parcelsGone);
      await putAll(this.states, batch.states);
    });
  }
}

async function putAll<Row, Key>(table: Table<Row, Key>, rows: readonly Row[] | undefined): Promise<void> {
  if (rows !== undefined && rows.length > 0) await table.bulkPut([...rows]);
}

async function removeAll<Row, Key>(table: Table<Row, Key>, keys: readonly Key[] | undefined): Promise<void> {
  if (keys !== undefined && keys.length > 0) await table.bulkDelete([...keys]);
}

import { Dexie, type Table } from 'dexie';
import type {
  Blind, ChangeRow, HeaderRow, LetterRow, PairKey, PieceRow, RowBatch, SinceRow, SingleRow, SnapshotTurn, UnsentRow,
} from './rows.ts';
import { GuardedDatabase } from './guarded-database.ts';
import { demandRoom } from './room.ts';
import { removeKeys } from './remove-keys.ts';

/** The last schema version below. */
const schemaVersion = 6;

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
export class NotebookDatabase extends GuardedDatabase {
  private readonly header!: Table<HeaderRow, string>;
  private readonly changes!: Table<ChangeRow, PairKey>;
  private readonly unsent!: Table<UnsentRow, PairKey>;
  private readonly drafts!: Table<SingleRow, Blind>;
  private readonly letters!: Table<LetterRow, PairKey>;
  private readonly outbox!: Table<SingleRow, Blind>;
  private readonly states!: Table<SingleRow, Blind>;
  private readonly catalogue!: Table<SingleRow, Blind>;
  private readonly since!: Table<SinceRow, PairKey>;
  private readonly search!: Table<SingleRow, Blind>;
  private readonly files!: Table<PieceRow, PairKey>;
  private readonly registers!: Table<SingleRow, Blind>;

  constructor(name: string) {
    super(name);

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

    // 3: indexing the words of every record at each unlock took a minute with tens of thousands of
    // records. The index is kept in sealed pieces of its own. Nothing else changes: without pieces, or
    // with pieces that are older than a record, the records are indexed in the background.
    this.version(3).stores({ search: 'id' });

    // 4: attached files. Their pieces are too large for the ledger and are written and read on their
    // own, keyed by file first so that a file goes in one pass. Nothing of version 3 changes.
    this.version(4).stores({
      files: '[file+id]',
    });

    // 5: the registers of transfers and consultations, in sealed pages of linked entries. Where each
    // chain ends is a sealed state, written in the same transaction. Nothing of version 4 changes: the
    // registers of such a notebook begin with the next thing that leaves or is looked at.
    this.version(5).stores({ registers: 'id' });

    // 6: a mark for each record cost a delivery or a download more than its letters did. A row of
    // \`since\` names all records of one write; those of version 5 name one and are read as they are. An
    // app of before would take the snapshot for true of the others, so it must not open this.
    this.version(6).stores({});
  }

  /**
   * The first thing that is asked of a store. Rejects with a `VersionError` when a later version of
   * the app has written it: Dexie would open it all the same, and nobody here knows its rules.
   */
  async readHeader(): Promise<HeaderRow | undefined> {
    await this.openWithRoom();
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
    let reading = this.changes.orderBy(':id').limit(atOnce).toArray();
    for (;;) {
      const rows = await reading;
      const last = rows.at(-1);
      const isLast = last === undefined || rows.length < atOnce;
      // The next rows are read while these are opened.
      if (!isLast) {
        reading = this.changes.where(':id').above([last.record, last.id]).limit(atOnce).toArray();
        reading.catch(() => undefined);
      }
      yield rows;
      if (isLast) return;
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
   * Writes a batch in one transaction: all of it or nothing. Resolves when it is durable, or, where
   * the batch says that it can be fetched again, when it is written; rejects with IndexedDB's error
   * (storage-failure.ts names it). The only way in.
   */
  async commit(batch: RowBatch): Promise<void> {
    // Dexie opens a database that is not open yet, unless it was closed.
    if (this.backendDB() === null) {
      await demandRoom();
      await this.header.count();
    }
    const work = workOf(batch);
    const names = [...new Set(work.map((one) => one.table))];
    if (names.length === 0) return;
    await this.write(batch.repeatable === true ? 'relaxed' : 'strict', names, (store) => {
      for (const { table, puts, removes, marks } of work) {
        for (const row of puts ?? []) store(table).put(row);
        if (marks !== undefined) removeKeys(store(table), marks);
        for (const key of removes ?? []) store(table).delete(key);
      }
      // What is being erased has nothing to lose.
    }, batch.header?.['erasing'] === true);
  }

  /**
   * Writes pieces that nothing names yet. Neither this nor the turn waits for the disk: the order of
   * transactions is kept, so what a crash may lose is the end of them, never a piece below its manifest.
   */
  writePieces(rows: readonly SingleRow[]): Promise<void> {
    return this.write('relaxed', [this.catalogue.name], (store) => rows.forEach((row) => store(this.catalogue.name).put(row)));
  }

  /** Makes the pieces that the manifest names the snapshot. */
  turnSnapshot({ manifest, covered, marks, replaced }: SnapshotTurn): Promise<void> {
    return this.write('relaxed', [this.catalogue.name, this.since.name], (store) => {
      const [pieces, since] = [store(this.catalogue.name), store(this.since.name)];
      pieces.put(manifest);
      for (const id of replaced) pieces.delete(id);
      for (const mark of covered) since.delete([mark.record, mark.id]);
      for (const mark of marks) since.put(mark);
    });
  }

  removePieces(ids: readonly Blind[]): Promise<void> {
    return this.write('relaxed', [this.catalogue.name], (store) => ids.forEach((id) => store(this.catalogue.name).delete(id)));
  }

  readIndexPiece(id: Blind): Promise<SingleRow | undefined> {
    return this.search.get(id);
  }

  readIndexPieces(ids: readonly Blind[]): Promise<(SingleRow | undefined)[]> {
    return this.search.bulkGet([...ids]);
  }

  indexPieceIds(): Promise<Blind[]> {
    return this.search.toCollection().primaryKeys();
  }

  /** Pieces of the search index, and which ones go: all of it or nothing, without waiting for the disk. */
  writeIndex(rows: readonly SingleRow[], gone: readonly Blind[]): Promise<void> {
    return this.write('relaxed', [this.search.name], (store) => {
      const pieces = store(this.search.name);
      for (const row of rows) pieces.put(row);
      for (const id of gone) pieces.delete(id);
    });
  }

  /** Pages of a register, in the order asked for. */
  readRegisterPages(ids: readonly Blind[]): Promise<(SingleRow | undefined)[]> {
    return this.registers.bulkGet([...ids]);
  }

  registerPageIds(): Promise<Blind[]> {
    return this.registers.toCollection().primaryKeys();
  }

  /** Pieces of a file that is still coming: their order is kept, the disk is not waited for. */
  addPieces(rows: readonly PieceRow[]): Promise<void> {
    return this.write('relaxed', [this.files.name], (store) => rows.forEach((row) => store(this.files.name).put(row)));
  }

  /** Resolves when these pieces and all that were added before are durable. */
  async keepPieces(rows: readonly PieceRow[]): Promise<void> {
    await demandRoom();
    await this.files.bulkPut([...rows]);
  }

  readPiece(key: PairKey): Promise<PieceRow | undefined> {
    return this.files.get(key);
  }

  async pieceIdsOf(file: Blind): Promise<readonly Blind[]> {
    const keys = await this.files.where(':id').between([file, Dexie.minKey], [file, Dexie.maxKey]).primaryKeys();
    return keys.map(([, id]) => id);
  }

  async removePiecesOf(file: Blind): Promise<void> {
    await this.files.where(':id').between([file, Dexie.minKey], [file, Dexie.maxKey]).delete();
  }
}

interface TableWork {
  readonly table: string;
  readonly puts?: readonly unknown[] | undefined;
  readonly removes?: readonly Blind[] | undefined;
  /** Rows with keys of two parts. */
  readonly marks?: readonly PairKey[] | undefined;
}

/** What a batch does to each table, puts before removals where both are asked for. */
function workOf(batch: RowBatch): readonly TableWork[] {
  const work: readonly TableWork[] = [
    { table: 'header', puts: batch.header === undefined ? [] : [batch.header] },
    { table: 'changes', puts: batch.changes },
    { table: 'unsent', puts: batch.unsent, marks: batch.sent },
    { table: 'since', puts: batch.since },
    { table: 'drafts', puts: batch.drafts, removes: batch.draftsGone },
    { table: 'letters', puts: batch.letters },
    { table: 'outbox', puts: batch.parcels, removes: batch.parcelsGone },
    { table: 'states', puts: batch.states },
    { table: 'registers', puts: batch.registered, removes: batch.registeredGone },
  ];
  return work.filter(({ puts = [], removes = [], marks = [] }) => puts.length + removes.length + marks.length > 0);
}

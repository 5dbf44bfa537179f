import type { ChangeHash, Instant, PersonId, RecordId } from '../../../core/ids.ts';
import type { Change, HybridTime } from '../../../core/ledger/change.ts';
import { historyOf, unite } from '../../../core/ledger/history.ts';
import { afterSeeing, formatTime, nextReading, type ClockReading } from '../../../core/ledger/hybrid-clock.ts';
import type { History } from '../../../core/ledger/state.ts';
import type { MarkingScheme } from '../../../core/markings/marking.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { EngineEvent } from '../api.ts';
import type { OpenIdentity } from '../pouch-seam/pouch-ground.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { Blind, ChangeRow, RowBatch } from '../store/rows.ts';
import type { SealedRows } from '../store/sealed-rows.ts';
import { attempted, isStorageError, storageFailure, type StorageFailure } from '../store/storage-failure.ts';
import { WriteQueue } from '../store/write-queue.ts';
import { Catalogue, entryOf } from './catalogue.ts';
import { shownRecord, type ShownRecord } from './shown-record.ts';

/** Histories of records that were looked at last are kept open; more than these are read again. */
const historiesKept = 64;

export interface LedgerParts {
  readonly database: NotebookDatabase;
  readonly rows: SealedRows;
  readonly identity: Pick<OpenIdentity, 'person' | 'device'>;
  readonly now: () => Instant;
  readonly scheme: () => MarkingScheme;
  readonly emit: (event: EngineEvent) => void;
}

/** What is written together with changes, in the same transaction. */
export interface Kept {
  readonly changes: readonly Change[];
  /** Own changes are marked as not sent; arrived ones are not. */
  readonly own: boolean;
  readonly rows?: RowBatch;
}

/**
 * All changes of all records: sealed in the database, folded into the catalogue. The one place where
 * changes are written, for the notebook and for the pouch alike. Writes go one after the other
 * (`exclusively`), so a decision made in one still holds when it is written.
 */
export class Ledger {
  readonly catalogue = new Catalogue();
  private readonly parts: LedgerParts;
  private readonly queue = new WriteQueue();
  private readonly histories = new Map<RecordId, History>();
  private shownRecords = new WeakMap<History, ShownRecord>();
  /** Changes that have not gone yet. */
  private readonly unsent = new Map<ChangeHash, RecordId>();
  private reading: ClockReading | null = null;
  private damaged = 0;
  /** Moves with every write, so that a read knows whether one came in between. */
  private generation = 0;

  constructor(parts: LedgerParts) {
    this.parts = parts;
  }

  /** Rows that did not open when the ledger was read. They stay where they are. */
  get damagedRows(): number {
    return this.damaged;
  }

  /** Reads everything and fills the catalogue; also anew, when the marking scheme has changed. */
  async load(): Promise<void> {
    this.generation += 1;
    const marks = new Set((await this.parts.database.allUnsent()).map((row) => row.id));
    this.catalogue.clear();
    this.unsent.clear();
    this.shownRecords = new WeakMap();
    this.damaged = 0;
    let gathering: { readonly record: Blind; readonly changes: Change[] } | null = null;
    await this.parts.database.readAllChanges((rows) => {
      for (const row of rows) {
        if (gathering === null || gathering.record !== row.record) {
          if (gathering !== null) this.fileRecord(gathering.changes);
          gathering = { record: row.record, changes: [] };
        }
        const change = this.openRow(row, marks);
        if (change !== null) gathering.changes.push(change);
      }
    });
    const last = gathering as { readonly changes: Change[] } | null;
    if (last !== null) this.fileRecord(last.changes);
  }

  /** Everything known of a record; empty when it is not here. Rejects when the store cannot be read. */
  async history(record: RecordId): Promise<History> {
    for (;;) {
      const kept = this.histories.get(record);
      if (kept !== undefined) {
        this.remember(record, kept);
        return kept;
      }
      const before = this.generation;
      const rows = await this.parts.database.changesOf(this.parts.rows.recordKey(record));
      // Something was written while this was read: what was read may lack it, and must not be remembered.
      if (before !== this.generation) continue;
      const history = this.openHistory(rows);
      if (history.size > 0) this.remember(record, history);
      return history;
    }
  }

  /** The histories of several records, read together; empty for those that are not here. */
  async historiesOf(records: readonly RecordId[]): Promise<ReadonlyMap<RecordId, History>> {
    for (;;) {
      const before = this.generation;
      const unread = records.filter((record) => !this.histories.has(record));
      const read = await this.parts.database.changesOfEach(unread.map((record) => this.parts.rows.recordKey(record)));
      if (before !== this.generation) continue;
      const found = new Map(unread.map((record, index) => [record, this.openHistory(read[index] ?? [])]));
      return new Map(records.map((record) => [record, this.histories.get(record) ?? found.get(record) ?? new Map()]));
    }
  }

  private openHistory(rows: readonly ChangeRow[]): History {
    const opened = rows.map((row) => this.parts.rows.openChange(row)).filter((read) => read.ok);
    return historyOf(opened.map((read) => read.value));
  }

  /** What a history shows. Worked out once per history: the catalogue, a view and the next save share it. */
  shown<Kind extends RecordKind = RecordKind>(history: History): ShownRecord<Kind> {
    const known = this.shownRecords.get(history);
    if (known !== undefined) return known;
    const record = shownRecord<Kind>(history, { now: this.parts.now(), scheme: this.parts.scheme() });
    this.shownRecords.set(history, record);
    return record;
  }

  unsentByRecord(): ReadonlyMap<RecordId, readonly ChangeHash[]> {
    const byRecord = new Map<RecordId, ChangeHash[]>();
    for (const [hash, record] of this.unsent) {
      const hashes = byRecord.get(record);
      if (hashes === undefined) byRecord.set(record, [hash]);
      else hashes.push(hash);
    }
    return byRecord;
  }

  /**
   * Runs a piece of work that reads, decides and writes, with nothing else in between. A store that
   * cannot be read is a failure like any other; what is not the store's fault still throws.
   */
  async exclusively<Value, Code extends string>(
    work: () => Promise<Result<Value, Code>>,
  ): Promise<Result<Value, Code | StorageFailure | 'vault-locked'>> {
    try {
      const result = await this.queue.run(work);
      return result === 'closed' ? failed('vault-locked') : result;
    } catch (error) {
      if (!isStorageError(error)) throw error;
      return failed(storageFailure(error));
    }
  }

  /** Reads everything anew, with no write in between. */
  async reload(): Promise<void> {
    await this.exclusively(async () => {
      await this.load();
      return ok(null);
    });
  }

  /** The clock's next reading, for a change that is about to be made. */
  nextTime(): HybridTime {
    this.reading = nextReading(this.reading, this.parts.now());
    return formatTime(this.reading, this.parts.identity.device);
  }

  /**
   * Writes changes and whatever belongs to them in one transaction, then files them. Only inside
   * `exclusively`. Answers the changes that were new; known ones are not written again.
   */
  async keep(kept: Kept): Promise<Result<readonly Change[], StorageFailure>> {
    const touched = await this.unitedWith(kept.changes);
    const fresh = [...touched.values()].flatMap((one) => one.fresh);
    const { rows } = this.parts;
    const batch: RowBatch = {
      ...kept.rows,
      changes: fresh.map((change) => rows.sealChange(change)),
      ...(kept.own ? { unsent: fresh.map((change) => rows.unsentMark(change)) } : {}),
    };
    const written = await attempted(() => this.parts.database.commit(batch));
    if (!written.ok) return written;
    this.generation += 1;
    for (const change of fresh) {
      if (kept.own) this.unsent.set(change.hash, change.header.record);
      this.see(change.header.time);
    }
    for (const [record, { history }] of touched) {
      if (this.histories.has(record) || kept.own) this.remember(record, history);
      this.file(history);
    }
    this.tell(fresh);
    return ok(fresh);
  }

  /** Writes rows that hold no changes, and takes marks off. Only inside `exclusively`. */
  async keepRows(batch: RowBatch, sent: readonly ChangeHash[] = []): Promise<Result<null, StorageFailure>> {
    const marks = sent.flatMap((hash) => {
      const record = this.unsent.get(hash);
      return record === undefined ? [] : [this.parts.rows.changeKey(record, hash)];
    });
    const written = await attempted(() => this.parts.database.commit({ ...batch, sent: marks }));
    if (written.ok) for (const hash of sent) this.unsent.delete(hash);
    return written;
  }

  /** Lets writes under way end, takes no more, and forgets everything that was opened. */
  async close(): Promise<void> {
    await this.queue.close();
    this.catalogue.clear();
    this.histories.clear();
    this.unsent.clear();
  }

  private openRow(row: ChangeRow, marks: ReadonlySet<Blind>): Change | null {
    const opened = this.parts.rows.openChange(row);
    if (!opened.ok) {
      this.damaged += 1;
      return null;
    }
    const { hash, header } = opened.value;
    if (marks.has(row.id)) this.unsent.set(hash, header.record);
    this.see(header.time);
    return opened.value;
  }

  private fileRecord(changes: readonly Change[]): void {
    if (changes.length > 0) this.file(historyOf(changes));
  }

  private file(history: History): void {
    const record = this.shown(history);
    this.catalogue.put(entryOf(record, lastAuthor(history, record.whole.changed)));
  }

  private async unitedWith(changes: readonly Change[]): Promise<Map<RecordId, { history: History; fresh: readonly Change[] }>> {
    const touched = new Map<RecordId, { history: History; fresh: readonly Change[] }>();
    for (const [record, arrived] of byRecord(changes)) {
      // A record that the catalogue does not have has no readable rows: nothing to read.
      const before: History = this.catalogue.get(record) === undefined ? new Map() : await this.history(record);
      const history = unite(before, historyOf(arrived));
      const fresh = [...history.values()].filter((change) => before.get(change.hash) !== change && isNews(before, change));
      if (fresh.length > 0) touched.set(record, { history, fresh });
    }
    return touched;
  }

  private see(time: HybridTime): void {
    this.reading = afterSeeing(this.reading, time, this.parts.now()).reading;
  }

  private remember(record: RecordId, history: History): void {
    this.histories.delete(record);
    this.histories.set(record, history);
    const oldest = this.histories.keys().next().value;
    if (this.histories.size > historiesKept && oldest !== undefined) this.histories.delete(oldest);
  }

  private tell(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    const records = new Map(changes.map(({ header }) => [header.record, { record: header.record, kind: header.kind }]));
    this.parts.emit({ type: 'records', records: [...records.values()] });
  }
}

function byRecord(changes: readonly Change[]): ReadonlyMap<RecordId, readonly Change[]> {
  const grouped = new Map<RecordId, Change[]>();
  for (const change of changes) {
    const same = grouped.get(change.header.record);
    if (same === undefined) grouped.set(change.header.record, [change]);
    else same.push(change);
  }
  return grouped;
}

function isNews(before: History, change: Change): boolean {
  const known = before.get(change.hash);
  return known === undefined || (change.content === 'erased' && known.content !== 'erased');
}

function lastAuthor(history: History, time: HybridTime): PersonId {
  for (const change of history.values()) if (change.header.time === time) return change.header.author;
  throw new Error('a record was changed by somebody');
}

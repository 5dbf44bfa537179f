import type { RecordId } from '../../../core/ids.ts';
import type { Change, HybridTime } from '../../../core/ledger/change.ts';
import { eraseContent } from '../../../core/ledger/erasure.ts';
import { historyOf, unite } from '../../../core/ledger/history.ts';
import { formatTime, nextReading } from '../../../core/ledger/hybrid-clock.ts';
import type { History } from '../../../core/ledger/state.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { EngineEvent } from '../api.ts';
import type { OpenIdentity } from '../pouch-seam/pouch-ground.ts';
import type { ChangeRow, RowBatch } from '../store/rows.ts';
import { attempted, isStorageError, storageFailure, type StorageFailure } from '../store/storage-failure.ts';
import { WriteQueue } from '../store/write-queue.ts';
import type { Catalogue, Entry } from './catalogue.ts';
import { Erasures } from './erasures.ts';
import { Register, type Marked, type RegisterParts } from './register.ts';
import type { ShownRecord } from './shown-record.ts';
import type { TodayEntries } from './today.ts';
import type { ChangeOfRecord, UnsentChanges } from './unsent-changes.ts';

/**
 * Histories of records that were looked at, written or received last are kept open; more than these
 * are read again. As many as arrive together, so that they are indexed without being read back.
 */
const historiesKept = 1_024;

export interface LedgerParts extends RegisterParts {
  readonly identity: Pick<OpenIdentity, 'person' | 'device'>;
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
 * All changes of all records, sealed in the database. The one place where changes are written, for
 * the notebook and for the pouch alike; what is known of all records at once is its register. Writes
 * go one after the other (`exclusively`), so a decision made in one still holds when it is written.
 */
export class Ledger {
  private readonly parts: LedgerParts;
  private readonly register: Register;
  private readonly erasures = new Erasures();
  private readonly queue = new WriteQueue();
  private readonly histories = new Map<RecordId, History>();
  /** Moves with every write, so that a read knows whether one came in between. */
  private generation = 0;

  constructor(parts: LedgerParts) {
    this.parts = parts;
    this.register = new Register(parts);
  }

  /** Complete once `ready` has resolved. */
  get catalogue(): Catalogue {
    return this.register.catalogue;
  }

  /** Complete once `ready` has resolved. */
  get unsent(): Pick<UnsentChanges, 'byRecord' | 'recordCount'> {
    return this.register.unsent;
  }

  get damagedRows(): number {
    return this.register.damagedRows;
  }

  /** Fills the register; resolves when Today can be told. */
  async load(): Promise<void> {
    await this.erasures.load(this.parts.database, this.parts.rows);
    await this.register.load();
  }

  /** Resolves when everything about all records is in memory; rejects when the store cannot be read. */
  ready(): Promise<void> {
    return this.register.ready();
  }

  today(): Promise<TodayEntries> {
    return this.register.today();
  }

  /** What lists show of a record; `undefined` when there is none. */
  async entry(record: RecordId): Promise<Entry | undefined> {
    const known = this.catalogue.get(record);
    if (known !== undefined) return known;
    await this.ready();
    return this.catalogue.get(record);
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

  /** The histories of these records, one after the other, out of one reading of everything. What is written meanwhile may not be in them. */
  async *historiesAmong(records: ReadonlySet<RecordId>): AsyncGenerator<readonly [RecordId, History]> {
    const { database, rows: sealed } = this.parts;
    const wanted = new Map([...records].map((record) => [sealed.recordKey(record), record]));
    let gathering: ChangeRow[] = [];
    const gathered = (): readonly (readonly [RecordId, History])[] => {
      const record = gathering[0] === undefined ? undefined : wanted.get(gathering[0].record);
      if (record === undefined) return [];
      return [[record, this.histories.get(record) ?? this.openHistory(gathering)]];
    };
    for await (const rows of database.allChanges()) {
      for (const row of rows) {
        if (!wanted.has(row.record)) continue;
        if (gathering[0] !== undefined && gathering[0].record !== row.record) {
          yield* gathered();
          gathering = [];
        }
        gathering.push(row);
      }
    }
    yield* gathered();
  }

  private openHistory(rows: readonly ChangeRow[]): History {
    return historyOf(rows.map((row) => this.register.openRow(row)).filter((change) => change !== null));
  }

  /** What a history shows. */
  shown<Kind extends RecordKind = RecordKind>(history: History): ShownRecord<Kind> {
    return this.register.shown<Kind>(history);
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
      return failed(await storageFailure(error));
    }
  }

  /** Reads everything anew, with no write in between. */
  async reload(): Promise<void> {
    await this.exclusively(async () => {
      this.generation += 1;
      await this.load();
      return ok(null);
    });
  }

  /** The clock's next reading, for a change that is about to be made. */
  nextTime(): HybridTime {
    const reading = nextReading(this.register.reading, this.parts.now());
    this.register.advance(reading);
    return formatTime(reading, this.parts.identity.device);
  }

  /**
   * Writes changes and whatever belongs to them in one transaction, then files them. Only inside
   * `exclusively`. Answers the changes that were new; known ones are not written again.
   */
  async keep(kept: Kept): Promise<Result<readonly Change[], StorageFailure>> {
    const touched = await this.unitedWith(kept.changes);
    const fresh = [...touched.values()].flatMap((one) => one.fresh);
    const { rows } = this.parts;
    const since = this.markFor(touched.keys());
    const batch: RowBatch = {
      ...kept.rows,
      changes: fresh.map((change) => rows.sealChange(change)),
      ...(kept.own ? { unsent: fresh.map((change) => rows.unsentMark(change)) } : {}),
      since: since.marks,
    };
    const written = await attempted(() => this.parts.database.commit(batch));
    if (!written.ok) return written;
    this.generation += 1;
    for (const change of fresh) {
      if (kept.own) this.register.unsent.add(change.header.record, [change.hash]);
      this.register.see(change.header.time);
    }
    for (const [record, { history }] of touched) {
      this.remember(record, history);
      this.register.file(history);
    }
    this.register.written(since);
    this.tell(fresh);
    return ok(fresh);
  }

  /**
   * Takes the content of some changes out of the notebook, with the rows that belong to it in one
   * transaction. `for-good`: by an order of erasure, on the permanent list, also for what is not here
   * yet. `from-here`: the record went on above what this laptop receives; content that comes there is
   * taken again. Only inside `exclusively`. Answers the records that lost something.
   */
  async erase(changes: readonly ChangeOfRecord[], how: 'for-good' | 'from-here', rows: RowBatch = {}): Promise<Result<readonly RecordId[], StorageFailure>> {
    const histories = await this.historiesOf([...new Set(changes.map((one) => one.record))]);
    const due = changes.flatMap(({ record, change }) => histories.get(record)?.get(change) ?? []).filter((change) => change.content !== 'erased');
    const hashes = how === 'for-good' ? changes.map((one) => one.change) : [];
    const list = this.erasures.rowWith(hashes, this.parts.rows);
    const states = [...(rows.states ?? []), ...(list === null ? [] : [list])];
    const kept = await this.keep({ changes: due.map(eraseContent), own: false, rows: { ...rows, states } });
    if (!kept.ok) return kept;
    this.erasures.add(hashes);
    return ok([...new Set(kept.value.map((change) => change.header.record))]);
  }

  /** Marks changes that are here as not sent, so that they go again, to another compartment. Only inside `exclusively`. */
  async sendAgain(changes: readonly Change[]): Promise<Result<null, StorageFailure>> {
    const { rows, database } = this.parts;
    const since = this.markFor(changes.map((one) => one.header.record));
    const written = await attempted(() => database.commit({ unsent: changes.map((one) => rows.unsentMark(one)), since: since.marks }));
    if (!written.ok) return written;
    for (const one of changes) this.register.unsent.add(one.header.record, [one.hash]);
    this.register.written(since);
    return ok(null);
  }

  /** Writes rows that hold no changes, and takes marks off. Only inside `exclusively`. */
  async keepRows(batch: RowBatch, gone: readonly ChangeOfRecord[] = []): Promise<Result<null, StorageFailure>> {
    const { rows, database } = this.parts;
    const { unsent } = this.register;
    const sent = gone.filter((one) => unsent.has(one));
    const since = this.markFor(sent.map(({ record }) => record));
    const written = await attempted(() =>
      database.commit({ ...batch, sent: sent.map(({ record, change }) => rows.changeKey(record, change)), since: since.marks }),
    );
    if (!written.ok) return written;
    for (const one of sent) unsent.remove(one);
    this.register.written(since);
    return written;
  }

  /** Lets writes under way end, takes no more, and forgets everything that was opened. */
  async close(): Promise<void> {
    await this.queue.close();
    await this.register.close();
    this.histories.clear();
  }

  /** One for a write, however many records' entries it makes old. */
  private markFor(records: Iterable<RecordId>): Marked {
    const all = [...new Set(records)];
    const [first, ...others] = all;
    return { records: all, marks: first === undefined ? [] : [this.parts.rows.sinceMark([first, ...others])] };
  }

  private async unitedWith(changes: readonly Change[]): Promise<Map<RecordId, { history: History; fresh: readonly Change[] }>> {
    const arrived = byRecord(changes.map((change) => this.erasures.applied(change)));
    const known: RecordId[] = [];
    for (const [record, some] of arrived) if (await this.isKnown(record, some)) known.push(record);
    const histories = await this.historiesOf(known);
    const touched = new Map<RecordId, { history: History; fresh: readonly Change[] }>();
    for (const [record, some] of arrived) {
      const before = this.withoutWithheld(histories.get(record) ?? new Map(), some);
      const history = unite(before, historyOf(some));
      const fresh = [...history.values()].filter((change) => before.get(change.hash) !== change && isNews(before, change));
      if (fresh.length > 0) touched.set(record, { history, fresh });
    }
    return touched;
  }

  /** Content that went with a raised record and was not ordered to be erased comes back with whoever may send it. */
  private withoutWithheld(history: History, arrived: readonly Change[]): History {
    const back = arrived.filter((change) => change.content !== 'erased' && history.get(change.hash)?.content === 'erased');
    if (back.length === 0) return history;
    const returning = new Set(back.map((change) => change.hash));
    return new Map([...history].filter(([hash]) => !returning.has(hash)));
  }

  /**
   * A record that the catalogue does not have has no readable rows. Before the catalogue is whole that
   * can be said only of one that begins here.
   */
  private async isKnown(record: RecordId, changes: readonly Change[]): Promise<boolean> {
    if (this.catalogue.get(record) === undefined && changes.some((change) => change.header.parents.length > 0)) await this.ready();
    return this.catalogue.get(record) !== undefined;
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

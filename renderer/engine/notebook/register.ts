import type { ChangeHash, Instant, PersonId, RecordId } from '../../../core/ids.ts';
import type { Change, HybridTime } from '../../../core/ledger/change.ts';
import { historyOf } from '../../../core/ledger/history.ts';
import { afterSeeing, type ClockReading } from '../../../core/ledger/hybrid-clock.ts';
import type { History } from '../../../core/ledger/state.ts';
import type { MarkingScheme } from '../../../core/markings/marking.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { OpenIdentity } from '../pouch-seam/pouch-ground.ts';
import { rowsPerRead, type NotebookDatabase } from '../store/notebook-database.ts';
import type { Blind, ChangeRow, SinceRow } from '../store/rows.ts';
import type { SealedRows } from '../store/sealed-rows.ts';
import { Catalogue, entryOf, versionOf, type Entry } from './catalogue.ts';
import { shownRecord, type ShownRecord } from './shown-record.ts';
import { frontOf, todayFromFront, type Front } from './snapshot/front.ts';
import { SnapshotReader, type FoundSnapshot } from './snapshot/snapshot-reader.ts';
import { SnapshotWriter } from './snapshot/snapshot-writer.ts';
import { rulesOf, type Manifest, type StoredRecord } from './snapshot/stored-catalogue.ts';
import { chooseForToday, localDay, perList, type TodayEntries, type TodayGround } from './today.ts';
import { UnsentChanges } from './unsent-changes.ts';

/** Records that were written to since the snapshot and are read together. */
const recordsAtOnce = 200;
/** Rows read together while somebody may be waiting for an answer. */
const rowsInBackground = 200;

export interface RegisterParts {
  readonly identity: Pick<OpenIdentity, 'person'>;
  readonly database: NotebookDatabase;
  readonly rows: SealedRows;
  readonly now: () => Instant;
  readonly scheme: () => MarkingScheme;
  /** Which build of the app this is: another one may work entries out otherwise. */
  readonly build: string;
  readonly snapshotRest: number;
}

/** Records whose entries a write makes old, and the mark that says so; none without records. */
export interface Marked {
  readonly records: readonly RecordId[];
  readonly marks: readonly SinceRow[];
}

/**
 * What is known of all records without opening them: the catalogue, what has not gone, the clock. At
 * unlock it comes from the snapshot: first what Today needs and what was written since, then, while
 * the person is at work already, everything else. Without a snapshot every history is folded once.
 *
 * Whatever is filed from a history is never replaced by what a snapshot says.
 */
export class Register {
  readonly catalogue = new Catalogue();
  readonly unsent = new UnsentChanges();
  private readonly parts: RegisterParts;
  private readonly reader: SnapshotReader;
  private readonly writer: SnapshotWriter;
  private shownRecords = new WeakMap<History, ShownRecord>();
  /** Records whose fold depends on the clock. */
  private readonly unsettled = new Set<RecordId>();
  private readonly damaged = new Set<string>();
  private clock: ClockReading | null = null;
  private front: Omit<Front, 'entries'> | null = null;
  private whole: Promise<void> = Promise.resolve();
  private complete = false;
  private closed = false;

  constructor(parts: RegisterParts) {
    this.parts = parts;
    const { database, rows, snapshotRest: rest } = parts;
    this.reader = new SnapshotReader(database, rows);
    this.writer = new SnapshotWriter({
      database,
      rows,
      rest,
      source: {
        recordCount: () => this.catalogue.size,
        piece: (records) => records.flatMap((record) => this.stored(this.catalogue.get(record))),
        manifest: (pieces) => this.manifest(pieces),
        unsettled: () => this.unsettled,
      },
    });
  }

  /** Rows that did not open when they were last read. They stay where they are. */
  get damagedRows(): number {
    return this.damaged.size;
  }

  /** The latest clock that was seen. */
  get reading(): ClockReading | null {
    return this.clock;
  }

  /** Resolves when every record is in the catalogue; rejects when the store cannot be read. */
  ready(): Promise<void> {
    return this.whole;
  }

  /** Whether everything has been read; until then a record that is not in the catalogue may exist. */
  get isWhole(): boolean {
    return this.complete;
  }

  /** Fills everything anew: at unlock, and when the marking scheme has changed. Resolves when Today can be told. */
  async load(): Promise<void> {
    await this.whole.catch(() => undefined);
    await this.writer.reset();
    this.clear();
    const whole = Promise.withResolvers<void>();
    this.whole = whole.promise;
    // Whoever needs the rest is told when it cannot be read; nobody may be waiting.
    whole.promise.catch(() => undefined);
    try {
      const found = await this.reader.find(this.rules());
      if (found === null) {
        await this.foldAll();
        whole.resolve();
      } else {
        await this.takeFront(found);
        this.readRest(found.manifest).then(whole.resolve, whole.reject);
      }
    } catch (error) {
      whole.reject(error);
      throw error;
    }
  }

  /** What a history shows. Worked out once per history: the catalogue, a view and the next save share it. */
  shown<Kind extends RecordKind = RecordKind>(history: History): ShownRecord<Kind> {
    const known = this.shownRecords.get(history);
    if (known !== undefined) return known;
    const record = shownRecord<Kind>(history, { now: this.parts.now(), scheme: this.parts.scheme() });
    this.shownRecords.set(history, record);
    return record;
  }

  /** The change in a row, if it opens. Every row of changes that is read passes here. */
  openRow(row: ChangeRow): Change | null {
    const opened = this.parts.rows.openChange(row);
    if (opened.ok) return opened.value;
    this.damaged.add(`${row.record}/${row.id}`);
    return null;
  }

  /** Enters what a history says. */
  file(history: History): void {
    const shown = this.shown(history);
    const { record, changed, fromTheFuture } = shown.whole;
    this.catalogue.put(entryOf(shown, { changedBy: lastAuthor(history, changed), version: versionOf(history, shown) }));
    if (fromTheFuture.length > 0) this.unsettled.add(record);
    else this.unsettled.delete(record);
  }

  /** After a write: its mark is in the store, its records are filed. */
  written({ records, marks }: Marked): void {
    for (const record of records) this.writer.written(record, marks);
  }

  see(time: HybridTime): void {
    this.clock = afterSeeing(this.clock, time, this.parts.now()).reading;
  }

  /** The clock moves on for a change that is about to be made. */
  advance(reading: ClockReading): void {
    this.clock = reading;
  }

  /** Today's lists: from what is there already if that is enough, otherwise from everything. */
  async today(): Promise<TodayEntries> {
    const now = this.ground();
    const early = this.front === null ? null : todayFromFront(this.front, this.catalogue.all(), now);
    if (early !== null) return early;
    await this.whole;
    const few = chooseForToday(this.catalogue.all(), now);
    return perList((name) => few[name].items);
  }

  /** Stops what is under way and forgets everything. Nothing is opened or sealed after this resolves. */
  async close(): Promise<void> {
    this.closed = true;
    await this.writer.stop();
    await this.whole.catch(() => undefined);
    this.clear();
  }

  private ground(): TodayGround {
    return { today: localDay(this.parts.now()), me: this.parts.identity.person };
  }

  private rules(): string {
    return rulesOf(this.parts.build, this.parts.scheme());
  }

  private clear(): void {
    this.catalogue.clear();
    this.unsent.clear();
    this.unsettled.clear();
    this.damaged.clear();
    this.shownRecords = new WeakMap();
    this.front = null;
    this.complete = false;
  }

  private manifest(pieces: readonly Blind[]): Manifest {
    const { day, ends, entries } = frontOf(this.catalogue.all(), this.ground());
    const front = entries.flatMap((entry) => this.stored(entry));
    return { rules: this.rules(), pieces, front, day, ends, reading: this.clock, damaged: [...this.damaged] };
  }

  private stored(entry: Entry | undefined): readonly StoredRecord[] {
    return entry === undefined ? [] : [{ entry, unsent: this.unsent.of(entry.record) }];
  }

  private async takeFront(found: FoundSnapshot): Promise<void> {
    const { front, day, ends, reading, damaged } = found.manifest;
    this.clock = reading;
    for (const row of damaged) this.damaged.add(row);
    await this.replay(found);
    for (const stored of front) this.take(stored);
    this.front = { day, ends };
  }

  /** Enters a record as the snapshot has it, unless something newer is here. */
  private take({ entry, unsent }: StoredRecord): void {
    if (this.catalogue.get(entry.record) !== undefined) return;
    this.catalogue.put(entry);
    this.unsent.add(entry.record, unsent);
  }

  /** Folds the records that were written to since the snapshot. */
  private async replay({ since }: FoundSnapshot): Promise<void> {
    const marked = [...since.keys()];
    for (let at = 0; at < marked.length; at += recordsAtOnce) {
      const records = marked.slice(at, at + recordsAtOnce);
      const [changes, unsent] = await Promise.all([
        this.parts.database.changesOfEach(records),
        this.parts.database.unsentOfEach(records),
      ]);
      records.forEach((blind, index) => {
        const marks = new Set((unsent[index] ?? []).map((row) => row.id));
        const record = this.fileRows(changes[index] ?? [], marks);
        if (record !== null) this.writer.written(record, since.get(blind) ?? []);
      });
    }
  }

  /** Reads the pieces; folds what none of them had, in case one did not open. */
  private async readRest(manifest: Manifest): Promise<void> {
    await this.reader.tidy(manifest).catch(() => undefined);
    let read = 0;
    for await (const [id, piece] of this.reader.pieces(manifest)) {
      if (this.closed) return;
      read += 1;
      this.writer.adopt(id, piece.map(({ entry }) => entry.record));
      for (const stored of piece) this.take(stored);
    }
    if (read < manifest.pieces.length) await this.fill(rowsInBackground);
    this.finish();
  }

  private async foldAll(): Promise<void> {
    await this.fill(rowsPerRead);
    this.finish();
  }

  private finish(): void {
    if (this.closed) return;
    this.front = null;
    this.complete = true;
    for (const { record } of this.catalogue.all()) this.writer.require(record);
    this.writer.start();
  }

  /** Reads all changes and folds every record that is not in the catalogue. */
  private async fill(rowsAtOnce: number): Promise<void> {
    const unsent = new Set((await this.parts.database.allUnsent()).map((row) => row.id));
    let gathering: ChangeRow[] = [];
    for await (const rows of this.parts.database.allChanges(rowsAtOnce)) {
      if (this.closed) return;
      for (const row of rows) {
        if (gathering[0] !== undefined && gathering[0].record !== row.record) {
          this.fileRows(gathering, unsent);
          gathering = [];
        }
        gathering.push(row);
      }
    }
    this.fileRows(gathering, unsent);
  }

  /** Files the record that these rows are all of; `null` when none of them opens. */
  private fileRows(rows: readonly ChangeRow[], unsent: ReadonlySet<Blind>): RecordId | null {
    const changes: Change[] = [];
    const marked: ChangeHash[] = [];
    for (const row of rows) {
      const change = this.openRow(row);
      if (change === null) continue;
      changes.push(change);
      if (unsent.has(row.id)) marked.push(change.hash);
      this.see(change.header.time);
    }
    const record = changes[0]?.header.record;
    if (record === undefined) return null;
    if (this.catalogue.get(record) === undefined) {
      this.file(historyOf(changes));
      this.unsent.add(record, marked);
    }
    return record;
  }
}

function lastAuthor(history: History, time: HybridTime): PersonId {
  for (const change of history.values()) if (change.header.time === time) return change.header.author;
  throw new Error('a record was changed by somebody');
}

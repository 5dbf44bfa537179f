import type { RecordId } from '../../../core/ids.ts';
import type { History } from '../../../core/ledger/state.ts';
import { forgetWords } from '../../../core/text/words-of.ts';
import { versionOf } from '../notebook/catalogue.ts';
import type { Ledger } from '../notebook/ledger.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { SealedRows } from '../store/sealed-rows.ts';
import { isStorageError } from '../store/storage-failure.ts';
import { documentTerms } from './document-terms.ts';
import { IndexSnapshot } from './index-snapshot.ts';
import { TextIndex } from './text-index.ts';

export interface IndexerParts {
  readonly ledger: Ledger;
  readonly database: NotebookDatabase;
  readonly rows: SealedRows;
  readonly build: string;
  /** Milliseconds without a write after which the snapshot is brought up to date. */
  readonly rest: number;
  /** Told when everything has been indexed. */
  readonly whole: () => void;
}

/** Records read and indexed together: some 10 ms of the worker, then whoever waits has their turn. */
const recordsAtOnce = 16;
/** So few are indexed before a question is answered: what was saved a moment ago is found. */
const fewWaiting = 64;
/** Milliseconds after a write before it is indexed: who wrote goes first. */
const politeness = 30;
/** Milliseconds until a snapshot that could not be written is tried again. */
const pauseAfterFailure = 60_000;

/** Lets everything else in the worker have its turn. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

/**
 * Keeps the index true to the ledger: at unlock from its snapshot, then after every write and every
 * reception, in the background and a few records at a time. Nothing waits for it but a question.
 */
export class Indexer {
  readonly index = new TextIndex();
  private readonly parts: IndexerParts;
  private readonly snapshot: IndexSnapshot;
  private readonly waiting = new Set<RecordId>();
  private readonly loaded: Promise<void>;
  private working: Promise<void> | null = null;
  private inHand: Promise<void> | null = null;
  private writing: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private isLoaded = false;
  private closed = false;
  /** How many records were to be indexed when it began; 0 when there is nothing under way. */
  private begun = 0;

  constructor(parts: IndexerParts) {
    this.parts = parts;
    this.snapshot = new IndexSnapshot(parts.database, parts.rows, parts.build);
    this.loaded = this.load();
    // Whoever asks is told that the store cannot be read; nobody may be asking.
    this.loaded.catch(() => undefined);
  }

  /** How far it has come; `null` when every record is in the index. */
  get progress(): { readonly done: number; readonly total: number } | null {
    if (this.waiting.size === 0) return null;
    return { done: Math.max(0, this.begun - this.waiting.size), total: Math.max(this.begun, this.waiting.size) };
  }

  /** These records were written to. */
  touched(records: Iterable<RecordId>): void {
    for (const record of records) {
      // What was written last comes to the end: it is taken first.
      this.waiting.delete(record);
      this.waiting.add(record);
    }
    this.begun = Math.max(this.begun, this.waiting.size);
    if (this.isLoaded) this.begin(politeness);
  }

  /** Resolves when the index can be asked: from the snapshot, with what was written last where that is little. */
  async ready(): Promise<void> {
    await this.loaded;
    while (!this.closed && (this.inHand !== null || this.waiting.size > 0) && this.waiting.size <= fewWaiting) await this.indexSome();
  }

  /** Resolves when every record is in the index. */
  async whole(): Promise<void> {
    await this.loaded;
    while (!this.closed && this.waiting.size > 0) {
      this.begin(0);
      await this.working;
    }
  }

  /** Nothing is opened or sealed after this resolves. */
  async close(): Promise<void> {
    this.closed = true;
    if (this.timer !== null) clearTimeout(this.timer);
    await this.loaded.catch(() => undefined);
    await this.working;
    await this.writing;
    this.waiting.clear();
    forgetWords();
  }

  private async load(): Promise<void> {
    const { ledger } = this.parts;
    await ledger.ready();
    const current = (record: RecordId, version: number) => ledger.catalogue.get(record)?.version === version;
    await this.snapshot.read(this.index, current, () => this.mayGoOn()).catch((error: unknown) => {
      if (!isStorageError(error)) throw error;
    });
    if (this.closed) return;
    for (const { record, version } of ledger.catalogue.all()) if (this.index.versionOf(record) !== version) this.waiting.add(record);
    this.begun = this.waiting.size;
    this.isLoaded = true;
    if (this.waiting.size > 0 || this.index.segments.some((segment) => segment.dirty)) this.begin(politeness);
    else this.parts.whole();
  }

  private begin(wait: number): void {
    if (this.closed || this.working !== null) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    const work = async () => {
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      while (!this.closed && this.waiting.size > 0) {
        await this.indexSome();
        await breath();
      }
    };
    this.working = work()
      .catch((error: unknown) => {
        if (!isStorageError(error)) throw error;
      })
      .finally(() => {
        this.working = null;
        if (this.closed || this.waiting.size > 0) return;
        this.begun = 0;
        this.parts.whole();
        this.scheduleWriting(this.parts.rest);
      });
  }

  /** Some of what waits; whoever asks while others are in hand waits for those. */
  private indexSome(): Promise<void> {
    this.inHand ??= this.takeSome().finally(() => {
      this.inHand = null;
    });
    return this.inHand;
  }

  private async takeSome(): Promise<void> {
    const { ledger } = this.parts;
    // The last first: it is what somebody looks for next, and after a download it is what is still open in memory.
    const records = [...this.waiting].slice(-recordsAtOnce);
    // Taken out before they are read: one that is written to meanwhile comes back.
    for (const record of records) this.waiting.delete(record);
    const histories = await ledger.historiesOf(records).catch((error: unknown) => {
      for (const record of records) this.waiting.add(record);
      throw error;
    });
    if (this.closed) return;
    for (const [record, history] of histories) this.indexOne(record, history);
  }

  private indexOne(record: RecordId, history: History): void {
    const { ledger } = this.parts;
    if (history.size === 0 || ledger.catalogue.get(record) === undefined) {
      this.index.remove(record);
      return;
    }
    const shown = ledger.shown(history);
    const version = versionOf(history, shown);
    if (this.index.versionOf(record) !== version) this.index.put(record, version, documentTerms(shown.whole.kind, shown.value));
  }

  private scheduleWriting(wait: number): void {
    if (this.closed) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      if (this.writing !== null || this.working !== null) return;
      this.writing = this.snapshot
        .write(this.index, () => this.mayGoOn())
        .catch((error: unknown) => {
          if (!isStorageError(error)) throw error;
          this.scheduleWriting(pauseAfterFailure);
        })
        .finally(() => {
          this.writing = null;
          if (this.timer === null && this.index.segments.some((segment) => segment.dirty)) this.scheduleWriting(this.parts.rest);
        });
    }, wait);
  }

  private async mayGoOn(): Promise<'go' | 'stop'> {
    await breath();
    return this.closed ? 'stop' : 'go';
  }
}

import type { RecordId } from '../../../../core/ids.ts';
import type { NotebookDatabase } from '../../store/notebook-database.ts';
import type { Blind, SinceRow, SingleRow } from '../../store/rows.ts';
import type { SealedRows } from '../../store/sealed-rows.ts';
import { isStorageError } from '../../store/storage-failure.ts';
import { Shelves, type DirtyShelf } from './shelves.ts';
import type { Manifest, Piece } from './stored-catalogue.ts';

/** Pieces in one transaction: between two of them the worker answers whoever waits. */
const piecesAtOnce = 2;
/** More marks than this, and than a twentieth of all records, are not left for the next unlock to read. */
const fewMarks = 512;
/** Milliseconds until a snapshot that could not be written is tried again. */
const pauseAfterFailure = 60_000;

/** What the snapshot is taken of. Asked between two tasks of the worker, so the answers belong together. */
export interface SnapshotSource {
  readonly recordCount: () => number;
  readonly piece: (records: readonly RecordId[]) => Piece;
  readonly manifest: (pieces: readonly Blind[]) => Manifest;
  /** Records whose fold depends on the clock: they stay marked, to be folded anew at each unlock. */
  readonly unsettled: () => ReadonlySet<RecordId>;
}

export interface SnapshotWriterParts {
  readonly database: NotebookDatabase;
  readonly rows: SealedRows;
  readonly source: SnapshotSource;
  /** Milliseconds without a write after which the snapshot is brought up to date. */
  readonly rest: number;
}

/**
 * Keeps the snapshot up to date in the background. New pieces are written beside the old ones; then
 * one transaction makes them count and takes off the marks that were there when they were begun. A
 * process that ends anywhere in between leaves the snapshot before, with all its marks.
 */
export class SnapshotWriter {
  private readonly parts: SnapshotWriterParts;
  private readonly shelves = new Shelves();
  /** Marks of writes that are in the catalogue already, by record; one write's records share theirs and come together. */
  private marks = new Map<RecordId, readonly SinceRow[]>();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private running: Promise<void> | null = null;
  private state: 'waiting' | 'on' | 'stopped' = 'waiting';

  constructor(parts: SnapshotWriterParts) {
    this.parts = parts;
  }

  /** Takes over a piece that stands. */
  adopt(piece: Blind, records: readonly RecordId[]): void {
    this.shelves.adopt(piece, records);
  }

  /** The record must be in some piece, be it a new one. */
  require(record: RecordId): void {
    this.shelves.require(record);
  }

  /** A record was written to, with these marks in the same transaction. To be told after its entry is filed. */
  written(record: RecordId, marks: readonly SinceRow[]): void {
    this.marks.set(record, [...(this.marks.get(record) ?? []), ...marks]);
    if (this.state !== 'on') return;
    this.shelves.touch(record);
    this.schedule(this.tooManyMarks() ? 0 : this.parts.rest);
  }

  /** The catalogue is whole from now on: the snapshot may be written. */
  start(): void {
    if (this.state === 'stopped') return;
    this.state = 'on';
    for (const record of this.marks.keys()) this.shelves.touch(record);
    if (this.shelves.hasDirty) this.schedule(this.parts.rest);
  }

  /** Waits for what is being written and begins anew: nothing stands any more. */
  async reset(): Promise<void> {
    if (this.state === 'on') this.state = 'waiting';
    await this.halt();
    this.shelves.clear();
  }

  /** Nothing is sealed after this resolves. */
  async stop(): Promise<void> {
    this.state = 'stopped';
    await this.halt();
  }

  private async halt(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    await this.running;
  }

  private tooManyMarks(): boolean {
    const { recordCount, unsettled } = this.parts.source;
    return this.marks.size - unsettled().size > Math.max(fewMarks, recordCount() / 20);
  }

  private schedule(wait: number): void {
    if (this.running !== null) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.running = this.bringUpToDate().finally(() => {
        this.running = null;
        if (this.state === 'on' && this.shelves.hasDirty && this.timer === null) this.schedule(this.parts.rest);
      });
    }, wait);
  }

  private async bringUpToDate(): Promise<void> {
    const marks = this.marks;
    this.marks = new Map();
    const dirty = this.shelves.takeDirty();
    const written = new Map<number, Blind>();
    let turned = false;
    try {
      if ((await this.writePieces(dirty, written)) === 'halted') return;
      await this.turn(marks, written);
      turned = true;
    } catch (error) {
      if (!isStorageError(error)) throw error;
      await this.parts.database.removePieces([...written.values()]).catch(() => undefined);
      if (this.state === 'on') this.timer = setTimeout(() => this.schedule(0), pauseAfterFailure);
    } finally {
      if (!turned) this.putBack(marks, dirty);
    }
  }

  private putBack(marks: ReadonlyMap<RecordId, readonly SinceRow[]>, dirty: readonly DirtyShelf[]): void {
    for (const [record, some] of marks) this.marks.set(record, [...some, ...(this.marks.get(record) ?? [])]);
    this.shelves.putBack(dirty);
  }

  private async writePieces(dirty: readonly DirtyShelf[], written: Map<number, Blind>): Promise<'written' | 'halted'> {
    const { database, rows, source } = this.parts;
    for (let at = 0; at < dirty.length; at += piecesAtOnce) {
      const sealed: SingleRow[] = [];
      for (const { number, records } of dirty.slice(at, at + piecesAtOnce)) {
        const row = rows.sealPiece(source.piece(records));
        written.set(number, row.id);
        sealed.push(row);
      }
      await database.writePieces(sealed);
      // The keys may be gone after a lock: nothing is sealed with what is left of them.
      if (this.state !== 'on') return 'halted';
    }
    return 'written';
  }

  private async turn(marks: ReadonlyMap<RecordId, readonly SinceRow[]>, written: ReadonlyMap<number, Blind>): Promise<void> {
    const { database, rows, source } = this.parts;
    const unsettled = source.unsettled();
    const kept = [...unsettled].map((record) => ({ record, mark: rows.sinceMark([record]) }));
    await database.turnSnapshot({
      manifest: rows.sealManifest(source.manifest(this.shelves.piecesWith(written))),
      covered: [...new Set([...marks.values()].flat())],
      marks: kept.map(({ mark }) => mark),
      replaced: this.shelves.replacedBy(written),
    });
    this.shelves.settle(written);
    for (const { record, mark } of kept) this.marks.set(record, [...(this.marks.get(record) ?? []), mark]);
  }
}

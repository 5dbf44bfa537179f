import type { RecordId } from '../../../core/ids.ts';
import type { NotebookDatabase } from '../store/notebook-database.ts';
import type { Blind, SingleRow } from '../store/rows.ts';
import type { SealedRows } from '../store/sealed-rows.ts';
import { Segment } from './segment.ts';
import type { TextIndex } from './text-index.ts';

/** The index's first row: which pieces make it up, and which build of the app worked them out. */
interface Manifest {
  readonly build: string;
  readonly pieces: readonly Blind[];
}

/** Pieces read together. */
const piecesAtOnce = 4;

/**
 * The index as sealed pieces. They are only ever a shortcut: each record in them carries the version it
 * was made from, and one that is another by now is indexed anew. So nothing must be written together
 * with a save, and a process may end at any time.
 */
export class IndexSnapshot {
  private readonly database: NotebookDatabase;
  private readonly rows: SealedRows;
  private readonly build: string;

  constructor(database: NotebookDatabase, rows: SealedRows, build: string) {
    this.database = database;
    this.rows = rows;
    this.build = build;
  }

  /** Fills the index with what still holds; calls `rest` after each few pieces, and stops when it says `stop`. */
  async read(index: TextIndex, isCurrent: (record: RecordId, version: number) => boolean, rest: () => Promise<'go' | 'stop'>): Promise<void> {
    const manifest = await this.manifest();
    const ids = manifest?.pieces ?? [];
    let reading = this.some(ids, 0);
    for (let at = 0; at < ids.length; at += piecesAtOnce) {
      const rows = await reading;
      // The next ones are read while these are opened.
      reading = this.some(ids, at + piecesAtOnce);
      reading.catch(() => undefined);
      for (const row of rows) if (row !== undefined) this.take(row, index, isCurrent);
      if ((await rest()) === 'stop') return;
    }
    await this.tidy(ids);
  }

  /**
   * Writes the segments that are other than their rows, and makes them count in the same transaction.
   * Between two segments `rest` is called; when it says `stop`, nothing is written.
   */
  async write(index: TextIndex, rest: () => Promise<'go' | 'stop'>): Promise<void> {
    index.gather();
    const segments = index.segments.filter((segment) => segment.size > 0);
    const dirty = segments.filter((segment) => segment.dirty || segment.piece === null);
    const rows = new Map<Segment, SingleRow>();
    for (const segment of dirty) {
      segment.dirty = false;
      rows.set(segment, this.rows.sealIndexPiece(segment.toBytes()));
      if ((await rest()) === 'stop') return;
    }
    const named = segments.flatMap((segment) => rows.get(segment)?.id ?? segment.piece ?? []);
    try {
      await this.turn([...rows.values()], named);
      for (const [segment, row] of rows) segment.piece = row.id;
    } catch (error) {
      for (const segment of dirty) segment.dirty = true;
      throw error;
    }
  }

  private some(ids: readonly Blind[], from: number): Promise<(SingleRow | undefined)[]> {
    return this.database.readIndexPieces(ids.slice(from, from + piecesAtOnce));
  }

  private async turn(rows: readonly SingleRow[], pieces: readonly Blind[]): Promise<void> {
    const manifest = this.rows.sealIndexManifest({ build: this.build, pieces } satisfies Manifest);
    const staying = new Set<Blind>([...pieces, manifest.id]);
    const gone = (await this.database.indexPieceIds()).filter((id) => !staying.has(id));
    await this.database.writeIndex([...rows, manifest], gone);
  }

  private async manifest(): Promise<Manifest | null> {
    const row = await this.database.readIndexPiece(this.rows.indexManifestKey());
    const opened = row === undefined ? null : this.rows.openIndexManifest(row);
    const manifest = opened?.ok === true ? (opened.value as Manifest) : null;
    if (manifest !== null && manifest.build === this.build && Array.isArray(manifest.pieces)) return manifest;
    await this.tidy([]).catch(() => undefined);
    return null;
  }

  /** Rows that nothing names: a process ended, or another build wrote them. */
  private async tidy(pieces: readonly Blind[]): Promise<void> {
    const staying = new Set<Blind>(pieces.length === 0 ? [] : [...pieces, this.rows.indexManifestKey()]);
    const strays = (await this.database.indexPieceIds()).filter((id) => !staying.has(id));
    if (strays.length > 0) await this.database.writeIndex([], strays);
  }

  private take(row: SingleRow, index: TextIndex, isCurrent: (record: RecordId, version: number) => boolean): void {
    const opened = this.rows.openIndexPiece(row);
    if (!opened.ok) return;
    const seen = new Set<RecordId>();
    const wanted = (record: RecordId, version: number) => {
      const takes = !seen.has(record) && index.versionOf(record) === undefined && isCurrent(record, version);
      seen.add(record);
      return takes;
    };
    const segment = Segment.fromBytes(opened.value, index.vocabulary, wanted);
    if (segment === null) return;
    segment.piece = row.id;
    index.adopt(segment);
  }
}

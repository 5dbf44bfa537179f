import type { NotebookDatabase } from '../../store/notebook-database.ts';
import type { Blind, SinceRow, SingleRow } from '../../store/rows.ts';
import type { SealedRows } from '../../store/sealed-rows.ts';
import type { Manifest, Piece } from './stored-catalogue.ts';

/** Pieces read together. */
const piecesAtOnce = 8;

export interface FoundSnapshot {
  readonly manifest: Manifest;
  /** What was written since, by the record's blind key. */
  readonly since: ReadonlyMap<Blind, readonly SinceRow[]>;
}

/** Reads what SnapshotWriter wrote. What does not open is as if it were not there. */
export class SnapshotReader {
  private readonly database: NotebookDatabase;
  private readonly rows: SealedRows;

  constructor(database: NotebookDatabase, rows: SealedRows) {
    this.database = database;
    this.rows = rows;
  }

  /** The snapshot that stands, if it was made under these rules. Otherwise what is there of one goes. */
  async find(rules: string): Promise<FoundSnapshot | null> {
    const { manifest: row, since } = await this.database.readSnapshot(this.rows.manifestKey());
    const manifest = row === undefined ? null : this.open<Manifest>(row);
    if (manifest === null || manifest.rules !== rules) {
      await this.tidy(null).catch(() => undefined);
      return null;
    }
    return { manifest, since: marksByRecord(since) };
  }

  /** Every piece that opens, with the row it stands in. */
  async *pieces({ pieces }: Manifest): AsyncGenerator<readonly [Blind, Piece]> {
    for (let at = 0; at < pieces.length; at += piecesAtOnce) {
      for (const row of await this.database.readPieces(pieces.slice(at, at + piecesAtOnce))) {
        const piece = row === undefined ? null : this.open<Piece>(row);
        if (row !== undefined && piece !== null) yield [row.id, piece];
      }
    }
  }

  /** Removes rows that no manifest names: a process ended while it was writing them. */
  async tidy(manifest: Manifest | null): Promise<void> {
    const named = new Set(manifest === null ? [] : [...manifest.pieces, this.rows.manifestKey()]);
    const strays = (await this.database.pieceIds()).filter((id) => !named.has(id));
    if (strays.length > 0) await this.database.removePieces(strays);
  }

  private open<Value>(row: SingleRow): Value | null {
    const opened = this.rows.openCatalogue(row);
    return opened.ok ? (opened.value as Value) : null;
  }
}

function marksByRecord(marks: readonly SinceRow[]): ReadonlyMap<Blind, readonly SinceRow[]> {
  const found = new Map<Blind, SinceRow[]>();
  for (const mark of marks) {
    for (const record of [mark.record, ...(mark.others ?? [])]) {
      const same = found.get(record);
      if (same === undefined) found.set(record, [mark]);
      else same.push(mark);
    }
  }
  return found;
}

import type { RecordId } from '../../../../core/ids.ts';
import type { Blind } from '../../store/rows.ts';

/** Records in one piece: some 100 KB, sealed anew when one of them changes. */
export const recordsPerPiece = 256;

interface Shelf {
  readonly records: RecordId[];
  /** The row it was last written to. */
  piece: Blind | null;
}

/** A shelf whose records are written anew. */
export interface DirtyShelf {
  readonly number: number;
  readonly records: readonly RecordId[];
}

/** Which record is in which piece of the snapshot, and which pieces are no longer true. */
export class Shelves {
  private readonly shelves: Shelf[] = [];
  private readonly placed = new Map<RecordId, number>();
  private readonly dirty = new Set<number>();

  get hasDirty(): boolean {
    return this.dirty.size > 0;
  }

  /** Takes over a piece that was read. */
  adopt(piece: Blind, records: readonly RecordId[]): void {
    const number = this.shelves.length;
    this.shelves.push({ records: [...records], piece });
    for (const record of records) this.placed.set(record, number);
  }

  /** The record's entry is another than its piece says; a new record gets a place. */
  touch(record: RecordId): void {
    const number = this.placed.get(record) ?? this.place(record);
    this.dirty.add(number);
  }

  /** Gives the record a place if it has none. */
  require(record: RecordId): void {
    if (!this.placed.has(record)) this.touch(record);
  }

  /** What is to be written, lowest first; clean from now on. */
  takeDirty(): readonly DirtyShelf[] {
    const numbers = [...this.dirty].sort((one, other) => one - other);
    this.dirty.clear();
    return numbers.map((number) => ({ number, records: [...(this.shelves[number]?.records ?? [])] }));
  }

  /** Takes back what could not be written. */
  putBack(shelves: readonly DirtyShelf[]): void {
    for (const { number } of shelves) this.dirty.add(number);
  }

  /** Rows in the order of the shelves, once those just written stand in for the ones before. */
  piecesWith(written: ReadonlyMap<number, Blind>): readonly Blind[] {
    return this.shelves.flatMap(({ piece }, number) => written.get(number) ?? piece ?? []);
  }

  /** Rows that those just written replace. */
  replacedBy(written: ReadonlyMap<number, Blind>): readonly Blind[] {
    return [...written.keys()].flatMap((number) => this.shelves[number]?.piece ?? []);
  }

  /** The rows just written count from now on. */
  settle(written: ReadonlyMap<number, Blind>): void {
    for (const [number, piece] of written) {
      const shelf = this.shelves[number];
      if (shelf !== undefined) shelf.piece = piece;
    }
  }

  clear(): void {
    this.shelves.length = 0;
    this.placed.clear();
    this.dirty.clear();
  }

  private place(record: RecordId): number {
    const last = this.shelves.at(-1);
    if (last === undefined || last.records.length >= recordsPerPiece) this.shelves.push({ records: [], piece: null });
    const number = this.shelves.length - 1;
    this.shelves[number]?.records.push(record);
    this.placed.set(record, number);
    return number;
  }
}

import type { RecordId } from '../../../core/ids.ts';
import { jsonFromBytes, jsonToBytes } from '../../../core/crypto/canonical.ts';
import type { Blind } from '../store/rows.ts';
import type { TermBlock } from './document-terms.ts';
import { readNumber, writeNumber } from './packed-numbers.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Records in one segment: some 400 KB, sealed anew when one of them changes. Smaller ones repeat more words, and each is looked up at unlock. */
export const recordsPerSegment = 1024;

interface Kept {
  readonly version: number;
  /** Blocks of terms: 0 and the weight begin a block, every other number is a term of the segment's own list plus one. */
  readonly packed: Uint8Array;
}

/** What a segment's bytes begin with. */
interface Head {
  readonly records: readonly (readonly [record: RecordId, version: number, length: number])[];
  readonly terms: string;
}

/** Told of every block and term of a record, in order. */
export interface TermReader {
  readonly block: (weight: number) => void;
  readonly term: (term: number) => void;
}

/**
 * A thousand records as the index keeps them: their terms in order, packed, with a list of terms
 * of their own, so that a segment can be written and read without the others. Phrases are looked up here.
 */
export class Segment {
  /** The row it was last written to. */
  piece: Blind | null = null;
  dirty = false;
  private readonly vocabulary: Vocabulary;
  private readonly terms: number[] = [];
  private locals: Map<number, number> | null = null;
  private readonly kept = new Map<RecordId, Kept>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  get size(): number {
    return this.kept.size;
  }

  get records(): Iterable<RecordId> {
    return this.kept.keys();
  }

  versionOf(record: RecordId): number | undefined {
    return this.kept.get(record)?.version;
  }

  add(record: RecordId, version: number, blocks: readonly TermBlock[]): void {
    const bytes: number[] = [];
    for (const { weight, terms } of blocks) {
      bytes.push(0, weight);
      for (const term of terms) writeNumber(bytes, this.localOf(this.vocabulary.intern(term)) + 1);
    }
    this.kept.set(record, { version, packed: Uint8Array.from(bytes) });
    this.dirty = true;
  }

  remove(record: RecordId): void {
    if (this.kept.delete(record)) this.dirty = true;
  }

  read(record: RecordId, reader: TermReader): void {
    const packed = this.kept.get(record)?.packed;
    if (packed === undefined) return;
    const place = { at: 0 };
    while (place.at < packed.length) {
      const number = readNumber(packed, place);
      if (number === 0) reader.block(readNumber(packed, place));
      else reader.term(this.terms[number - 1] ?? 0);
    }
  }

  /** For every term of this segment, counted from one, the bits that `masks` has for it. */
  bitsFrom(masks: Int32Array): Int32Array {
    const bits = new Int32Array(this.terms.length + 1);
    for (let at = 0; at < this.terms.length; at += 1) bits[at + 1] = masks[this.terms[at] ?? 0] ?? 0;
    return bits;
  }

  /**
   * Whether terms with the bits 1, 2, 4… stand next to one another in one block, up to the bit `last`
   * (the shift-and algorithm of Baeza-Yates and Gonnet, 1992).
   */
  hasSequence(record: RecordId, bits: Int32Array, last: number): boolean {
    const packed = this.kept.get(record)?.packed;
    if (packed === undefined) return false;
    let alive = 0;
    // Numbers are read here and not by readNumber: a common phrase is looked for in every record.
    for (let at = 0; at < packed.length; ) {
      let number = 0;
      let byte = 128;
      for (let shift = 0; byte > 127 && shift < 32; shift += 7) {
        byte = packed[at++] ?? 0;
        number |= (byte & 127) << shift;
      }
      if (number === 0) {
        alive = 0;
        // The weight, always one byte.
        at += 1;
        continue;
      }
      alive = ((alive << 1) | 1) & (bits[number] ?? 0);
      if ((alive & last) !== 0) return true;
    }
    return false;
  }

  /** The segment as bytes, with only the terms that its records still have. */
  toBytes(): Uint8Array {
    const fresh = new Segment(this.vocabulary);
    for (const [record, { version }] of this.kept) fresh.take(this, record, version);
    const records = [...fresh.kept].map(([record, { version, packed }]) => [record, version, packed.length] as const);
    const head = jsonToBytes({ records, terms: fresh.terms.map((term) => this.vocabulary.textOf(term)).join('\n') } satisfies Head);
    const bodies = [...fresh.kept.values()].map(({ packed }) => packed);
    const bytes = new Uint8Array(4 + head.length + bodies.reduce((sum, one) => sum + one.length, 0));
    new DataView(bytes.buffer).setUint32(0, head.length);
    bytes.set(head, 4);
    let at = 4 + head.length;
    for (const body of bodies) {
      bytes.set(body, at);
      at += body.length;
    }
    return bytes;
  }

  /** Reads what `toBytes` wrote; `null` when it is something else. Keeps only records that `wanted` agrees to. */
  static fromBytes(bytes: Uint8Array, vocabulary: Vocabulary, wanted: (record: RecordId, version: number) => boolean): Segment | null {
    const length = bytes.length < 4 ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
    const head = jsonFromBytes(bytes.subarray(4, 4 + length)) as Head | undefined;
    if (head === undefined || !Array.isArray(head.records) || typeof head.terms !== 'string') return null;
    const segment = new Segment(vocabulary);
    for (const term of head.terms === '' ? [] : head.terms.split('\n')) segment.terms.push(vocabulary.intern(term));
    let at = 4 + length;
    for (const [record, version, size] of head.records) {
      if (wanted(record, version)) segment.kept.set(record, { version, packed: bytes.subarray(at, at + size) });
      else segment.dirty = true;
      at += size;
    }
    return segment;
  }

  private take(other: Segment, record: RecordId, version: number): void {
    const bytes: number[] = [];
    other.read(record, {
      block: (weight) => bytes.push(0, weight),
      term: (term) => writeNumber(bytes, this.localOf(term) + 1),
    });
    this.kept.set(record, { version, packed: Uint8Array.from(bytes) });
  }

  private localOf(term: number): number {
    this.locals ??= new Map(this.terms.map((one, at) => [one, at]));
    const known = this.locals.get(term);
    if (known !== undefined) return known;
    const local = this.terms.length;
    this.terms.push(term);
    this.locals.set(term, local);
    return local;
  }
}

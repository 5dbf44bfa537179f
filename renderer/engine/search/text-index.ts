import type { RecordId } from '../../../core/ids.ts';
import type { TermBlock } from './document-terms.ts';
import { recordsPerSegment, Segment } from './segment.ts';
import { Vocabulary } from './vocabulary.ts';

/** Place of a record in the index; another each time it is indexed anew. */
export type DocumentNumber = number;

/** Bits of a posting that hold the weight. */
const weightBits = 4;
const weightMask = (1 << weightBits) - 1;
/** As many as there are bits for. */
const longestPhrase = 30;
/** A segment with fewer records is given up, and they move to the last one. */
const sparse = recordsPerSegment / 8;

/**
 * Which words are in which records. The segments hold every record's terms in order, for phrases and
 * for the snapshot; from them the postings are made: for every term the records it is in, each with
 * the greatest weight it has there. A record that is indexed anew gets a new number, and the postings
 * of its old one are passed over.
 */
export class TextIndex {
  readonly vocabulary = new Vocabulary();
  private readonly postings: number[][] = [];
  private readonly records: (RecordId | null)[] = [];
  private readonly numbers = new Map<RecordId, DocumentNumber>();
  private readonly homes = new Map<RecordId, Segment>();
  private readonly parts: Segment[] = [];

  /** Records that can be found. */
  get size(): number {
    return this.numbers.size;
  }

  /** One more than the highest number given. */
  get span(): number {
    return this.records.length;
  }

  get segments(): readonly Segment[] {
    return this.parts;
  }

  versionOf(record: RecordId): number | undefined {
    return this.homes.get(record)?.versionOf(record);
  }

  /** The record with that number; `null` when it has been indexed anew since, or is gone. */
  recordOf(number: DocumentNumber): RecordId | null {
    return this.records[number] ?? null;
  }

  put(record: RecordId, version: number, blocks: readonly TermBlock[]): void {
    this.remove(record);
    const segment = this.openSegment();
    segment.add(record, version, blocks);
    this.enter(record, segment);
  }

  remove(record: RecordId): void {
    this.homes.get(record)?.remove(record);
    this.homes.delete(record);
    const number = this.numbers.get(record);
    if (number !== undefined) this.records[number] = null;
    this.numbers.delete(record);
  }

  /** Takes over a segment from the snapshot. It holds no record that is here already. */
  adopt(segment: Segment): void {
    this.parts.push(segment);
    for (const record of segment.records) this.enter(record, segment);
  }

  /** Gives up segments with few records left in them. */
  gather(): void {
    for (const segment of this.parts.filter((one) => one.size < sparse && one !== this.parts.at(-1))) {
      this.parts.splice(this.parts.indexOf(segment), 1);
      for (const record of segment.records) this.move(record, segment);
    }
  }

  /** Calls with every record that has the term and the term's weight there, in the order of their numbers. */
  eachWith(term: number, found: (number: DocumentNumber, weight: number) => void): void {
    for (const posting of this.postings[term] ?? []) {
      const number = posting >>> weightBits;
      if (this.records[number] !== null) found(number, posting & weightMask);
    }
  }

  /**
   * Says of a record whether the words of a phrase stand next to one another somewhere in it: each of
   * `words` is a set of terms that count as that word. Words beyond the thirtieth are not looked at.
   */
  phraseFinder(words: readonly ReadonlySet<number>[]): (number: DocumentNumber) => boolean {
    const looked = words.slice(0, longestPhrase);
    const masks = new Int32Array(this.vocabulary.size);
    looked.forEach((terms, at) => {
      for (const term of terms) masks[term] = (masks[term] ?? 0) | (1 << at);
    });
    const last = 1 << (looked.length - 1);
    const bitsOf = new Map<Segment, Int32Array>();
    return (number) => {
      const record = this.recordOf(number);
      const segment = record === null ? undefined : this.homes.get(record);
      if (record === null || segment === undefined || looked.length === 0) return false;
      const bits = bitsOf.get(segment) ?? segment.bitsFrom(masks);
      bitsOf.set(segment, bits);
      return segment.hasSequence(record, bits, last);
    };
  }

  private move(record: RecordId, from: Segment): void {
    const version = from.versionOf(record) ?? 0;
    const blocks: { weight: TermBlock['weight']; terms: string[] }[] = [];
    from.read(record, {
      block: (weight) => blocks.push({ weight: weight as TermBlock['weight'], terms: [] }),
      term: (term) => blocks.at(-1)?.terms.push(this.vocabulary.textOf(term)),
    });
    this.put(record, version, blocks);
  }

  private enter(record: RecordId, segment: Segment): void {
    const number = this.records.length;
    this.records.push(record);
    this.numbers.set(record, number);
    this.homes.set(record, segment);
    let weight = 0;
    segment.read(record, {
      block: (blockWeight) => {
        weight = blockWeight;
      },
      term: (term) => this.post(term, number, weight),
    });
  }

  private post(term: number, number: DocumentNumber, weight: number): void {
    const postings = this.postings[term];
    const posting = (number << weightBits) | weight;
    if (postings === undefined) {
      this.postings[term] = [posting];
      return;
    }
    const last = postings.length - 1;
    if (((postings[last] ?? 0) >>> weightBits) !== number) postings.push(posting);
    else if (((postings[last] ?? 0) & weightMask) < weight) postings[last] = posting;
  }

  private openSegment(): Segment {
    const last = this.parts.at(-1);
    if (last !== undefined && last.size < recordsPerSegment) return last;
    const fresh = new Segment(this.vocabulary);
    this.parts.push(fresh);
    return fresh;
  }
}

import { randomId } from '../../../core/crypto/sodium.ts';
import type { CountryCode, Day, ItemKey, MarkingId, RecordId } from '../../../core/ids.ts';
import type { Correction } from '../../../core/meetings/corrections.ts';
import type { RecordInput, RecordKind } from '../../../core/records/kinds.ts';
import { orderBetween } from '../../../core/records/order.ts';
import type { RichTextNode } from '../../../core/records/parts.ts';
import type { NewRecord } from '../notebook/create-all.ts';

/** Records of the sample under names of its own, so that they can point to one another before they exist. */
export class SampleWriting {
  readonly records: NewRecord[] = [];
  /** Corrections that were proposed once the minutes were approved, in their order. */
  readonly corrections: { readonly meeting: RecordId; readonly correction: Correction }[] = [];
  private readonly ids = new Map<string, RecordId>();
  private readonly now: Date;

  /** `today` is the day from which all days are counted. */
  constructor(today: Day) {
    this.now = new Date(`${today}T12:00:00Z`);
  }

  /** The record that is, or will be, known under a name. */
  id(name: string): RecordId {
    const known = this.ids.get(name) ?? randomId<RecordId>();
    this.ids.set(name, known);
    return known;
  }

  add<Kind extends RecordKind>(name: string, kind: Kind, value: RecordInput<Kind>, level = 'SENSITIVE'): void {
    this.records.push({ kind, value, level: level as MarkingId, record: this.id(name) } as unknown as NewRecord);
  }

  /** Corrects minutes beside their text; one with a decision is signed with it. */
  correct(meeting: string, corrections: readonly Correction[]): void {
    for (const correction of corrections) this.corrections.push({ meeting: this.id(meeting), correction });
  }

  /** So many days from today; negative before it. */
  day(days: number): Day {
    const date = new Date(this.now);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10) as Day;
  }

  /** Names that were pointed to and never written. */
  missing(): readonly string[] {
    const written = new Set(this.records.map((one) => one.record));
    return [...this.ids].filter(([, id]) => !written.has(id)).map(([name]) => name);
  }
}

/** Items of a list, each with its key and its place. */
export function items<Item extends object>(all: readonly Item[]): (Item & { key: ItemKey; order: string })[] {
  let last: string | null = null;
  return all.map((item) => {
    last = orderBetween(last, null);
    return { ...item, key: randomId<ItemKey>(), order: last };
  });
}

/** Paragraphs of plain words. */
export function text(...paragraphs: readonly string[]): RichTextNode {
  return { type: 'doc', content: paragraphs.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })) };
}

export const country = (code: string) => code as CountryCode;

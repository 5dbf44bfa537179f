import type { Entry } from '../notebook/catalogue.ts';
import type { SortKey } from './sort-key.ts';

interface Keyed {
  readonly key: SortKey;
  readonly entry: Entry;
}

/**
 * The records of a kind in one order, kept from one question to the next: what was written since is
 * put in its place, and only a list that is asked for the first time is sorted as a whole.
 */
export class SortedList {
  private readonly keyOf: (entry: Entry) => SortKey;
  private readonly collator: Intl.Collator;
  private items: readonly Keyed[] = [];
  private revision = -1;

  constructor(keyOf: (entry: Entry) => SortKey, collator: Intl.Collator) {
    this.keyOf = keyOf;
    this.collator = collator;
  }

  /** The entries as they stand, ascending, and those without a key at the end. `whole`: keys depend on other records. */
  entries(entries: ReadonlyMap<string, Entry>, revision: number, whole: boolean): { readonly ascending: readonly Entry[]; readonly empty: number } {
    if (revision !== this.revision) {
      this.refresh(entries, whole);
      this.revision = revision;
    }
    const firstEmpty = this.items.findIndex((item) => item.key === null);
    return { ascending: this.items.map((item) => item.entry), empty: firstEmpty === -1 ? 0 : this.items.length - firstEmpty };
  }

  private refresh(entries: ReadonlyMap<string, Entry>, whole: boolean): void {
    const compare = (one: Keyed, other: Keyed) => this.compare(one, other);
    const standing = whole ? [] : this.items.filter((item) => entries.get(item.entry.record) === item.entry);
    const known = new Set(standing.map((item) => item.entry));
    const news: Keyed[] = [];
    for (const entry of entries.values()) if (!known.has(entry)) news.push({ key: this.keyOf(entry), entry });
    this.items = merged(standing, news.sort(compare), compare);
  }

  private compare(one: Keyed, other: Keyed): number {
    return this.compareKeys(one.key, other.key) || other.entry.changed - one.entry.changed || (one.entry.record < other.entry.record ? -1 : 1);
  }

  private compareKeys(one: SortKey, other: SortKey): number {
    if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
    if (typeof one === 'number' && typeof other === 'number') return one - other;
    return this.collator.compare(String(one), String(other));
  }
}

function merged<Item>(one: readonly Item[], other: readonly Item[], compare: (one: Item, other: Item) => number): readonly Item[] {
  if (one.length === 0) return other;
  if (other.length === 0) return one;
  const all: Item[] = [];
  let at = 0;
  for (const item of other) {
    // The place of the next new one, by halving what is left.
    let low = at;
    let high = one.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const here = one[middle];
      if (here !== undefined && compare(here, item) < 0) low = middle + 1;
      else high = middle;
    }
    for (; at < low; at += 1) all.push(one[at] as Item);
    all.push(item);
  }
  for (; at < one.length; at += 1) all.push(one[at] as Item);
  return all;
}

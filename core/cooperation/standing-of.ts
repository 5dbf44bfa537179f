import type { CountryCode, Day } from '../ids.ts';
import type { CountryEntry, CountryFact, CountryTable, PairEntry } from './country-table.ts';

export interface Standing {
  /** `unknown`: the table has no entry for that day. */
  readonly holds: 'yes' | 'no' | 'check' | 'unknown';
  readonly entry: CountryEntry | null;
}

/** Whether something holds for a country on a day (`YYYY-MM-DD`), by the entry that began last. */
export function standingOf(table: CountryTable, country: CountryCode, fact: CountryFact, on: Day): Standing {
  const entry = table.entries
    .filter((one) => one.country === country && one.fact === fact && within(one, on))
    .reduce<CountryEntry | null>((latest, one) => (latest === null || (one.from ?? '') >= (latest.from ?? '') ? one : latest), null);
  return { holds: entry?.holds ?? 'unknown', entry };
}

/** What holds between exactly these two countries, in either order, on a day. */
export function pairsOf(table: CountryTable, one: CountryCode, other: CountryCode, on: Day): readonly PairEntry[] {
  const names = (pair: PairEntry, first: CountryCode, second: CountryCode) => pair.countries[0] === first && pair.countries[1] === second;
  return table.pairs.filter((pair) => (names(pair, one, other) || names(pair, other, one)) && within(pair, on));
}

function within(entry: { readonly from: Day | null; readonly until: Day | null }, on: Day): boolean {
  return (entry.from === null || entry.from <= on) && (entry.until === null || on <= entry.until);
}

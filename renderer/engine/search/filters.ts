import type { Day } from '../../../core/ids.ts';
import type { Entry } from '../notebook/catalogue.ts';
import { localDay } from '../notebook/today.ts';
import type { SearchQuestion } from './search-api.ts';

/** Fields of a row that say when something was or is to be, the most telling first. */
const dayFields = ['day', 'due', 'sent', 'opened', 'established'] as const;

/** The day that a record is about; that of its last change where it names none. */
export function dayOfEntry(entry: Entry): Day {
  for (const field of dayFields) {
    const day = entry.row[field];
    if (typeof day === 'string' && day !== '') return day as Day;
  }
  return localDay(entry.changed);
}

export type Filter = (entry: Entry) => boolean;

const countryFields = ['country', 'fromCountry', 'toCountry'] as const;

/** Adds the countries that a record names, alpha-3. */
export function addCountriesOf({ row }: Entry, countries: Set<string>): void {
  for (const field of countryFields) {
    const country = row[field];
    if (typeof country === 'string' && country !== '') countries.add(country);
  }
  if (Array.isArray(row['countries'])) for (const country of row['countries'] as readonly string[]) countries.add(country);
}

/** Every filter but the kinds: those are counted, so that one sees what the others would show. */
export function filterOf(question: SearchQuestion): Filter {
  const filters: Filter[] = [];
  const when = <Value>(value: Value | null | undefined, filter: (entry: Entry, value: Value) => boolean) => {
    if (value !== null && value !== undefined) filters.push((entry) => filter(entry, value));
  };
  when(question.level, (entry, level) => entry.level === level);
  when(question.author, (entry, author) => entry.changedBy === author);
  when(question.jwg, (entry, jwg) => entry.row['jwg'] === jwg);
  when(question.case, inCase);
  when(question.country, names);
  when(question.from, (entry, from) => dayOfEntry(entry) >= from);
  when(question.until, (entry, until) => dayOfEntry(entry) <= until);
  return filters.length === 0 ? () => true : (entry) => filters.every((filter) => filter(entry));
}

function names(entry: Entry, country: string): boolean {
  const countries = new Set<string>();
  addCountriesOf(entry, countries);
  return countries.has(country);
}

function inCase(entry: Entry, record: string): boolean {
  const others = entry.row['otherCases'];
  return entry.record === record || entry.row['case'] === record || (Array.isArray(others) && others.includes(record));
}

export function hasFilters({ kinds, from, until, case: inCase, jwg, level, country, author }: SearchQuestion): boolean {
  return (kinds ?? []).length > 0 || [from, until, inCase, jwg, level, country, author].some((one) => one !== undefined && one !== null);
}

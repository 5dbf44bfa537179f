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

/** Countries that a record names, alpha-3. */
export function countriesOf({ row }: Entry): readonly string[] {
  const several = Array.isArray(row['countries']) ? (row['countries'] as readonly unknown[]) : [];
  const all = [row['country'], row['fromCountry'], row['toCountry'], ...several];
  return [...new Set(all.filter((one): one is string => typeof one === 'string' && one !== ''))];
}

/** Every filter but the kinds: those are counted, so that one sees what the others would show. */
export function passesFilters(entry: Entry, question: SearchQuestion): boolean {
  const { from, until, jwg, level, country, author } = question;
  if (question.case !== undefined && question.case !== null && !inCase(entry, question.case)) return false;
  if (jwg !== undefined && jwg !== null && entry.row['jwg'] !== jwg) return false;
  if (level !== undefined && level !== null && entry.level !== level) return false;
  if (author !== undefined && author !== null && entry.changedBy !== author) return false;
  if (country !== undefined && country !== null && !countriesOf(entry).includes(country)) return false;
  if ((from ?? null) === null && (until ?? null) === null) return true;
  const day = dayOfEntry(entry);
  return day >= (from ?? '') && day <= (until ?? '9999');
}

function inCase(entry: Entry, record: string): boolean {
  const others = entry.row['otherCases'];
  return entry.record === record || entry.row['case'] === record || (Array.isArray(others) && others.includes(record));
}

export function hasFilters({ kinds, from, until, case: inCase, jwg, level, country, author }: SearchQuestion): boolean {
  return (kinds ?? []).length > 0 || [from, until, inCase, jwg, level, country, author].some((one) => one !== undefined && one !== null);
}

import type { Day } from '../../../core/ids.ts';

// English and French, whatever the interface speaks; without accents.
const months: readonly (readonly string[])[] = [
  ['jan'], ['feb', 'fev'], ['mar'], ['apr', 'avr'], ['may', 'mai'], ['jun', 'juin'], ['jul', 'juil'], ['aug', 'aou'], ['sep'], ['oct'], ['nov'], ['dec'],
];
const weekdays: readonly (readonly string[])[] = [['sun', 'dim'], ['mon', 'lun'], ['tue', 'mar'], ['wed', 'mer'], ['thu', 'jeu'], ['fri', 'ven'], ['sat', 'sam']];
const nearWords: Readonly<Record<string, number>> = { today: 0, tomorrow: 1, yesterday: -1, 'aujourd’hui': 0, "aujourd'hui": 0, demain: 1, hier: -1 };

const beginsWith = (word: string) => (beginnings: readonly string[]) => beginnings.some((one) => word.startsWith(one));
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

function dayOfDate(date: Date): Day {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}

/** The day of these numbers, or `null` when the calendar has none. */
function dayFrom(year: number, month: number, date: number): Day | null {
  const made = new Date(year, month - 1, date, 12);
  const exists = made.getFullYear() === year && made.getMonth() === month - 1 && made.getDate() === date;
  return exists ? dayOfDate(made) : null;
}

function fullYear(text: string | undefined, now: Date): number {
  if (text === undefined || text === '') return now.getFullYear();
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

/**
 * A day as people type it: `23 Nov 2026`, `23 nov`, `23.11.2026`, `23.11.`, `23/11/26`,
 * `2026-11-23`, `today`, `tomorrow`, `fri` (the next one), and in French `23 nov. 2026`,
 * `1er déc.`, `demain`, `ven`. Day before month, as in Europe.
 * `null` when it is no day.
 */
export function dayFromWords(text: string, now: Date = new Date()): Day | null {
  const words = withoutAccents(text.trim().toLowerCase());
  const near = nearWords[words];
  if (near !== undefined) return dayOfDate(new Date(now.getFullYear(), now.getMonth(), now.getDate() + near, 12));
  const weekday = words.length >= 3 ? weekdays.findIndex(beginsWith(words)) : -1;
  if (weekday !== -1 && /^[a-z]+$/.test(words)) {
    const ahead = ((weekday - now.getDay() + 6) % 7) + 1;
    return dayOfDate(new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, 12));
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(words);
  if (iso !== null) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^(\d{1,2})[./\s-]+(\d{1,2})(?:[./\s-]+(\d{2}|\d{4})?)?\.?$/.exec(words);
  if (numbers !== null) return dayFrom(fullYear(numbers[3], now), Number(numbers[2]), Number(numbers[1]));
  const named = /^(\d{1,2})(?:\.|er)?\s*([a-z]{3,})\.?,?\s*(\d{2}|\d{4})?$/.exec(words);
  if (named === null) return null;
  const month = months.findIndex(beginsWith(named[2] ?? ''));
  return month === -1 ? null : dayFrom(fullYear(named[3], now), month + 1, Number(named[1]));
}

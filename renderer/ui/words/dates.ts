import type { Day, Instant } from '../../../core/ids.ts';
import { localeNow } from './language.ts';

const shapes = {
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { month: 'long', year: 'numeric' },
  shortMonth: { month: 'short', year: '2-digit' },
  monthAlone: { month: 'long' },
} as const;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once for each language: making one takes longer than a hundred dates. */
function formatOf(shape: keyof typeof shapes): Intl.DateTimeFormat {
  const locale = localeNow();
  const key = `${locale} ${shape}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, shapes[shape]);
  formats.set(key, format);
  return format;
}

/** Midday, so that no change of the clock moves it to another day. */
function middayOf(day: Day): Date {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

// en-GB writes "Sept"; the house writes three letters throughout.
const threeLetters = (text: string) => text.replace('Sept ', 'Sep ');

/** `23 Nov 2026`, in French `23 nov. 2026`. */
export function dayInWords(day: Day): string {
  return threeLetters(formatOf('day').format(middayOf(day)));
}

/** `Monday, 23 November 2026`. */
export function longDayInWords(day: Day): string {
  return formatOf('weekday').format(middayOf(day));
}

/** `14:02`. */
export function timeInWords(at: Instant): string {
  return formatOf('time').format(at);
}

/** The local day of an instant. */
export function dayOf(at: Instant): Day {
  const date = new Date(at);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}

export function today(now: Instant = Date.now()): Day {
  return dayOf(now);
}

/** Whole days from one day to another; negative when it lies before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((middayOf(to).getTime() - middayOf(from).getTime()) / 86_400_000);
}

/** `today`, `yesterday`, `tomorrow`, else `23 Nov 2026`. */
export function nearDayInWords(day: Day, now: Instant = Date.now()): string {
  const distance = daysBetween(today(now), day);
  const near = new Intl.RelativeTimeFormat(localeNow(), { numeric: 'auto' });
  return Math.abs(distance) <= 1 ? near.format(distance, 'day') : dayInWords(day);
}

/** `14:02` today, `yesterday 14:02`, else `23 Nov 2026, 14:02`. */
export function instantInWords(at: Instant, now: Instant = Date.now()): string {
  const distance = daysBetween(today(now), dayOf(at));
  if (distance === 0) return timeInWords(at);
  if (distance === -1) return `${nearDayInWords(dayOf(at), now)} ${timeInWords(at)}`;
  return `${dayInWords(dayOf(at))}, ${timeInWords(at)}`;
}

/** `November 2026`, of `2026-11`. */
export function monthInWords(month: string): string {
  return formatOf('month').format(middayOf(`${month}-01` as Day));
}

/** `October – December 2026`, of `2026-Q4`. */
export function quarterInWords(quarter: string): string {
  const [year = '', name = ''] = quarter.split('-Q');
  const last = Number(name) * 3;
  const month = (number: number) => middayOf(`${year}-${String(number).padStart(2, '0')}-01` as Day);
  return formatOf('month').formatRange(month(last - 2), month(last));
}

/** `25 minutes`, `3 hours`, `12 days`, `5 years`: how long, in the largest unit of which there are at least two. */
export function spanInWords(minutes: number): string {
  const units = [['year', 525_960], ['day', 1440], ['hour', 60], ['minute', 1]] as const;
  const [unit, length] = units.find(([, long]) => minutes >= 2 * long) ?? units[3];
  return new Intl.NumberFormat(localeNow(), { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 }).format(minutes / length);
}

/** `Nov 26`, of `2026-11`: under a column. */
export function shortMonthInWords(month: string): string {
  return threeLetters(formatOf('shortMonth').format(middayOf(`${month}-01` as Day)));
}

/** `November`, of `2026-11`: where the year is said elsewhere. */
export function monthAloneInWords(month: string): string {
  return formatOf('monthAlone').format(middayOf(`${month}-01` as Day));
}

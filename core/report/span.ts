import type { Day } from '../ids.ts';
import { periodOf, type Period } from '../records/periods.ts';

/** A stretch of days, both ends counted. */
export interface Span {
  readonly from: Day;
  readonly until: Day;
}

const whole = /^(?<year>\d{4})(?:-Q(?<quarter>[1-4])|-(?<month>0[1-9]|1[0-2]))?$/;
const stretch = /^(?<from>\d{4}-\d{2}-\d{2})_(?<until>\d{4}-\d{2}-\d{2})$/;

/**
 * The days of a period as an address names it: `2026`, `2026-Q4`, `2026-11`, or any two days,
 * `2026-10-05_2026-11-24`. `null` for what names none, and where the end lies before the beginning.
 */
export function spanOf(name: string): Span | null {
  const days = stretch.exec(name)?.groups;
  if (days !== undefined) {
    const { from, until } = days as Record<'from' | 'until', Day>;
    return isDay(from) && isDay(until) && from <= until ? { from, until } : null;
  }
  const parts = whole.exec(name)?.groups;
  if (parts === undefined) return null;
  const year = Number(parts['year']);
  if (parts['month'] !== undefined) return months(year, Number(parts['month']), 1);
  return parts['quarter'] === undefined ? months(year, 1, 12) : months(year, Number(parts['quarter']) * 3 - 2, 3);
}

/** The shortest name of these days: that of the year, quarter or month that they are, else both ends. */
export function nameOfSpan({ from, until }: Span): string {
  for (const period of ['year', 'quarter', 'month'] as const satisfies readonly Period[]) {
    const name = periodOf(from, period);
    const span = spanOf(name);
    if (span?.from === from && span.until === until) return name;
  }
  return `${from}_${until}`;
}

/** The period so many before (negative) or after the one that a day lies in: `periodAt(today, 'quarter', -1)`. */
export function periodAt(day: Day, period: Period, steps: number): string {
  const [year = 1970, month = 1] = day.split('-').map(Number);
  const length = period === 'year' ? 12 : period === 'quarter' ? 3 : 1;
  const first = new Date(Date.UTC(year, month - 1 + steps * length, 1));
  return periodOf(first.toISOString().slice(0, 10) as Day, period);
}

export function isWithin(day: Day, { from, until }: Span): boolean {
  return from <= day && day <= until;
}

/** How two stretches lie to one another. `nested`: one holds the other whole, as a year its quarters. */
export function compareSpans(one: Span, other: Span): 'same' | 'apart' | 'nested' | 'crossing' {
  if (one.from === other.from && one.until === other.until) return 'same';
  if (one.until < other.from || other.until < one.from) return 'apart';
  const holds = (outer: Span, inner: Span) => outer.from <= inner.from && inner.until <= outer.until;
  return holds(one, other) || holds(other, one) ? 'nested' : 'crossing';
}

/** The months that a stretch touches, `2026-10`, in their order; at most so many, the latest ones. */
export function monthsOf({ from, until }: Span, most: number): readonly string[] {
  const found: string[] = [];
  for (let month = periodOf(until, 'month'); month >= periodOf(from, 'month') && found.length < most; month = periodAt(`${month}-01` as Day, 'month', -1)) found.unshift(month);
  return found;
}

function months(year: number, first: number, count: number): Span {
  const day = (date: Date) => date.toISOString().slice(0, 10) as Day;
  return { from: day(new Date(Date.UTC(year, first - 1, 1))), until: day(new Date(Date.UTC(year, first - 1 + count, 0))) };
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

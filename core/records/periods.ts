import type { Day } from '../ids.ts';

export const periods = ['year', 'quarter', 'month', 'day'] as const;
export type Period = (typeof periods)[number];

/** The period that a day lies in: `2026`, `2026-Q4`, `2026-11`, `2026-11-24`. Plain text order is the order of time within one sort of period. */
export function periodOf(day: Day, period: Period): string {
  const [year = '', month = '01'] = day.split('-');
  if (period === 'day') return day;
  if (period === 'year') return year;
  return period === 'month' ? `${year}-${month}` : `${year}-Q${String(Math.ceil(Number(month) / 3))}`;
}

/** The two orders of time. */
export type TimeOrder = 'latest' | 'earliest';

/** Dated things by period, the latest (or earliest) period first, and within it the latest day first; of one day in the order given. */
export function byPeriod<Item extends { readonly day: Day }>(items: readonly Item[], period: Period, first: TimeOrder = 'latest'): readonly { readonly period: string; readonly items: readonly Item[] }[] {
  const found = new Map<string, Item[]>();
  const later = first === 'latest' ? -1 : 1;
  for (const item of items.toSorted((one, other) => (one.day < other.day ? -later : one.day > other.day ? later : 0))) {
    const name = periodOf(item.day, period);
    const same = found.get(name);
    if (same === undefined) found.set(name, [item]);
    else same.push(item);
  }
  return [...found].map(([name, some]) => ({ period: name, items: some }));
}

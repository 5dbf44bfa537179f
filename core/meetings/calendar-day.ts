import type { Day } from '../ids.ts';

/** Arithmetic on calendar days. A day has no zone: it is counted at midnight UTC and never shown so. */
const dayLength = 86_400_000;

/** The day with these numbers (month 1 to 12), or `null` when there is none, such as 31 June. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, date));
  const exists = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === date;
  return exists ? (at.toISOString().slice(0, 10) as Day) : null;
}

export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10) as Day;
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return new Date(day).getUTCDay() || 7;
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function lastOfMonth(day: Day): Day {
  const at = new Date(day);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).toISOString().slice(0, 10) as Day;
}

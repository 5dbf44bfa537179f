import type { Instant } from '../ids.ts';
import type { Entry } from './entry.ts';

/** Entries are kept for three years (docs/security.md). */
const yearsKept = 3;
/** Between the first look that finds entries due and the one that drops them: a clock that was wrong for an evening drops nothing. */
const secondLookAfter = 7 * 24 * 3600_000;

/** Nothing that happened at this moment or later is dropped now. */
export function keptSince(now: Instant): Instant {
  const day = new Date(now);
  day.setUTCFullYear(day.getUTCFullYear() - yearsKept);
  return day.getTime();
}

/** What may be dropped from the beginning of a chain: up to which number, and the latest moment among it. */
export interface Due {
  readonly number: number;
  readonly newest: Instant;
}

/**
 * How much of a chain's beginning is old enough; `null`: nothing. Only a beginning is ever dropped, so
 * an entry from a day when the clock was behind stays until those before it go. One from the future
 * (the clock was ahead then) goes with what comes after it.
 */
export function dueOf(entries: Iterable<Pick<Entry, 'number' | 'at'>>, now: Instant): Due | null {
  const since = keptSince(now);
  let due: Due | null = null;
  let newest = -Infinity;
  for (const { number, at } of entries) {
    if (at > now) continue;
    if (at >= since) break;
    newest = Math.max(newest, at);
    due = { number, newest };
  }
  return due;
}

/** Whether what was due at `first` may go now; `null`: nothing was due before. */
export function mayDrop(first: Instant | null, now: Instant): boolean {
  return first !== null && now - first >= secondLookAfter;
}

/** Whether a checkpoint dropped only what was old enough when it was signed. */
export function wasDue({ newest, at }: { readonly newest: Instant; readonly at: Instant }): boolean {
  return newest < keptSince(at);
}

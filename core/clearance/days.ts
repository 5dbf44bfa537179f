import type { Day, Instant } from '../ids.ts';

/**
 * The calendar day of an instant, in UTC, so that every device decides alike. In the region that day
 * begins one or two hours after local midnight: an embargo ends that much later, never earlier.
 * `null` when the machine's clock shows no date at all.
 */
export function dayOf(now: Instant): Day | null {
  const date = new Date(now);
  return Number.isNaN(date.getTime()) ? null : (date.toISOString().slice(0, 10) as Day);
}

/** Whether something that holds until the end of a day still does. Without a date nothing holds. */
export function holdsUntil(until: Day, today: Day | null): boolean {
  return today !== null && today <= until;
}

/** Whether a day has come. Without a date none has. */
export function hasCome(day: Day, today: Day | null): boolean {
  return today !== null && day <= today;
}

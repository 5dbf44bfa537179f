import { daysBetween, dayInWords, dayOf, today } from '../words/dates.ts';
import type { Instant } from '../../../core/ids.ts';
import { useWords } from '../words/words.ts';

/** So many days ahead a person can still ask for a new profile without haste. */
const warnedFor = 30;

/** What is to be said of a profile's end: nothing, that it comes, or that it was. */
export function useProfileValidity(validUntil: Instant | null): string | null {
  const say = useWords('laptop');
  if (validUntil === null) return null;
  if (isPast(validUntil)) return say('profile.expired', { day: dayInWords(dayOf(validUntil)) });
  const days = daysBetween(today(), dayOf(validUntil));
  if (days > warnedFor) return null;
  return days === 0 ? say('profile.soon-today') : say('profile.soon', { count: days });
}

function isPast(at: Instant): boolean {
  return at <= Date.now();
}

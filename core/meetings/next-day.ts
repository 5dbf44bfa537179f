import type { Day } from '../ids.ts';
import type { RecordValue } from '../records/kinds.ts';
import { addDays, dayOf, lastOfMonth, weekdayOf } from './calendar-day.ts';

type Frequency = RecordValue<'series'>['frequency'];

const weeks: Partial<Readonly<Record<Frequency, number>>> = { weekly: 1, fortnightly: 2 };
const months: Partial<Readonly<Record<Frequency, number>>> = { monthly: 1, 'two-monthly': 2, quarterly: 3, 'half-yearly': 6, yearly: 12 };
/** A rhythm that has rested longer begins anew. */
const mostSteps = 500;

/**
 * The day of the next meeting by the rhythm of a series, from the day of its last one: so many weeks
 * later, or the same weekday of the month (the second Tuesday; the last where it was the fifth) so
 * many months later. Never before `today`. `null` where the series has no rhythm.
 */
export function nextDay(frequency: Frequency, last: Day, today: Day): Day | null {
  for (let steps = 1; steps <= mostSteps; steps += 1) {
    const day = stepped(frequency, last, steps);
    if (day === null || day >= today) return day;
  }
  return null;
}

function stepped(frequency: Frequency, last: Day, steps: number): Day | null {
  const byWeeks = weeks[frequency];
  if (byWeeks !== undefined) return addDays(last, 7 * byWeeks * steps);
  const byMonths = months[frequency];
  return byMonths === undefined ? null : sameWeekday(last, byMonths * steps);
}

/** The same weekday at the same place of a later month. */
function sameWeekday(day: Day, later: number): Day | null {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  const place = Math.floor((date - 1) / 7);
  const first = dayOf(year + Math.floor((month - 1 + later) / 12), ((month - 1 + later) % 12) + 1, 1);
  if (first === null) return null;
  const offset = (weekdayOf(day) - weekdayOf(first) + 7) % 7;
  const there = addDays(first, offset + 7 * place);
  return there > lastOfMonth(first) ? addDays(there, -7) : there;
}

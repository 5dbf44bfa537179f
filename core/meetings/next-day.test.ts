import { expect, test } from 'vitest';
import type { Day } from '../ids.ts';
import { nextDay } from './next-day.ts';

const next = (frequency: Parameters<typeof nextDay>[0], last: string, today = last) => nextDay(frequency, last as Day, today as Day);

test.each([
  // A Tuesday: the second of October is followed by the second of November.
  ['weekly', '2026-10-13', '2026-10-20'],
  ['fortnightly', '2026-10-13', '2026-10-27'],
  ['monthly', '2026-10-13', '2026-11-10'],
  ['two-monthly', '2026-10-13', '2026-12-08'],
  ['quarterly', '2026-10-13', '2027-01-12'],
  ['half-yearly', '2026-10-13', '2027-04-13'],
  ['yearly', '2026-10-13', '2027-10-12'],
  // The fifth Friday of a month is followed by the last of one that has four.
  ['monthly', '2027-01-29', '2027-02-26'],
  // Over the end of the year.
  ['monthly', '2026-12-01', '2027-01-05'],
  // The clocks change in between: a day is a day.
  ['weekly', '2026-10-24', '2026-10-31'],
] as const)('%s after %s is %s', (frequency, last, expected) => {
  expect(next(frequency, last)).toBe(expected);
});

test('a series that rested goes on in its rhythm, never in the past', () => {
  expect(next('weekly', '2026-10-13', '2026-11-11')).toBe('2026-11-17');
  expect(next('monthly', '2026-01-13', '2026-11-11')).toBe('2026-12-08');
  expect(next('weekly', '2026-10-13', '2026-10-20')).toBe('2026-10-20');
});

test('without a rhythm nothing is proposed, nor for one that rested for ages', () => {
  expect(next('as-needed', '2026-10-13')).toBeNull();
  expect(next('weekly', '1926-10-12', '2026-10-13')).toBeNull();
});

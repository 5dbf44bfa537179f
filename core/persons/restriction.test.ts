import { expect, test } from 'vitest';
import type { Day } from '../ids.ts';
import { isRestricted } from './restriction.ts';

const day = (text: string) => text as Day;

test('a record is restricted from the day after its review', () => {
  expect(isRestricted({ reviewBy: day('2026-11-24') }, day('2026-11-25'))).toBe(true);
  expect(isRestricted({ reviewBy: day('2026-11-25') }, day('2026-11-25'))).toBe(false);
  expect(isRestricted({ reviewBy: null }, day('2026-11-25'))).toBe(false);
  expect(isRestricted({}, day('2026-11-25'))).toBe(false);
});

test('a legal hold beats an overdue review, until it has run out', () => {
  const hold = { ground: 'Court order', on: day('2020-01-01') };
  expect(isRestricted({ reviewBy: day('2020-01-01'), hold }, day('2026-11-25'))).toBe(false);
  const over = { ...hold, until: day('2026-11-24') };
  expect(isRestricted({ reviewBy: day('2020-01-01'), hold: over }, day('2026-11-25'))).toBe(true);
});

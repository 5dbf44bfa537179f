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

test('a legal hold beats an overdue review', () => {
  expect(isRestricted({ reviewBy: day('2020-01-01'), hold: { ground: 'Court order' } }, day('2026-11-25'))).toBe(false);
});

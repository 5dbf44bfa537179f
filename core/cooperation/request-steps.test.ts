import { expect, test } from 'vitest';
import type { Day } from '../ids.ts';
import { requestStatuses } from '../records/request.ts';
import { dayAfter, isPending, statutoryDeadline, stepsFrom } from './request-steps.ts';

test('every status leads somewhere else, and what has ended can be taken up again', () => {
  for (const status of requestStatuses) {
    const next = stepsFrom(status);
    expect(next.length).toBeGreaterThan(0);
    expect(next.map((one) => one.status)).not.toContain(status);
  }
  expect(requestStatuses.filter(isPending)).toEqual(['sent', 'acknowledged', 'in-execution', 'partly-answered']);
});

test('days are counted over months and leap years', () => {
  expect(dayAfter('2028-02-28' as Day, 2)).toBe('2028-03-01');
  expect(dayAfter('2026-12-31' as Day, 120)).toBe('2027-04-30');
  expect(statutoryDeadline('european-investigation-order')?.days).toBe(120);
  expect(statutoryDeadline('letter-rogatory')).toBeNull();
});

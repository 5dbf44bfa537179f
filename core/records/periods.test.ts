import { expect, test } from 'vitest';
import type { Day } from '../ids.ts';
import { byPeriod, periodOf } from './periods.ts';

const on = (text: string) => ({ day: text as Day });

test('a day lies in its year, quarter and month', () => {
  expect(periodOf('2026-11-25' as Day, 'year')).toBe('2026');
  expect(periodOf('2026-03-31' as Day, 'quarter')).toBe('2026-Q1');
  expect(periodOf('2026-04-01' as Day, 'quarter')).toBe('2026-Q2');
  expect(periodOf('2026-04-01' as Day, 'month')).toBe('2026-04');
});

test('by day, each day is a period of its own; the earliest may stand first', () => {
  expect(byPeriod([on('2026-10-02'), on('2026-10-01'), on('2026-10-02')], 'day', 'earliest').map((group) => [group.period, group.items.length])).toEqual([['2026-10-01', 1], ['2026-10-02', 2]]);
});

test('the latest stands first, across years and within a period', () => {
  const groups = byPeriod([on('2025-12-31'), on('2026-10-01'), on('2026-12-24')], 'quarter');
  expect(groups).toEqual([{ period: '2026-Q4', items: [on('2026-12-24'), on('2026-10-01')] }, { period: '2025-Q4', items: [on('2025-12-31')] }]);
});

import { describe, expect, it } from 'vitest';
import type { Day } from '../../../core/ids.ts';
import { dayInWords, dayOf, daysBetween, instantInWords, monthAloneInWords, nearDayInWords, quarterInWords, shortMonthInWords, spanInWords } from './dates.ts';

const day = (text: string) => text as Day;
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();
const now = at(2026, 10, 23, 14, 2);

describe('days', () => {
  it('are written with three letters for the month', () => {
    expect(dayInWords(day('2026-11-23'))).toBe('23 Nov 2026');
    expect(dayInWords(day('2026-09-01'))).toBe('1 Sep 2026');
  });

  it('give months short names where they stand side by side', () => {
    expect(['2026-09', '2026-11'].map(shortMonthInWords)).toEqual(['Sep 26', 'Nov 26']);
    expect(monthAloneInWords('2026-11')).toBe('November');
  });

  it('make quarters of three months', () => {
    expect(quarterInWords('2026-Q4').replaceAll(/\s/g, ' ')).toMatch(/^October ?– ?December 2026$/);
    expect(quarterInWords('2027-Q1').replaceAll(/\s/g, ' ')).toMatch(/^January ?– ?March 2027$/);
  });

  it('are relative only for yesterday, today and tomorrow', () => {
    expect(nearDayInWords(day('2026-11-22'), now)).toBe('yesterday');
    expect(nearDayInWords(day('2026-11-23'), now)).toBe('today');
    expect(nearDayInWords(day('2026-11-24'), now)).toBe('tomorrow');
    expect(nearDayInWords(day('2026-11-25'), now)).toBe('25 Nov 2026');
  });

  it('are counted whole across the change of the clock', () => {
    expect(daysBetween(day('2026-10-24'), day('2026-10-26'))).toBe(2);
    expect(daysBetween(day('2026-03-30'), day('2026-03-28'))).toBe(-2);
  });
});

describe('instants', () => {
  it('say the time today, with the day before that', () => {
    expect(instantInWords(at(2026, 10, 23, 9, 5), now)).toBe('09:05');
    expect(instantInWords(at(2026, 10, 22, 23, 59), now)).toBe('yesterday 23:59');
    expect(instantInWords(at(2026, 10, 1, 8, 0), now)).toBe('1 Nov 2026, 08:00');
  });

  it('have the local day', () => {
    expect(dayOf(at(2026, 0, 1, 0, 30))).toBe('2026-01-01');
  });
});

it('a span is said in the largest unit of which there are two', () => {
  expect([11, 119, 120, 2879, 2880, 365 * 1440, 5 * 525_960].map(spanInWords)).toEqual(['11 minutes', '119 minutes', '2 hours', '48 hours', '2 days', '365 days', '5 years']);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../../test/builders/reports.ts';
import { compareSpans, monthsOf, nameOfSpan, periodAt, spanOf } from './span.ts';

const days = fc.integer({ min: 0, max: 20_000 }).map((count) => day(new Date(Date.UTC(2000, 0, 1 + count)).toISOString().slice(0, 10)));
const spans = fc.tuple(days, days).map(([one, other]) => (one <= other ? { from: one, until: other } : { from: other, until: one }));

describe('the name of a period', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-Q1', '2026-01-01', '2026-03-31'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-10-05_2026-11-24', '2026-10-05', '2026-11-24'],
  ])('%s are the days from %s until %s, and its shortest name', (name, from, until) => {
    expect(spanOf(name)).toEqual({ from, until });
    expect(nameOfSpan({ from: day(from), until: day(until) })).toBe(name);
  });

  it.each(['', '2026-Q5', '2026-13', '26', '2026-02-30_2026-03-01', '2026-03-01_2026-02-01', '2026-01-01', 'x2026'])('%s is none', (name) => {
    expect(spanOf(name)).toBeNull();
  });

  it('leads back to the same days, whatever they are', () => {
    fc.assert(fc.property(spans, (span) => {
      expect(spanOf(nameOfSpan(span))).toEqual(span);
    }));
  });
});

describe('periods around a day', () => {
  it('follow one another without a gap', () => {
    fc.assert(fc.property(days, fc.constantFrom('year', 'quarter', 'month' as const), fc.integer({ min: -40, max: 40 }), (some, period, steps) => {
      const before = spanOf(periodAt(some, period, steps));
      const after = spanOf(periodAt(some, period, steps + 1));
      expect(Date.parse(after?.from ?? '') - Date.parse(before?.until ?? '')).toBe(86_400_000);
    }));
  });

  it('hold the day at no step', () => {
    expect(periodAt(day('2026-11-24'), 'quarter', 0)).toBe('2026-Q4');
    expect(periodAt(day('2026-01-31'), 'month', -1)).toBe('2025-12');
    expect(periodAt(day('2026-01-31'), 'quarter', -1)).toBe('2025-Q4');
  });

  it('are counted in months, the latest where there are too many', () => {
    expect(monthsOf({ from: day('2026-10-05'), until: day('2027-01-02') }, 12)).toEqual(['2026-10', '2026-11', '2026-12', '2027-01']);
    expect(monthsOf({ from: day('2020-01-01'), until: day('2026-02-02') }, 3)).toEqual(['2025-12', '2026-01', '2026-02']);
  });
});

describe('two periods', () => {
  const of = (name: string) => spanOf(name) ?? { from: day(''), until: day('') };
  it.each([
    ['2026', '2026', 'same'],
    ['2026', '2026-Q2', 'nested'],
    ['2026-Q1', '2026-Q2', 'apart'],
    ['2026-Q1', '2026-03-15_2026-04-15', 'crossing'],
    ['2026-Q1', '2026-01-01_2026-04-15', 'nested'],
  ])('%s and %s: %s', (one, other, how) => {
    expect(compareSpans(of(one), of(other))).toBe(how);
    expect(compareSpans(of(other), of(one))).toBe(how);
  });
});

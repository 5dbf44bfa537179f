import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duration, timeLeft } from './time-left.ts';

/** The seconds that the words stand for at most. */
function atMost(seconds: number): number {
  const said = timeLeft(seconds);
  if (!('count' in said)) return said.unit === 'seconds' ? 10 : 60;
  return said.count * (said.unit === 'minutes' ? 60 : 3600);
}

describe('time left', () => {
  it('is said as one would', () => {
    expect([4, 45, 61, 150, 11 * 60, 47 * 60, 56 * 60, 4 * 3600 - 60].map(timeLeft)).toEqual([
      { unit: 'seconds' }, { unit: 'minute' }, { unit: 'minutes', count: 2 }, { unit: 'minutes', count: 3 },
      { unit: 'minutes', count: 15 }, { unit: 'minutes', count: 50 }, { unit: 'hours', count: 1 }, { unit: 'hours', count: 4 },
    ]);
  });

  it('is never less than it takes, and never grows while it runs down', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), (seconds) => {
      expect(atMost(seconds)).toBeGreaterThanOrEqual(seconds);
      expect(atMost(seconds)).toBeGreaterThanOrEqual(atMost(seconds - 1));
    }));
  });
});

describe('a duration', () => {
  it('is in the unit that says enough', () => {
    expect([0.2, 59, 89, 90, 600, 5399, 7200].map(duration)).toEqual([
      { unit: 'seconds', count: 1 }, { unit: 'seconds', count: 59 }, { unit: 'seconds', count: 89 }, { unit: 'minutes', count: 2 },
      { unit: 'minutes', count: 10 }, { unit: 'minutes', count: 90 }, { unit: 'hours', count: 2 },
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../ids.ts';
import { afterSeeing, aheadLimit, formatTime, instantOf, isFromTheFuture, nextReading, parseTime, type ClockReading } from './hybrid-clock.ts';

const device = 'device-A_1' as DeviceId;
const other = 'device-B' as DeviceId;
const noon = Date.UTC(2026, 10, 24, 12);

describe('a hybrid clock', () => {
  it('always moves forward while the local clock stays within a day of it', () => {
    const jumps = fc.array(fc.integer({ min: -3_600_000, max: 3_600_000 }), { maxLength: 20 });
    fc.assert(
      fc.property(jumps, (steps) => {
        let now = noon;
        let last: ClockReading | null = null;
        for (const step of steps) {
          now += step;
          const next = nextReading(last, now);
          if (last !== null) expect(formatTime(next, device) > formatTime(last, device)).toBe(true);
          last = next;
        }
      }),
    );
  });

  it('is never more than a day ahead of local time, whatever it saw', () => {
    const events = fc.array(fc.record({ now: fc.nat(2 ** 45), remote: fc.nat(2 ** 47), counter: fc.nat(0xffff) }));
    fc.assert(
      fc.property(events, (seen) => {
        let last: ClockReading | null = null;
        for (const { now, remote, counter } of seen) {
          const heard = afterSeeing(last, formatTime({ ms: remote, counter }, other), now);
          expect(heard.fromTheFuture).toBe(remote > now + aheadLimit);
          last = nextReading(heard.reading, now);
          expect(last.ms).toBeLessThanOrEqual(now + aheadLimit);
        }
      }),
    );
  });

  it('is later than what it has seen', () => {
    const remote = formatTime({ ms: noon + 5000, counter: 7 }, other);
    const heard = afterSeeing({ ms: noon, counter: 0 }, remote, noon);
    expect(formatTime(nextReading(heard.reading, noon), device) > remote).toBe(true);
  });

  it('is not moved by a change from the future', () => {
    const last = { ms: noon, counter: 3 };
    const remote = formatTime({ ms: noon + aheadLimit + 1, counter: 0 }, other);
    expect(afterSeeing(last, remote, noon)).toEqual({ reading: last, fromTheFuture: true });
    expect([isFromTheFuture(remote, noon), isFromTheFuture(remote, noon + 1)]).toEqual([true, false]);
  });

  it('comes back from a year ahead once the local clock is right', () => {
    expect(nextReading({ ms: noon + 365 * aheadLimit, counter: 9 }, noon)).toEqual({ ms: noon, counter: 0 });
  });

  it('carries a full counter into the next millisecond', () => {
    expect(nextReading({ ms: noon, counter: 0xffff }, noon)).toEqual({ ms: noon + 1, counter: 0 });
    expect(nextReading({ ms: noon + aheadLimit, counter: 0xffff }, noon)).toEqual({ ms: noon, counter: 0 });
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER])('gives a reading at local time %d', (now) => {
    expect(parseTime(formatTime(nextReading(null, now), device))).not.toBeNull();
  });
});

describe('a reading as text', () => {
  const reading = fc.record({ ms: fc.nat(2 ** 47), counter: fc.nat(0xffff) });

  it('reads back', () => {
    fc.assert(
      fc.property(reading, (one) => {
        const time = formatTime(one, device);
        expect(parseTime(time)).toEqual({ ...one, device });
        expect(instantOf(time)).toBe(one.ms);
      }),
    );
  });

  it('sorts as the readings do', () => {
    fc.assert(
      fc.property(reading, reading, (one, two) => {
        const earlier = one.ms < two.ms || (one.ms === two.ms && one.counter < two.counter);
        expect(formatTime(one, device) < formatTime(two, device)).toBe(earlier);
      }),
    );
  });

  it.each(['', 'x', '0123456789ab-0000-', '0123456789AB-0000-d', '0123456789ab-0000-d e', '0123456789ab-00000-d\n'])('refuses %j', (text) => {
    expect(parseTime(text)).toBeNull();
  });
});

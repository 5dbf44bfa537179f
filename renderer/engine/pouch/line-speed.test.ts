import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineSpeed } from './line-speed.ts';

/** A line with a speed, a clock, and bodies that pass one after the other. */
function aLine(bytesPerSecond: number, roundTrip = 0) {
  let now = 0;
  const speed = new LineSpeed(() => now);
  return {
    speed,
    wait: (milliseconds: number) => (now += milliseconds),
    send(bytes: number) {
      const passing = speed.watch(bytes);
      now += (bytes * 1000) / bytesPerSecond + roundTrip;
      passing.sent();
      passing.ended();
    },
    fetch(bytes: number, chunk = 1_400) {
      const passing = speed.watch(0);
      now += roundTrip;
      passing.sent();
      for (let left = bytes; left > 0; left -= chunk) {
        now += (Math.min(left, chunk) * 1000) / bytesPerSecond;
        passing.received(Math.min(left, chunk));
      }
      passing.ended();
    },
  };
}

const slow = 4_000;

describe('the speed of a line', () => {
  test('is not known before something told it, and small questions tell nothing', () => {
    const line = aLine(slow, 600);
    expect(line.speed.bytesPerSecond()).toBeNull();
    for (let asked = 0; asked < 20; asked += 1) line.fetch(300);
    expect(line.speed.bytesPerSecond()).toBeNull();
  });

  test('at 32 kbit/s, from parcels that take more than a minute each', () => {
    const line = aLine(slow, 300);
    line.send(320_000);
    expect(line.speed.bytesPerSecond()).toBeCloseTo(slow, -2);
    line.fetch(200_000);
    line.send(320_000);
    expect(line.speed.bytesPerSecond()).toBeCloseTo(slow, -2);
  });

  test('is what it truly is, whatever passes, and rests count for nothing', () => {
    const passes = fc.record({ sends: fc.boolean(), bytes: fc.integer({ min: 20_000, max: 2_000_000 }), rest: fc.nat({ max: 60_000 }) });
    fc.assert(fc.property(fc.integer({ min: 2_000, max: 20_000_000 }), fc.array(passes, { minLength: 1, maxLength: 20 }), (bytesPerSecond, all) => {
      const line = aLine(bytesPerSecond);
      for (const { sends, bytes, rest } of all) {
        if (sends) line.send(bytes);
        else line.fetch(bytes, 64_000);
        line.wait(rest);
      }
      const told = line.speed.bytesPerSecond() ?? 0;
      expect(told / bytesPerSecond).toBeGreaterThan(0.98);
      expect(told / bytesPerSecond).toBeLessThan(1.02);
    }));
  });

  test('follows a line that becomes another', () => {
    let now = 0;
    const speed = new LineSpeed(() => now);
    const pass = (bytesPerSecond: number) => {
      const passing = speed.watch(100_000);
      now += 100_000_000 / bytesPerSecond;
      passing.sent();
      passing.ended();
    };
    for (let sent = 0; sent < 10; sent += 1) pass(100_000);
    for (let sent = 0; sent < 3; sent += 1) pass(10_000);
    expect(speed.bytesPerSecond()).toBeCloseTo(10_000, -1);
  });

  test('two bodies side by side are one line', () => {
    let now = 0;
    const speed = new LineSpeed(() => now);
    const [one, other] = [speed.watch(50_000), speed.watch(50_000)];
    now = 10_000;
    one.sent();
    other.sent();
    expect(speed.bytesPerSecond()).toBe(10_000);
  });
});

describe('what is on its way', () => {
  test('is guessed from the speed, never the whole of it, and is nothing once it is there', () => {
    let now = 0;
    const speed = new LineSpeed(() => now);
    const before = speed.watch(40_000);
    now = 10_000;
    before.sent();
    before.ended();
    const leaving = speed.watch(40_000);
    now = 15_000;
    expect(speed.inFlight()).toBe(20_000);
    now = 100_000;
    expect(speed.inFlight()).toBe(38_000);
    leaving.sent();
    leaving.ended();
    expect(speed.inFlight()).toBe(0);
    expect(speed.sent).toBe(80_000);
  });

  test('a request without an answer has not gone', () => {
    const speed = new LineSpeed(() => 0);
    speed.watch(9_000).ended();
    expect([speed.sent, speed.received, speed.inFlight()]).toEqual([0, 0, 0]);
  });

  test('of an answer it is what has come', () => {
    let now = 0;
    const speed = new LineSpeed(() => now);
    const passing = speed.watch(100);
    passing.sent();
    now = 2_000;
    passing.received(6_000);
    expect(speed.inFlight()).toBe(6_000);
    expect(speed.bytesPerSecond()).toBe(3_000);
    passing.ended();
    expect(speed.inFlight()).toBe(0);
  });
});

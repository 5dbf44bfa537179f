import { expect, test } from 'vitest';
import type { DeliveryProgress } from '../api.ts';
import { LineSpeed } from './line-speed.ts';
import { createProgress } from './progress.ts';

const still = { bytesPerSecond: () => null, inFlight: () => 0 };

test('told at most ten times a second, a new phase at once', () => {
  const told: DeliveryProgress[] = [];
  let now = 0;
  const progress = createProgress((one) => told.push(one), () => now, still);
  progress.phase('delivering', 100);
  for (; now < 1000; now += 10) progress.done(1);
  expect(told.length).toBeLessThanOrEqual(11);
  progress.phase('receiving', 5);
  expect(told.at(-1)).toMatchObject({ phase: 'receiving', done: 0, total: 5 });
});

test('done never exceeds the total that is told', () => {
  const told: DeliveryProgress[] = [];
  const progress = createProgress((one) => told.push(one), () => told.length * 1000, still);
  progress.phase('sealing', 2);
  progress.done(5);
  progress.at(9, 4);
  expect(told.every((one) => one.done <= one.total)).toBe(true);
});

test('without a weight or a speed no bytes and no time are claimed', () => {
  const told: DeliveryProgress[] = [];
  const progress = createProgress((one) => told.push(one), () => told.length * 1000, still);
  progress.phase('receiving', 8);
  progress.at(2, 8);
  expect(told.at(-1)).toMatchObject({ bytes: null, secondsLeft: null });
  progress.weighs(500);
  progress.tick();
  expect(told.at(-1)).toMatchObject({ bytes: { done: 1_000, total: 4_000 }, secondsLeft: null });
});

/** Five parcels of 160 kB over 32 kbit/s, told every second, each confirmed only when all of it is there. */
function aSlowDelivery(): readonly (DeliveryProgress & { readonly at: number })[] {
  const told: (DeliveryProgress & { readonly at: number })[] = [];
  let now = 0;
  const line = new LineSpeed(() => now);
  const progress = createProgress((one) => told.push({ ...one, at: now / 1000 }), () => now, line);
  progress.phase('delivering', 50);
  progress.weighs(16_000);
  for (let parcel = 0; parcel < 5; parcel += 1) {
    const passing = line.watch(160_000);
    for (let second = 0; second < 40; second += 1) {
      now += 1_000;
      progress.tick();
    }
    passing.sent();
    passing.ended();
    progress.done(10);
  }
  now += 1_000;
  progress.tick();
  return told;
}

test('over 32 kbit/s the time left is right within a tenth once the first parcel has gone, and runs down', () => {
  const told = aSlowDelivery();
  const end = told.at(-1)?.at ?? 0;
  const known = told.filter((one) => one.at > 41 && one.at < end - 1);
  expect(known.length).toBeGreaterThan(100);
  for (const one of known) {
    expect(Math.abs((one.secondsLeft ?? 0) - (end - 1 - one.at))).toBeLessThan(Math.max(5, (end - one.at) * 0.1));
    expect(one.bytesPerSecond).toBe(4_000);
  }
  const left = known.map((one) => one.secondsLeft ?? 0);
  expect(left.every((seconds, at) => at === 0 || seconds <= (left[at - 1] ?? 0))).toBe(true);
});

test('bytes never go back and end at the total', () => {
  const bytes = aSlowDelivery().flatMap((one) => (one.bytes === null ? [] : [one.bytes.done]));
  expect(bytes.every((done, at) => at === 0 || done >= (bytes[at - 1] ?? 0))).toBe(true);
  expect(bytes.at(-1)).toBe(800_000);
});

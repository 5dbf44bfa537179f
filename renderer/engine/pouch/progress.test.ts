import { expect, test } from 'vitest';
import type { DeliveryProgress } from '../api.ts';
import { createProgress } from './progress.ts';

test('told at most ten times a second, a new phase at once', () => {
  const told: DeliveryProgress[] = [];
  let now = 0;
  const progress = createProgress((one) => told.push(one), () => now);
  progress.phase('delivering', 100);
  for (; now < 1000; now += 10) progress.done(1);
  expect(told.length).toBeLessThanOrEqual(11);
  progress.phase('receiving', 5);
  expect(told.at(-1)).toMatchObject({ phase: 'receiving', done: 0, total: 5 });
});

test('speed is what moved over the time it took, lately', () => {
  let now = 0;
  const progress = createProgress(() => undefined, () => now);
  expect(progress.bytesPerSecond()).toBeNull();
  progress.moved(4_000, 1_000);
  expect(progress.bytesPerSecond()).toBe(4_000);
  now = 10_000;
  progress.moved(1_000, 1_000);
  expect(progress.bytesPerSecond()).toBe(1_000);
});

test('done never exceeds the total that is told', () => {
  const told: DeliveryProgress[] = [];
  const progress = createProgress((one) => told.push(one), () => told.length * 1000);
  progress.phase('sealing', 2);
  progress.done(5);
  progress.at(9, 4);
  expect(told.every((one) => one.done <= one.total)).toBe(true);
});

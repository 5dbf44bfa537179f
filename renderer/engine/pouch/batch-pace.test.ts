import { expect, test } from 'vitest';
import { batchLength, isAnotherSize, largestBatch, paceAfter, paceAfterFailure, parcelsAtOnce, startingPace } from './batch-pace.ts';

test('a batch is what fits the aim, and at least one', () => {
  expect(batchLength([10, 10, 10], { aim: 25 })).toBe(2);
  expect(batchLength([100, 10], { aim: 25 })).toBe(1);
  expect(batchLength([10, 10], { aim: 25 })).toBe(2);
  expect(batchLength([], { aim: 25 })).toBe(0);
});

test('on a fast line batches grow fourfold, up to what the gateway takes', () => {
  let pace = startingPace;
  const aims = [1, 2, 3, 4].map(() => {
    pace = paceAfter(pace, pace.aim, 100);
    return pace.aim;
  });
  expect(aims).toEqual([startingPace.aim * 4, startingPace.aim * 16, largestBatch, largestBatch]);
});

test('at 32 kbit/s a batch is what five seconds carry', () => {
  const pace = paceAfter(startingPace, 180_000, 45_000);
  expect(pace.aim).toBe(20_000);
});

test('a small batch proves little', () => {
  expect(paceAfter(startingPace, 3_000, 100).aim).toBe(150_000);
  expect(paceAfter(startingPace, 3_000, 1).aim).toBe(startingPace.aim);
});

test('half of what failed, never nothing', () => {
  expect(paceAfterFailure(100_000).aim).toBe(50_000);
  expect(paceAfterFailure(1).aim).toBe(1);
});

test('two parcels are fetched over an unknown line, then what five seconds carry', () => {
  expect(parcelsAtOnce(null)).toBe(2);
  expect(parcelsAtOnce(4_000)).toBe(1);
  expect(parcelsAtOnce(180_000)).toBe(10);
  expect(parcelsAtOnce(90_000_000)).toBe(50);
});

test('only twice or half as much is another size', () => {
  expect([1, 2, 3, 4].map((due) => isAnotherSize(due, 2))).toEqual([true, false, false, true]);
  expect(isAnotherSize(50, 50)).toBe(false);
});

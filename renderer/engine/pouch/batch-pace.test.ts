import { expect, test } from 'vitest';
import { batchLength, largestBatch, paceAfter, paceAfterFailure, paceFor, startingPace } from './batch-pace.ts';

test('a batch is what fits the aim, and at least one', () => {
  expect(batchLength([10, 10, 10], { aim: 25 })).toBe(2);
  expect(batchLength([100, 10], { aim: 25 })).toBe(1);
  expect(batchLength([10, 10], { aim: 25 })).toBe(2);
  expect(batchLength([], { aim: 25 })).toBe(0);
});

test('quick batches grow up to what the gateway takes, slow ones shrink', () => {
  let pace = startingPace;
  for (let batch = 0; batch < 10; batch += 1) pace = paceAfter(pace, 100);
  expect(pace.aim).toBe(largestBatch);
  expect(paceAfter(pace, 20_000).aim).toBe(largestBatch / 2);
  expect(paceAfter(pace, 5_000)).toBe(pace);
  expect(paceAfterFailure({ aim: 1 }).aim).toBe(1);
});

test('a known speed gives batches of about five seconds', () => {
  expect(paceFor(4_000).aim).toBe(20_000);
  expect(paceFor(null)).toBe(startingPace);
});

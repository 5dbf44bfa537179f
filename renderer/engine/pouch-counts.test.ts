import { expect, test } from 'vitest';
import type { PouchStanding } from '../../core/pouch/standing.ts';
import { PouchCounts } from './pouch-counts.ts';
import { stillStanding } from './when-locked.ts';

/** Counting that ends when the test says so. */
function aCount() {
  const asked: ((counts: PouchStanding | null) => void)[] = [];
  let told = 0;
  const counts = new PouchCounts(
    () => new Promise((resolve, reject) => asked.push((answer) => (answer === null ? reject(new Error('no store')) : resolve(answer)))),
    () => (told += 1),
  );
  const answer = async (with_: PouchStanding | null) => {
    asked.at(-1)?.(with_);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { counts, answer, asked, told: () => told };
}

const some: PouchStanding = { ...stillStanding, goes: 2, stays: 1 };

test('nothing is waited for: Today is told when the numbers are there', async () => {
  const { counts, answer, told } = aCount();
  expect(counts.now()).toBeNull();
  await answer(some);
  expect(told()).toBe(1);
  expect(counts.now()).toEqual(some);
});

test('is counted once at a time, and not again while nothing happened', async () => {
  const { counts, answer, asked } = aCount();
  counts.now();
  counts.now();
  expect(asked).toHaveLength(1);
  await answer(some);
  counts.now();
  expect(asked).toHaveLength(1);
});

test('is counted again after records or the pouch changed, and told only if it is another', async () => {
  const { counts, answer, asked, told } = aCount();
  counts.now();
  counts.heard({ type: 'records', records: [] });
  await answer(some);
  counts.heard({ type: 'drafts' });
  expect(counts.now()).toEqual(some);
  expect(asked).toHaveLength(2);
  await answer(some);
  expect(told()).toBe(1);
  counts.heard({ type: 'pouch' });
  counts.now();
  await answer({ ...some, underWay: 3 });
  expect(told()).toBe(2);
});

test('what could not be counted is counted at the next asking', async () => {
  const { counts, answer, asked } = aCount();
  counts.now();
  await answer(null);
  expect(counts.now()).toBeNull();
  expect(asked).toHaveLength(2);
});

test('after it was closed nothing is counted or told', async () => {
  const { counts, answer, asked, told } = aCount();
  counts.now();
  const closing = counts.close();
  await answer(some);
  await closing;
  counts.heard({ type: 'records', records: [] });
  counts.now();
  expect([asked.length, told()]).toEqual([1, 0]);
});

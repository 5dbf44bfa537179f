import { expect, test } from 'vitest';
import { afterFailure, noAttempts, retryAt, secondsToWait } from './attempts.ts';

const start = 1_700_000_000_000;

test('the first wrong passphrases cost nothing, then the wait grows and never shrinks', () => {
  expect([1, 2].map(secondsToWait)).toEqual([0, 0]);
  const waits = Array.from({ length: 30 }, (_, count) => secondsToWait(count));
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect(secondsToWait(1000)).toBe(3600);
});

test('after the wait the next attempt is allowed', () => {
  let attempts = noAttempts;
  for (let count = 0; count < 4; count += 1) attempts = afterFailure(attempts, start);
  expect(retryAt(attempts, start)).toBe(start + 15_000);
  expect(retryAt(attempts, start + 14_999)).toBe(start + 15_000);
  expect(retryAt(attempts, start + 15_000)).toBeNull();
});

test('a clock set back by years does not lock anybody out for years', () => {
  const attempts = { failed: 4, last: start + 5 * 365 * 86_400_000 };
  expect(retryAt(attempts, start)).toBe(start + 15_000);
});

test('without failures there is no wait', () => {
  expect(retryAt(noAttempts, start)).toBeNull();
});

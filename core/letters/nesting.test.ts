import { expect, test } from 'vitest';
import { nestsDeeperThan } from './nesting.ts';

test('hostile depth is measured without recursion', () => {
  const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
  expect(nestsDeeperThan(deep, 100)).toBe(true);
  expect(nestsDeeperThan([[{ a: [1] }]], 4)).toBe(false);
  expect(nestsDeeperThan([[{ a: [1] }]], 3)).toBe(true);
  expect(nestsDeeperThan('text', 0)).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { padme } from './padme.ts';

const length = fc.integer({ min: 0, max: 2 ** 40 });

test('padding never shortens and costs at most 12 %', () => {
  fc.assert(fc.property(length, (bytes) => padme(bytes) >= bytes && padme(bytes) <= Math.max(bytes * 1.12, bytes + 1)));
});

test('padding twice changes nothing, and longer never becomes shorter', () => {
  fc.assert(fc.property(length, fc.nat(1000), (bytes, more) => {
    expect(padme(padme(bytes))).toBe(padme(bytes));
    expect(padme(bytes + more)).toBeGreaterThanOrEqual(padme(bytes));
  }));
});

test('lengths as in the paper', () => {
  expect([1, 2, 9, 100, 1000, 65_537].map(padme)).toEqual([1, 2, 10, 104, 1024, 67_584]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstFew } from './first-few.ts';

test('are those that sorting all would give, and say whether there were more', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 })), fc.integer({ min: 1, max: 12 }), (numbers, most) => {
      const few = new FirstFew<number>(most, (one, other) => one - other);
      for (const number of numbers) few.offer(number);
      const sorted = numbers.toSorted((one, other) => one - other);
      expect(few.items).toEqual(sorted.slice(0, most));
      expect(few.end).toBe(numbers.length > most ? sorted[most - 1] : null);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.ts';

describe('the distance of two words', () => {
  it.each([
    ['markovic', 'markovic', 0],
    ['markovic', 'makrovic', 1],
    ['markovic', 'markovc', 1],
    ['markovic', 'marikovich', 2],
    ['abc', 'cba', 2],
    ['', 'ab', 2],
  ])('%s, %s: %i', (one, other, distance) => {
    expect(editDistance(one, other, 2)).toBe(distance);
  });

  it('is symmetrical, and nothing but the word itself is at none', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 7 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other, 3);
        expect(editDistance(other, one, 3)).toBe(distance);
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(4);
      }),
    );
  });

  it('one change is never more than one away', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcde'), minLength: 1, maxLength: 9 }), fc.nat(), fc.constantFrom(...'xyz'), (word, place, letter) => {
        const at = place % word.length;
        expect(editDistance(word, word.slice(0, at) + letter + word.slice(at + 1), 1)).toBe(1);
        expect(editDistance(word, word.slice(0, at) + word.slice(at + 1), 1)).toBe(1);
      }),
    );
  });
});

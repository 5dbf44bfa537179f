import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordDifference } from './word-difference.ts';

const textOf = (stretches: ReturnType<typeof wordDifference>, side: 'one' | 'other') =>
  stretches.filter((piece) => piece.of === 'both' || piece.of === side).map((piece) => piece.text).join('');

describe('the difference of two texts', () => {
  it('names the words that differ and no others', () => {
    expect(wordDifference('The vessel left Bar at night.', 'The vessel left Durrës at night.')).toEqual([
      { of: 'both', text: 'The vessel left ' },
      { of: 'one', text: 'Bar' },
      { of: 'other', text: 'Durrës' },
      { of: 'both', text: ' at night.' },
    ]);
  });

  it('takes Cyrillic words whole', () => {
    expect(wordDifference('Возило је виђено у Бару', 'Возило је виђено у Будви')).toEqual([
      { of: 'both', text: 'Возило је виђено у ' },
      { of: 'one', text: 'Бару' },
      { of: 'other', text: 'Будви' },
    ]);
  });

  it('reads neighbouring changes as one', () => {
    expect(wordDifference('on Friday morning', 'on Monday evening')).toEqual([
      { of: 'both', text: 'on ' },
      { of: 'one', text: 'Friday morning' },
      { of: 'other', text: 'Monday evening' },
    ]);
  });

  it('loses nothing of either text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
        const stretches = wordDifference(one, other);
        expect(textOf(stretches, 'one')).toBe(one);
        expect(textOf(stretches, 'other')).toBe(other);
      }),
    );
  });

  it('gives up on texts that have nothing in common, and still loses nothing', () => {
    const one = Array.from({ length: 6000 }, (_, at) => `a${String(at)}`).join(' ');
    const other = Array.from({ length: 6000 }, (_, at) => `b${String(at)}`).join('-');
    const stretches = wordDifference(one, other);
    expect(textOf(stretches, 'one')).toBe(one);
    expect(textOf(stretches, 'other')).toBe(other);
  });
});

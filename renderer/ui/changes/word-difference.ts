import { diffArrays } from 'diff';

/** A stretch of text that both have, or only one of them. */
export interface Stretch {
  readonly of: 'both' | 'one' | 'other';
  readonly text: string;
}

/** Beyond this many steps two texts have nothing to do with one another, and the search would take long. */
const mostEdits = 1000;

// Words by Unicode's rules: Cyrillic and Latin alike, whatever the language.
const words = new Intl.Segmenter('und', { granularity: 'word' });

function wordsOf(text: string): string[] {
  return Array.from(words.segment(text), (piece) => piece.segment);
}

/**
 * How two texts differ, word by word, in reading order. Put together, the stretches of `both` and
 * `one` are the first text, those of `both` and `other` the second.
 */
export function wordDifference(one: string, other: string): readonly Stretch[] {
  const pieces = diffArrays(wordsOf(one), wordsOf(other), { maxEditLength: mostEdits });
  if (pieces === undefined) {
    return [{ of: 'one', text: one } as const, { of: 'other', text: other } as const].filter((piece) => piece.text !== '');
  }
  return joinedOverSpaces(pieces.map(({ value, added, removed }) => ({ of: removed ? 'one' : added ? 'other' : 'both', text: value.join('') })));
}

/** A lone space between two changed words is changed with them: `one two` for `three four` reads as one change. */
function joinedOverSpaces(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  let [one, other] = ['', ''];
  const flush = () => {
    if (one !== '') joined.push({ of: 'one', text: one });
    if (other !== '') joined.push({ of: 'other', text: other });
    [one, other] = ['', ''];
  };
  stretches.forEach((stretch, at) => {
    if (stretch.of === 'one') one += stretch.text;
    else if (stretch.of === 'other') other += stretch.text;
    else if (/^[^\S\n]+$/.test(stretch.text) && one !== '' && other !== '' && at < stretches.length - 1) {
      one += stretch.text;
      other += stretch.text;
    } else {
      flush();
      joined.push(stretch);
    }
  });
  flush();
  return joined;
}

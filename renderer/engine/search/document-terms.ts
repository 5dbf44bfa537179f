import type { RecordKind } from '../../../core/records/kinds.ts';
import { searchedTexts, type TextWeight } from '../../../core/records/searched-text.ts';
import { numbersIn, numberTerms } from '../../../core/text/number-forms.ts';
import { wordsOf, type Word } from '../../../core/text/words-of.ts';
import { countryIn } from './country-of.ts';

/** Terms that stand together: words of one text in their order, or numbers found in it. */
export interface TermBlock {
  readonly weight: TextWeight;
  readonly terms: readonly string[];
}

/** What the index keeps of a record. */
export function documentTerms(kind: RecordKind, value: Readonly<Record<string, unknown>>): readonly TermBlock[] {
  const country = countryIn(value);
  return searchedTexts(kind, value).flatMap(({ weight, text }) => {
    const words = wordsOf(text);
    const others = [...joinedWords(text, words), ...numbersIn(text, country === null ? {} : { country }).flatMap(numberTerms)];
    const blocks: TermBlock[] = [{ weight, terms: words.map((word) => word.folded) }];
    return others.length === 0 ? blocks : [...blocks, { weight, terms: others }];
  });
}

/** Hadži-Popović is found as Hadžipopović, O’Brien as Obrien. */
function joinedWords(text: string, words: readonly Word[]): readonly string[] {
  return words.flatMap((word, at) => {
    const next = words[at + 1];
    if (next === undefined || !/^[-‐’'ʼ]$/.test(text.slice(word.end, next.start))) return [];
    return /\p{N}/u.test(word.folded + next.folded) ? [] : [word.folded + next.folded];
  });
}

import { foldName } from './fold-name.ts';

/** A word where it stands in a text. `folded` is its spelling without diacritics and script. */
export interface Word {
  readonly folded: string;
  /** Offsets in UTF-16 units, as `slice` takes them. */
  readonly start: number;
  readonly end: number;
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Longer than any name or number; what is longer is no word but data. */
const longestWord = 64;
/** Words are folded once: texts repeat them. Emptied when full, since it holds what people wrote. */
const mostRemembered = 50_000;
const remembered = new Map<string, string>();

/** The words of a text in their order. Text without letters and digits has none. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    const folded = foldWord(word);
    if (folded !== '') words.push({ folded, start: index, end: index + word.length });
  }
  return words;
}

/** Forgets the words that were folded: called when a notebook is locked. */
export function forgetWords(): void {
  remembered.clear();
}

function foldWord(word: string): string {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const folded = foldName(word.slice(0, longestWord)).replaceAll(' ', '');
  if (remembered.size >= mostRemembered) remembered.clear();
  remembered.set(word, folded);
  return folded;
}

/** Whether a text is written, at least in part, in Cyrillic letters. */
export function hasCyrillic(text: string): boolean {
  return /\p{Script=Cyrillic}/u.test(text);
}

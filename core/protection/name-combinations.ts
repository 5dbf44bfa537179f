import { nameStem } from '../text/name-stem.ts';
import { wordsOf, type Word } from '../text/words-of.ts';

/**
 * What is looked for: two stems of one name in the order of the alphabet, parted by a space; or one
 * stem, for a name that is watched wherever it stands alone.
 */
export type NameCombination = string;

/** A first name and a family name stand beside one another, or with two words with a capital between them: a middle name, an initial, a title. */
const near = 3;
/** What a name goes across: spaces, a comma, brackets, quotes; a full stop only behind an initial or a title. */
const withinName = /^[^.!?;:\n\r\t]*$/;
const afterInitial = /^\.[^.!?;:\n\r\t]*$/;
const longestInitial = 3;
const shortestWord = 2;
/** One capital within a sentence among so many words: the text is written without capitals, and any word may be a name. */
const wordsPerCapital = 30;
const mostLowercase = 300;
/** A text with more is a table; what is beyond is not looked at. */
const mostCombinations = 4000;

/**
 * What one way of writing a name is watched by: every two of its words, or its only word. A word with
 * a hyphen or an apostrophe counts in its parts and as one: Hadži-Pešić, Hadžipešić. Empty where the
 * name has no word of two letters.
 */
export function combinationsOfName(name: string): readonly NameCombination[] {
  const words = name.split(/[\s,;]+/).map(stemsOfPart).filter((stems) => stems.length > 0);
  const [only] = words;
  if (only === undefined) return [];
  if (words.length === 1) return only.length === 1 ? only : pairs(only.slice(0, -1));
  return unique(words.flatMap((some, at) => words.slice(at + 1).flatMap((others) => some.flatMap((one) => others.map((other) => combined(one, other))))));
}

/** The stems of what stands between two spaces: its parts, and last the whole where there are several. */
function stemsOfPart(part: string): readonly string[] {
  const parts = wordsOf(part).filter(({ folded }) => !/\p{N}/u.test(folded));
  const stems = parts.flatMap(({ folded }) => (isNameWord(folded) ? [nameStem(folded)] : []));
  return parts.length > 1 ? [...stems, nameStem(parts.map(({ folded }) => folded).join(''))] : stems;
}

function pairs(stems: readonly string[]): readonly NameCombination[] {
  return unique(stems.flatMap((one, at) => stems.slice(at + 1).map((other) => combined(one, other))));
}

/**
 * Every combination of a text that may be a name: words with a capital that stand within three words
 * of one another, in whatever order, with nothing but such words between them; of a text without
 * capitals any two neighbours. `alone`: single words too.
 */
export function combinationsOfText(text: string, { alone }: { readonly alone: boolean }): readonly NameCombination[] {
  const words = nameWordsOf(text);
  const found = new Set<NameCombination>();
  for (const [at, { stem, run, reach }] of words.entries()) {
    if (found.size >= mostCombinations) break;
    if (stem === null) continue;
    if (alone) found.add(stem);
    for (const other of words.slice(at + 1, at + 1 + reach)) if (other.run === run && other.stem !== null) found.add(combined(stem, other.stem));
  }
  return [...found];
}

interface NameWord {
  /** `null` for an initial. */
  readonly stem: string | null;
  /** Words of one run have nothing between them that a name does not go across. */
  readonly run: number;
  /** With how many of the next words it may make a name. */
  readonly reach: number;
}

function nameWordsOf(text: string): readonly NameWord[] {
  const words = wordsOf(text);
  const capitals = words.filter(({ start }, at) => isCapital(text, start) && !isFirst(text, words[at - 1], start)).length;
  const anyWord = capitals * wordsPerCapital < words.length;
  const reach = anyWord ? 2 : near;
  let run = 0;
  let before: Word | null = null;
  const found: NameWord[] = [];
  for (const word of anyWord ? words.slice(0, mostLowercase) : words) {
    if (before !== null && !goesOn(text, before, word)) run += 1;
    before = word;
    if (anyWord || isCapital(text, word.start)) found.push({ stem: isNameWord(word.folded) ? nameStem(word.folded) : null, run, reach });
    else run += 1;
  }
  return found;
}

function goesOn(text: string, before: Word, next: Word): boolean {
  const between = text.slice(before.end, next.start);
  return withinName.test(between) || (before.end - before.start <= longestInitial && afterInitial.test(between));
}

function combined(one: string, other: string): NameCombination {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/** The first word of a text or a sentence has its capital for that. */
function isFirst(text: string, before: Word | undefined, start: number): boolean {
  return before === undefined || /[.!?\n\r]/.test(text.slice(before.end, start));
}

/** Letters only, and more than an initial. */
function isNameWord(folded: string): boolean {
  return folded.length >= shortestWord && !/\p{N}/u.test(folded);
}

function isCapital(text: string, start: number): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(text.slice(start, start + 2));
}

function unique<Value>(values: readonly Value[]): readonly Value[] {
  return [...new Set(values)];
}

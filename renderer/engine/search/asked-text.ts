import { numbersIn, type FoundNumber } from '../../../core/text/number-forms.ts';
import { wordsOf } from '../../../core/text/words-of.ts';

/** One thing that a record must have to be found. */
export type Clause =
  | { readonly is: 'word'; readonly word: string; readonly written: string }
  | { readonly is: 'phrase'; readonly words: readonly string[] }
  /** A number, or else its pieces as words. */
  | { readonly is: 'number'; readonly number: FoundNumber; readonly words: readonly string[] };

/** More words than anybody types; the rest is passed over. */
const mostClauses = 24;
const longestQuestion = 1000;
const quoted = /["„“”«»]([^"„“”«»]*)["„“”«»]/g;
/** Before the digits of an extension: what is looked for is the digits. */
const extensionWords = new Set(['ext', 'lok', 'lokal', 'tel', 'mob', 'fax']);

/** What was typed, taken apart: phrases in quotes, numbers, words. Empty when there is nothing to look for. */
export function askedFor(text: string): readonly Clause[] {
  const clauses: Clause[] = [];
  let rest = '';
  let from = 0;
  const asked = text.slice(0, longestQuestion);
  for (const found of asked.matchAll(quoted)) {
    const words = wordsOf(found[1] ?? '').map((word) => word.folded);
    if (words.length > 0) clauses.push({ is: 'phrase', words });
    rest += `${asked.slice(from, found.index)}\n`;
    from = found.index + found[0].length;
  }
  clauses.push(...outsideQuotes(rest + asked.slice(from)));
  return clauses.slice(0, mostClauses);
}

function outsideQuotes(text: string): readonly Clause[] {
  const numbers = numbersIn(text, { typed: true });
  const clauses: { readonly at: number; readonly clause: Clause }[] = numbers.map((number) => ({
    at: number.start,
    clause: { is: 'number', number, words: wordsOf(text.slice(number.start, number.end)).map((word) => word.folded) },
  }));
  for (const { folded, start, end } of wordsOf(text)) {
    if (numbers.some((number) => start >= number.start && start < number.end)) continue;
    if (numbers.length > 0 && extensionWords.has(folded)) continue;
    clauses.push({ at: start, clause: { is: 'word', word: folded, written: text.slice(start, end) } });
  }
  return clauses.sort((one, other) => one.at - other.at).map(({ clause }) => clause);
}

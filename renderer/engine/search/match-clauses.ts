import { numberLookups } from '../../../core/text/number-forms.ts';
import type { Clause } from './asked-text.ts';
import { Scores } from './scores.ts';
import type { TextIndex } from './text-index.ts';
import type { CloseTerm } from './vocabulary.ts';

/** A number that is part of another, or was written as words, says less than the number itself. */
const inOtherCountryForm = 0.9;
const insideNumber = 0.5;
const asWords = 0.6;

/** Which records a clause finds, and how well: weight where it stands times closeness. With `errors` also where a word is nearly the one typed. */
export function matchClause(index: TextIndex, clause: Clause, errors: boolean): Scores {
  switch (clause.is) {
    case 'word':
      return withTerms(index, index.vocabulary.close(clause.word, { prefix: true, errors }));
    case 'phrase':
      return phrase(index, clause.words);
    case 'number':
      return number(index, clause);
  }
}

function withTerms(index: TextIndex, terms: readonly CloseTerm[]): Scores {
  const scores = new Scores(index.span);
  for (const { term, closeness } of terms) index.eachWith(term, (document, weight) => scores.note(document, weight * closeness));
  return scores;
}

/** Terms that count as a word of a phrase: its spellings, nothing else. */
export function spellingsOf(index: TextIndex, words: readonly string[]): readonly ReadonlySet<number>[] {
  return words.map((word) => new Set(index.vocabulary.close(word, { prefix: false, errors: false }).map(({ term }) => term)));
}

function phrase(index: TextIndex, words: readonly string[]): Scores {
  const together = wordsTogether(index, words);
  if (words.length < 2) return together;
  const stands = index.phraseFinder(spellingsOf(index, words));
  const found = new Scores(index.span);
  for (const document of together.documents) if (stands(document)) found.note(document, together.get(document));
  return found;
}

function number(index: TextIndex, { number, words }: Extract<Clause, { is: 'number' }>): Scores {
  const { vocabulary } = index;
  const { same, countryForm, contained } = numberLookups(number);
  const terms = [...exactTerms(index, same, 1), ...exactTerms(index, countryForm, inOtherCountryForm)];
  terms.push(...vocabulary.containing(contained).map((term) => ({ term, closeness: insideNumber })));
  const found = withTerms(index, terms);
  const spread = wordsTogether(index, words);
  for (const document of spread.documents) found.note(document, spread.get(document) * asWords);
  return found;
}

function exactTerms(index: TextIndex, texts: readonly string[], closeness: number): readonly CloseTerm[] {
  return texts.flatMap((text) => {
    const term = index.vocabulary.exactly(text);
    return term === undefined ? [] : [{ term, closeness }];
  });
}

/** Records that have all of the words, in whatever order. */
function wordsTogether(index: TextIndex, words: readonly string[]): Scores {
  const each = words.map((word) => withTerms(index, index.vocabulary.close(word, { prefix: false, errors: false })));
  const [smallest, ...others] = each.toSorted((one, other) => one.size - other.size);
  const together = new Scores(index.span);
  for (const document of smallest?.documents ?? []) {
    if (!others.every((other) => other.get(document) > 0)) continue;
    together.note(document, each.reduce((sum, one) => sum + one.get(document), 0) / each.length);
  }
  return together;
}

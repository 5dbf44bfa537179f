import type { Clause } from './asked-text.ts';
import { matchClause, spellingsOf } from './match-clauses.ts';
import { Scores } from './scores.ts';
import type { DocumentNumber, TextIndex } from './text-index.ts';

export interface Ranked<Item> {
  readonly document: DocumentNumber;
  readonly score: number;
  readonly item: Item;
}

export interface RankedAll<Item> {
  /** In no order. */
  readonly all: readonly Ranked<Item>[];
  /** No record has everything that was asked for: these have some of it. */
  readonly someOnly: boolean;
  /** Words were looked for with typing errors, because as they stand they are nowhere. */
  readonly withErrors: boolean;
}

/** What stands behind a record's number where it may be found, `null` where it may not. */
type Admit<Item> = (document: DocumentNumber) => Item | null;

/**
 * Records that have everything asked for, scored: rare words count more than common ones, and a word
 * counts by where it stands and how close it is. A word that is nowhere is looked for with typing
 * errors; when nothing has everything, all words are; when there is still nothing, what has most of it.
 */
export function rankAll<Item>(index: TextIndex, clauses: readonly Clause[], admit: Admit<Item>): RankedAll<Item> {
  if (clauses.length === 0) return { all: [], someOnly: false, withErrors: false };
  const strict = clauses.map((clause) => matchClause(index, clause, false));
  const helped = strict.map((found, at) => (found.size > 0 ? found : matchClause(index, clauses[at] ?? never(), true)));
  const whole = having(index, helped, helped.length, admit);
  const withErrors = helped.some((found, at) => found !== strict[at] && found.size > 0);
  if (whole.length > 0) return { all: whole, someOnly: false, withErrors };
  const loose = clauses.map((clause, at) => (helped[at] === strict[at] ? matchClause(index, clause, true) : (helped[at] ?? new Scores(0))));
  const looser = having(index, loose, loose.length, admit);
  if (looser.length > 0) return { all: looser, someOnly: false, withErrors: true };
  const most = mostHad(loose, admit);
  return { all: most === 0 ? [] : having(index, loose, most, admit), someOnly: most > 0, withErrors: loose.some((found, at) => found.size > (strict[at]?.size ?? 0)) };
}

/** More words next to one another, as they were typed, are looked for in this many of the best. */
const lookedAtTogether = 200;
const togetherBonus = 1.4;

/** Raises those of the best in which the words stand together in the order typed. */
export function raiseTogether<Item>(index: TextIndex, clauses: readonly Clause[], best: readonly Ranked<Item>[]): readonly Ranked<Item>[] {
  const words = clauses.flatMap((clause) => (clause.is === 'word' ? [clause.word] : []));
  if (words.length < 2) return best;
  const stand = index.phraseFinder(spellingsOf(index, words));
  return best.map((one, at) => (at < lookedAtTogether && stand(one.document) ? { ...one, score: one.score * togetherBonus } : one));
}

function having<Item>(index: TextIndex, found: readonly Scores[], least: number, admit: Admit<Item>): readonly Ranked<Item>[] {
  const smallestFirst = found.toSorted((one, other) => one.size - other.size);
  const rarity = smallestFirst.map((one) => Math.log(1 + index.size / Math.max(1, one.size)));
  const all = least === found.length;
  const candidates = all ? (smallestFirst[0]?.documents ?? []) : new Set(found.flatMap((one) => one.documents));
  const ranked: Ranked<Item>[] = [];
  for (const document of candidates) {
    let had = 0;
    let score = 0;
    for (let at = 0; at < smallestFirst.length; at += 1) {
      const here = smallestFirst[at]?.get(document) ?? 0;
      if (here === 0 && all) break;
      if (here === 0) continue;
      had += 1;
      score += here * (rarity[at] ?? 0);
    }
    const item = had >= least ? admit(document) : null;
    if (item !== null) ranked.push({ document, score, item });
  }
  return ranked;
}

function mostHad(found: readonly Scores[], admit: Admit<unknown>): number {
  const had = new Map<DocumentNumber, number>();
  for (const one of found) for (const document of one.documents) had.set(document, (had.get(document) ?? 0) + 1);
  let most = 0;
  for (const [document, count] of had) if (count > most && admit(document) !== null) most = count;
  return most;
}

function never(): never {
  throw new Error('as many results as clauses');
}

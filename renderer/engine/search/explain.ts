import type { SearchedText } from '../../../core/records/searched-text.ts';
import { editDistance, errorsAllowed } from '../../../core/text/edit-distance.ts';
import { keysOfFolded } from '../../../core/text/fold-name.ts';
import { matchNumbers, numbersIn } from '../../../core/text/number-forms.ts';
import { hasCyrillic, wordsOf } from '../../../core/text/words-of.ts';
import type { Clause } from './asked-text.ts';
import type { Excerpt, FoundHow, TextRun } from './search-api.ts';

/** Something found in a text, where, and for which of the clauses. */
interface Mark {
  readonly start: number;
  readonly end: number;
  readonly clause: number;
  readonly how: FoundHow | null;
}

type Told = Omit<Excerpt, 'record'>;

export interface ExplainedRecord {
  readonly title: string;
  readonly texts: readonly SearchedText[];
  /** Country for telephone numbers without one, ISO 3166 alpha-2. */
  readonly country: string | null;
}

const mostParts = 2;
const mostReasons = 3;
const mostWords = 40;

/** Why a record was found: its title and the best passages with what was found in them, and in what other spelling or format. */
export function explain(clauses: readonly Clause[], { title, texts, country }: ExplainedRecord): Told {
  const asked = clauses.map((clause) => new AskedWords(clause));
  const marked = texts.map((one) => ({ ...one, marks: marksIn(asked, one.text, country) })).filter((one) => one.marks.length > 0);
  const titleMarks = marksIn(asked, title, country);
  const elsewhere = marked.filter((one) => !isShownIn(title, one)).toSorted((one, other) => worthOf(other) - worthOf(one));
  const why = new Map<string, Excerpt['why'][number]>();
  const words = new Set<string>();
  for (const { text, marks } of [{ text: title, marks: titleMarks }, ...elsewhere]) {
    for (const { start, end, how } of marks) {
      const found = text.slice(start, end);
      words.add(found);
      if (how !== null) why.set(`${how} ${found.toLowerCase()}`, { how, found });
    }
  }
  return {
    title: runsOf(title, titleMarks),
    parts: elsewhere.slice(0, mostParts).map(({ field, text, marks }) => ({ field, runs: passage(text, marks) })),
    why: [...why.values()].slice(0, mostReasons),
    words: [...words].slice(0, mostWords),
  };
}

/** Whether the title says already what was found in this text: it is the title, or its shown beginning has all of it. */
function isShownIn(title: string, { text, marks }: { readonly text: string; readonly marks: readonly Mark[] }): boolean {
  const shown = title.replace(/…$/, '').trim();
  return shown !== '' && text.trim().startsWith(shown) && marks.every(({ end }) => end <= shown.length);
}

function worthOf({ marks, weight }: { readonly marks: readonly Mark[]; readonly weight: number }): number {
  const sure = marks.filter(({ how }) => how !== 'typing-error' && how !== 'number-part').length;
  return new Set(marks.map((mark) => mark.clause)).size * 100 + Math.min(sure, 9) * 3 + weight;
}

/** What is looked for, prepared for many texts. */
class AskedWords {
  readonly clause: Clause;
  private readonly words: readonly { readonly folded: string; readonly keys: readonly string[]; readonly written: string | null; readonly prefix: boolean }[];

  constructor(clause: Clause) {
    this.clause = clause;
    const written = clause.is === 'word' ? clause.written : null;
    const words = clause.is === 'word' ? [clause.word] : clause.words;
    this.words = words.map((folded) => ({ folded, keys: keysOfFolded(folded), written, prefix: clause.is === 'word' }));
  }

  get length(): number {
    return this.words.length;
  }

  /** How a word of the text counts as the word at a place; `undefined` when it does not. */
  match(place: number, folded: string, text: string): FoundHow | null | undefined {
    const asked = this.words[place];
    if (asked === undefined) return undefined;
    const keys = keysOfFolded(folded);
    const beginsLike = (key: string) => keys.some((one) => (asked.prefix ? one.startsWith(key) : one === key));
    if (asked.keys.some(beginsLike)) return this.howSpelled(asked, folded, text);
    if (this.clause.is !== 'word') return undefined;
    const near = asked.keys.some((key) => keys.some((one) => errorsAllowed(key.length) > 0 && editDistance(key, one, errorsAllowed(key.length)) <= errorsAllowed(key.length)));
    return near ? 'typing-error' : undefined;
  }

  private howSpelled({ folded: asked, written }: { readonly folded: string; readonly written: string | null }, folded: string, text: string): FoundHow | null {
    if (written === null) return null;
    if (hasCyrillic(text) !== hasCyrillic(written)) return 'other-script';
    const same = hasCyrillic(text) || bareLetters(text).startsWith(bareLetters(written));
    return same && folded.startsWith(asked) ? null : 'other-spelling';
  }
}

function bareLetters(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function marksIn(asked: readonly AskedWords[], text: string, country: string | null): readonly Mark[] {
  const words = wordsOf(text);
  const marks: Mark[] = [];
  asked.forEach((one, clause) => {
    if (one.clause.is === 'number') marks.push(...numberMarks(one.clause, text, country, clause));
    else if (one.clause.is === 'phrase') marks.push(...phraseMarks(one, text, clause));
    else {
      const found = words.flatMap(({ folded, start, end }) => {
        const how = one.match(0, folded, text.slice(start, end));
        return how === undefined ? [] : [{ start, end, clause, how }];
      });
      // Nearly the word is said only where the word itself is not.
      const sure = found.filter(({ how }) => how !== 'typing-error');
      marks.push(...(sure.length > 0 ? sure : found));
    }
  });
  return marks.toSorted((one, other) => one.start - other.start || other.end - one.end);
}

function phraseMarks(asked: AskedWords, text: string, clause: number): readonly Mark[] {
  const words = wordsOf(text);
  const marks: Mark[] = [];
  for (let at = 0; at + asked.length <= words.length; at += 1) {
    const run = words.slice(at, at + asked.length);
    const all = run.every(({ folded, start, end }, place) => asked.match(place, folded, text.slice(start, end)) !== undefined);
    const [first, last] = [run[0], run.at(-1)];
    if (all && first !== undefined && last !== undefined) marks.push({ start: first.start, end: last.end, clause, how: null });
  }
  return marks;
}

function numberMarks({ number, words }: Extract<Clause, { is: 'number' }>, text: string, country: string | null, clause: number): readonly Mark[] {
  const marks = numbersIn(text, country === null ? {} : { country }).flatMap((found) => {
    const match = matchNumbers(number, found);
    if (match === null) return [];
    const { start, end } = found;
    const written = wordsOf(text.slice(start, end)).map((word) => word.folded).join(' ') === words.join(' ');
    const how = match === 'part' ? 'number-part' : match === 'other-country-form' ? 'number-country' : written ? null : 'number-format';
    return [{ start, end, clause, how } as const];
  });
  if (marks.length > 0) return marks;
  return wordsOf(text).flatMap(({ folded, start, end }) => (words.includes(folded) ? [{ start, end, clause, how: null }] : []));
}

const wordsBefore = 60;
const longestPassage = 220;

/** The words around what was found first, from a word's beginning to a word's end. */
function passage(text: string, marks: readonly Mark[]): readonly TextRun[] {
  const line = text.replace(/\s/g, ' ');
  const first = densest(marks);
  const wanted = Math.max(0, first - wordsBefore);
  const start = wanted === 0 ? 0 : Math.min(first, line.indexOf(' ', wanted) + 1 || first);
  const cut = start + longestPassage;
  const end = cut >= line.length ? line.length : Math.max(line.lastIndexOf(' ', cut), Math.min(cut, line.length) - 40, start + 1);
  const inside = marks.filter((mark) => mark.start >= start && mark.end <= end).map((mark) => ({ ...mark, start: mark.start - start, end: mark.end - start }));
  const runs = runsOf(line.slice(start, end), inside);
  return [...(start > 0 ? [{ text: '… ', found: false }] : []), ...runs, ...(end < line.length ? [{ text: ' …', found: false }] : [])];
}

/** Where the passage with most of what was asked for begins. */
function densest(marks: readonly Mark[]): number {
  let best = { start: marks[0]?.start ?? 0, count: 0 };
  for (const mark of marks) {
    const near = marks.filter((one) => one.start >= mark.start && one.end <= mark.start + longestPassage - wordsBefore);
    const count = new Set(near.map((one) => one.clause)).size;
    if (count > best.count) best = { start: mark.start, count };
  }
  return best.start;
}

function runsOf(text: string, marks: readonly Mark[]): readonly TextRun[] {
  const runs: TextRun[] = [];
  let at = 0;
  for (const { start, end } of marks) {
    if (start < at) continue;
    if (start > at) runs.push({ text: text.slice(at, start), found: false });
    runs.push({ text: text.slice(start, end), found: true });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), found: false });
  return runs;
}

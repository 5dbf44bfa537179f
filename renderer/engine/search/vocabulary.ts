import { editDistance, errorsAllowed } from '../../../core/text/edit-distance.ts';
import { keysOfFolded } from '../../../core/text/fold-name.ts';

/** A term of the index, and how close it is to what was asked: 1 is the word itself. */
export interface CloseTerm {
  readonly term: number;
  readonly closeness: number;
}

export interface Closeness {
  /** Words that begin with it too. */
  readonly prefix: boolean;
  /** Words with a typing error or two as well. */
  readonly errors: boolean;
}

const sameSpelling = 1;
const otherSpelling = 0.9;
const beginning = 0.7;
const oneError = 0.45;
const twoErrors = 0.3;
const shelfLetters = 3;

/**
 * Every word of the index, each under all keys in which its spellings meet. A word is looked up by its
 * first letters; for typing errors all are looked at, most of them only at their length and letters.
 */
export class Vocabulary {
  private readonly ids = new Map<string, number>();
  private readonly texts: string[] = [];
  /** Spellings of all words, one after the other: text, word, letters as a bit set. */
  private readonly spelled: string[] = [];
  private readonly termOf: number[] = [];
  private readonly letters: number[] = [];
  private readonly shelves = new Map<string, number[]>();
  private readonly numbers: number[] = [];

  get size(): number {
    return this.texts.length;
  }

  textOf(term: number): string {
    return this.texts[term] ?? '';
  }

  /** The number of a term; it gets one when it is new. */
  intern(text: string): number {
    const known = this.ids.get(text);
    if (known !== undefined) return known;
    const term = this.texts.length;
    this.ids.set(text, term);
    this.texts.push(text);
    if (isWord(text)) for (const key of keysOfFolded(text)) this.spell(key, term);
    else if (text.startsWith('#')) this.numbers.push(term);
    return term;
  }

  /** A term that must be just so: a number under its sigil. */
  exactly(text: string): number | undefined {
    return this.ids.get(text);
  }

  /** Numbers that contain these characters anywhere. */
  containing(part: string): readonly number[] {
    return this.numbers.filter((term) => this.textOf(term).includes(part));
  }

  /** Terms close to a folded word, each once with its best closeness. */
  close(word: string, { prefix, errors }: Closeness): readonly CloseTerm[] {
    const found = new Map<number, number>();
    const note = (term: number, closeness: number) => {
      if (closeness > (found.get(term) ?? 0)) found.set(term, closeness);
    };
    for (const key of keysOfFolded(word)) {
      this.spelledLike(key, word, prefix, note);
      if (errors) this.misspelled(key, note);
    }
    return [...found].map(([term, closeness]) => ({ term, closeness }));
  }

  private spell(key: string, term: number): void {
    const at = this.spelled.length;
    this.spelled.push(key);
    this.termOf.push(term);
    this.letters.push(lettersOf(key));
    const start = key.slice(0, shelfLetters);
    const shelf = this.shelves.get(start);
    if (shelf === undefined) this.shelves.set(start, [at]);
    else shelf.push(at);
  }

  private spelledLike(key: string, word: string, prefix: boolean, note: (term: number, closeness: number) => void): void {
    for (const shelf of this.shelvesFor(key, prefix)) {
      for (const at of shelf) {
        const text = this.spelled[at] ?? '';
        const term = this.termOf[at] ?? 0;
        if (text === key) note(term, this.textOf(term) === word ? sameSpelling : otherSpelling);
        else if (prefix && text.startsWith(key)) note(term, beginning * (0.5 + key.length / text.length / 2));
      }
    }
  }

  private *shelvesFor(key: string, prefix: boolean): Generator<readonly number[]> {
    if (key.length >= shelfLetters || !prefix) {
      const shelf = this.shelves.get(key.slice(0, shelfLetters));
      if (shelf !== undefined) yield shelf;
      return;
    }
    for (const [start, shelf] of this.shelves) if (start.startsWith(key)) yield shelf;
  }

  private misspelled(key: string, note: (term: number, closeness: number) => void): void {
    const most = errorsAllowed(key.length);
    if (most === 0) return;
    const wanted = lettersOf(key);
    for (let at = 0; at < this.spelled.length; at += 1) {
      if (bitsOf(wanted ^ (this.letters[at] ?? 0)) > 2 * most) continue;
      const text = this.spelled[at] ?? '';
      const distance = editDistance(key, text, most);
      if (distance > most || distance === 0) continue;
      note(this.termOf[at] ?? 0, distance === 1 ? oneError : twoErrors);
    }
  }
}

function isWord(text: string): boolean {
  return /^[\p{L}\p{N}]/u.test(text);
}

/** Which letters and digits a text has, as bits: what differs in many of them is no misspelling. */
function lettersOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) % 31);
  return bits;
}

function bitsOf(number: number): number {
  let left = number - ((number >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

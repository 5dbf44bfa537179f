import { foldWord } from './day-words.ts';

/** Someone who may be given an action: a person on the attendance list, with the part they play. */
export interface Attendee {
  readonly name: string;
  readonly role: 'chair' | 'minute-taker' | 'participant' | 'informed';
}

export interface FoundOwner {
  readonly owner: string;
  readonly rest: string;
}

const roleWords: Readonly<Record<string, Attendee['role']>> = {
  chair: 'chair', president: 'chair', presidente: 'chair', presidence: 'chair', 'president de seance': 'chair', 'presidente de seance': 'chair', kryesuesi: 'chair', kryesuesja: 'chair', predsedavajuci: 'chair', predsjedavajuci: 'chair', pretsedavac: 'chair',
  'minute-taker': 'minute-taker', minutes: 'minute-taker', secretaire: 'minute-taker', 'secretaire de seance': 'minute-taker', zapisnicar: 'minute-taker', procesmbajtesi: 'minute-taker',
};

/**
 * Finds who an action is for when it begins with a name and a colon: "chair: …", "Kovač: …",
 * "Ђорђевић: …". A name is found by any of its words or their beginning, over scripts and
 * diacritics. When nobody present fits, what stands before the colon is taken as it is, if it is
 * short enough to be a name; two who fit equally are not chosen between.
 */
export function findOwner(text: string, attendees: readonly Attendee[]): FoundOwner | null {
  // A colon before a digit is a time of day.
  const parts = /^([^:]{1,60}):(?!\d)\s*(.+)$/s.exec(text);
  const named = parts?.[1]?.trim();
  const rest = parts?.[2];
  if (named === undefined || named === '' || rest === undefined || named.split(/\s+/).length > 5) return null;
  return { owner: attendeeFor(named, attendees) ?? named, rest };
}

function attendeeFor(named: string, attendees: readonly Attendee[]): string | null {
  const folded = foldWord(named);
  const role = Object.hasOwn(roleWords, folded) ? roleWords[folded] : undefined;
  if (role !== undefined) return onlyOne(attendees.filter((one) => one.role === role));
  const exact = onlyOne(attendees.filter((one) => comparable(one.name) === comparable(named)));
  if (exact !== null) return exact;
  const wholeWord = onlyOne(attendees.filter((one) => comparable(one.name).split(/\s+/).includes(comparable(named))));
  if (wholeWord !== null) return wholeWord;
  return onlyOne(attendees.filter((one) => everyWordBegins(comparable(named), one.name)));
}

function onlyOne(found: readonly Attendee[]): string | null {
  const [first, ...others] = found;
  return first !== undefined && others.length === 0 ? first.name : null;
}

function everyWordBegins(named: string, name: string): boolean {
  const words = wordsOf(name);
  return named.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)));
}

function wordsOf(name: string): readonly string[] {
  return comparable(name).split(/[\s-]+/);
}

/** Đorđević, Djordjevic, Dordevic and Ђорђевић compare as one. */
function comparable(text: string): string {
  return foldWord(text).replaceAll('dj', 'd').trim();
}

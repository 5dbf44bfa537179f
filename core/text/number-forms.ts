import { parsePhoneNumberFromString, type CountryCode as PhoneCountry } from 'libphonenumber-js';
import { wordsOf, type Word } from './words-of.ts';

/**
 * Plates, telephone, document and file numbers, in whatever way they are parted: BG 123-AB, bg123ab
 * and БГ 123 АБ are one, and so are +381 64 123 4567, 00381641234567 and 064/123-4567.
 */
export interface FoundNumber {
  /** Offsets in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Letters and digits without what parts them: `bg123ab`. */
  readonly compact: string;
  /** Telephone with its country (`381641234567`), when it is written with it or the country is known. */
  readonly international: string | null;
  /** Telephone without its country and the zero before it: `641234567`. */
  readonly national: string | null;
  /** Whether it is written with its country. */
  readonly withCountry: boolean;
  /** The same with the year in two digits, where it ends in a year: KTI 12/2024, KTI 12/24. */
  readonly shortYear: string | null;
}

export interface NumberReading {
  /** Country that a telephone number without one is in, ISO 3166 alpha-2; `XK` for Kosovo*. */
  readonly country?: string;
  /** As somebody types it: letters of a plate may be small. In a text they must be capital, or every short word were part of a number. */
  readonly typed?: boolean;
}

const fewestCharacters = 4;
/** Longer than an IBAN; a longer run is a table and not a number. */
const mostCharacters = 40;
/** Between the letters and the figures of a file number: "KTI br. 12/2024". */
const fillers = new Set(['br', 'broj', 'nr', 'no', 'num', 'numri']);
const parting = /^(?:[-–‐/.·:()]{1,2}|\)?[ \u00a0](?:[-–/·] ?)?\(?)$/;
const afterFiller = /^[.:]? ?$/;
const fewestOfPhone = 6;
const mostOfPhone = 15;

/** The numbers in a text, from left to right. */
export function numbersIn(text: string, reading: NumberReading = {}): readonly FoundNumber[] {
  if (!/\p{N}/u.test(text)) return [];
  return runsOf(text, reading.typed ?? false).flatMap((run) => numberOf(text, run, reading) ?? []);
}

function runsOf(text: string, typed: boolean): readonly (readonly Word[])[] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  let end = -1;
  let filled = false;
  for (const word of wordsOf(text)) {
    const between = end < 0 ? '' : text.slice(end, word.start);
    if (run.length > 0 && fillers.has(word.folded) && parting.test(between)) {
      end = word.end;
      filled = true;
      continue;
    }
    if (!isPiece(text, word, typed)) {
      end = -1;
      run = [];
      continue;
    }
    if (end < 0 || !(parting.test(between) || (filled && afterFiller.test(between)))) {
      run = [];
      runs.push(run);
    }
    run.push(word);
    end = word.end;
    filled = false;
  }
  return runs;
}

function isPiece(text: string, word: Word, typed: boolean): boolean {
  if (/\p{N}/u.test(word.folded)) return true;
  const written = text.slice(word.start, word.end);
  return word.folded.length <= 4 && (typed || written === written.toUpperCase());
}

function numberOf(text: string, pieces: readonly Word[], reading: NumberReading): FoundNumber | null {
  const [first, last] = [pieces[0], pieces.at(-1)];
  const compact = pieces.map((word) => word.folded).join('');
  const digits = compact.replace(/\P{N}/gu, '').length;
  if (first === undefined || last === undefined || digits < 2 || compact.length < fewestCharacters || compact.length > mostCharacters) return null;
  const start = text[first.start - 1] === '+' ? first.start - 1 : first.start;
  const year = pieces.length > 1 && /^(?:19|20)\d\d$/.test(last.folded);
  return {
    start,
    end: last.end,
    compact,
    shortYear: year ? `${compact.slice(0, -4)}${compact.slice(-2)}` : null,
    ...phoneOf(text.slice(start, last.end), compact, reading.country),
  };
}

type Phone = Pick<FoundNumber, 'international' | 'national' | 'withCountry'>;
const noPhone: Phone = { international: null, national: null, withCountry: false };

function phoneOf(written: string, compact: string, country: string | undefined): Phone {
  if (!/^\d+$/.test(compact) || compact.length < fewestOfPhone || compact.length > mostOfPhone + 2) return noPhone;
  const withCountry = written.startsWith('+') || compact.startsWith('00');
  if (withCountry) {
    const parsed = parsePhoneNumberFromString(written.startsWith('+') ? written : `+${compact.slice(2)}`);
    const digits = compact.replace(/^00/, '');
    if (parsed === undefined) return { international: digits, national: null, withCountry };
    return { international: `${parsed.countryCallingCode}${parsed.nationalNumber}`, national: parsed.nationalNumber, withCountry };
  }
  if (!compact.startsWith('0')) return noPhone;
  const national = compact.replace(/^0+/, '');
  const parsed = country === undefined ? undefined : parsePhoneNumberFromString(compact, country as PhoneCountry);
  return { international: parsed === undefined ? null : `${parsed.countryCallingCode}${parsed.nationalNumber}`, national, withCountry };
}

/** How a number that was asked for stands in a text; the closest first. */
export type NumberMatch = 'same' | 'other-country-form' | 'part';

/** Whether the number found is the one asked for; `null` when it is not. */
export function matchNumbers(asked: FoundNumber, found: FoundNumber): NumberMatch | null {
  if (asked.compact === found.compact) return 'same';
  if (asked.international !== null && asked.international === found.international) return 'same';
  if (meets([asked.shortYear ?? asked.compact], [found.shortYear ?? found.compact])) return 'same';
  const bothKnown = asked.international !== null && found.international !== null;
  if (!bothKnown && meets([asked.national, bare(asked)], [found.national, bare(found)])) return 'other-country-form';
  return found.compact.includes(asked.compact) ? 'part' : null;
}

/** Digits that may be a telephone number written without zero and country: 347 1234567 of Italy. */
function bare(number: FoundNumber): string | null {
  return number.national === null && /^[1-9]\d{6,}$/.test(number.compact) ? number.compact : null;
}

function meets(some: readonly (string | null)[], others: readonly (string | null)[]): boolean {
  return some.some((one) => one !== null && others.includes(one));
}

/** Under what a number is kept in the index: sigils that no word begins with. */
export function numberTerms(number: FoundNumber): readonly string[] {
  const { compact, international, national, shortYear } = number;
  const bareDigits = bare(number);
  return [
    `#${compact}`,
    ...(shortYear === null ? [] : [`#${shortYear}`]),
    ...(international === null ? [] : [`+${international}`]),
    ...(national === null ? [] : [`${number.international === null ? '^' : '~'}${national}`]),
    ...(bareDigits === null ? [] : [`^${bareDigits}`]),
  ];
}

/** What to look up for a number that was asked for, the surest first; `contained` is looked for inside other numbers. */
export function numberLookups(number: FoundNumber): { readonly same: readonly string[]; readonly countryForm: readonly string[]; readonly contained: string } {
  const { compact, international, national, shortYear } = number;
  const without = national ?? bare(number);
  return {
    same: [`#${compact}`, ...(shortYear === null ? [] : [`#${shortYear}`]), ...(international === null ? [] : [`+${international}`])],
    countryForm: without === null ? [] : [`^${without}`, ...(international === null ? [`~${without}`] : [])],
    contained: compact,
  };
}

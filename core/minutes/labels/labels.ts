import type { MinutesLanguage } from './languages.ts';

/** Year, month (1 to 12) and day of the month. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Everything in printed minutes that nobody wrote: one file per language, each complete, or it does
 * not compile. Months are spelled out here because the date formats of a JavaScript engine differ
 * from one build to the next, and a printed date must not.
 */
export interface MinutesLabels {
  readonly language: MinutesLanguage;

  /** The kind of document, over its title. */
  readonly minutes: string;
  readonly classification: string;
  readonly reference: string;
  readonly date: string;
  readonly time: string;
  readonly place: string;
  readonly series: string;
  readonly status: string;
  readonly stage: { readonly preparing: string; readonly draft: string; readonly circulated: string };
  /** `names` are those who approved, ready to print; `on` is a date in this language. */
  approved(names: string, on: string): string;
  readonly handling: string;
  readonly releasableTo: string;
  readonly originator: string;

  readonly attendance: string;
  readonly apologies: string;
  readonly absent: string;
  /** Before anybody has said who was there. */
  readonly invited: string;
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  readonly role: string;
  readonly roles: { readonly chair: string; readonly 'minute-taker': string; readonly participant: string; readonly informed: string };

  readonly agenda: string;
  /** After an item that waits for the next meeting. */
  readonly parked: string;
  /** What came of an item, in one word. */
  readonly outcomes: { readonly information: string; readonly decision: string; readonly action: string };
  /** Planned length of an item. */
  duration(minutes: number): string;
  readonly proceedings: string;
  /** Lines whose agenda item is no longer there. */
  readonly otherBusiness: string;
  readonly nothingRecorded: string;
  decision(number: number): string;
  readonly actions: string;
  readonly actionNumber: string;
  readonly action: string;
  readonly owner: string;
  readonly due: string;

  readonly corrections: string;
  correction(number: number): string;
  /** The words as they stand in the minutes. */
  readonly correctionPassage: string;
  readonly correctionWording: string;
  /** In place of a new wording, where the words are taken out. */
  readonly correctionStruckOut: string;
  readonly correctionReason: string;
  /** `on` is a date in this language. */
  correctionProposed(name: string, on: string): string;
  correctionAtMeeting(on: string): string;
  correctionByChair(name: string, on: string): string;

  readonly nextMeeting: string;
  readonly annexes: string;
  annex(number: number): string;
  readonly distribution: string;
  readonly copyNumber: string;
  readonly recipient: string;
  readonly signatures: string;
  readonly signature: string;

  /** `{page}` and `{pages}` stand for the numbers. */
  readonly pageOf: string;

  /** As it stands in a text: `23 November 2026`. */
  longDate(day: CalendarDay): string;
  /** As it stands in a table: `23 Nov 2026`. */
  shortDate(day: CalendarDay): string;

  /** By ISO 3166-1 alpha-3: names that the general list has differently or does not have. */
  readonly countries: Readonly<Record<string, string>>;
}

import type { ItemKey } from '../ids.ts';
import { numberedCorrections, stateOfCorrection, type NumberedCorrection } from '../meetings/corrections.ts';
import { numbersOf } from '../meetings/line-numbers.ts';
import { byOrder } from '../records/order.ts';
import type { MinutesLabels } from './labels/labels.ts';
import { printedDay } from './meeting-facts.ts';
import type { Meeting } from './minutes-source.ts';

/** A mark in the text: the words that were corrected, and the number of the correction. */
export interface Mark {
  readonly number: number;
  readonly passage: string;
}

/** A correction as it is printed under its own heading. */
export interface CorrectionRow {
  readonly number: number;
  /** Which item, decision or action it is of; empty: the minutes as a whole. */
  readonly where: string;
  readonly passage: string;
  /** Empty: the passage is struck out. */
  readonly wording: string;
  readonly reason: string;
  readonly proposed: string;
  readonly approved: string;
}

/** Corrections that were approved: what is only proposed, or was not accepted, is no part of the minutes. */
export function approvedCorrections({ corrections }: Pick<Meeting, 'corrections'>): readonly NumberedCorrection[] {
  return numberedCorrections(corrections).filter((one) => stateOfCorrection(one) === 'approved');
}

/** The marks in the text of a line or of the title of an item. */
export function marksOf(meeting: Meeting, key: ItemKey | null): readonly Mark[] {
  return key === null ? [] : approvedCorrections(meeting).filter((one) => one.of === key).map(({ number, passage }) => ({ number, passage }));
}

/** Every approved correction, in its order. */
export function correctionRows(meeting: Meeting, labels: MinutesLabels): readonly CorrectionRow[] {
  const places = placesOf(meeting, labels);
  return approvedCorrections(meeting).map(({ number, of, passage, wording, reason, by, on, decidedAs, decidedBy, decidedOn }) => {
    const decided = printedDay(decidedOn, labels.longDate);
    return {
      number, passage, wording, reason,
      where: of === null ? '' : (places.get(of) ?? ''),
      proposed: labels.correctionProposed(by, printedDay(on, labels.longDate)),
      approved: decidedAs === 'chair' ? labels.correctionByChair(decidedBy, decided) : labels.correctionAtMeeting(decided),
    };
  });
}

function placesOf(meeting: Meeting, labels: MinutesLabels): ReadonlyMap<ItemKey, string> {
  const numbers = numbersOf(meeting);
  const places = new Map<ItemKey, string>();
  [...meeting.agenda].sort(byOrder).forEach((item, at) => places.set(item.key, `${String(at + 1)}. ${item.title}`));
  for (const { key, type, item } of meeting.lines) {
    const number = numbers.get(key) ?? 0;
    places.set(key, type === 'discussion' ? (places.get(item) ?? '') : type === 'decision' ? labels.decision(number) : `${labels.action} ${String(number)}`);
  }
  return places;
}

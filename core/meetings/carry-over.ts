import type { Day, MarkingId, RecordId } from '../ids.ts';
import { byOrder } from '../records/order.ts';
import type { RecordValue } from '../records/kinds.ts';
import { sameSeries, type InSeries } from './series-of.ts';

type Meeting = RecordValue<'meeting'>;
type Action = RecordValue<'action'>;

export interface Earlier {
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly meeting: Meeting;
}

export interface OpenAction {
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly action: Pick<Action, 'text' | 'owner' | 'due' | 'status' | 'origin'>;
}

/** An item that was put off. Its words are marked as the meeting was that put it off, or as the item itself. */
export interface ParkedItem {
  readonly title: string;
  readonly minutes: number | null;
  readonly level: MarkingId;
}

export interface CarriedOver {
  /** The meeting that came before in the series, if there is one. */
  readonly previous: RecordId | null;
  /** What is still open from any earlier meeting of the series, soonest due first. */
  readonly actions: readonly OpenAction[];
  /** The items that the previous meeting parked. */
  readonly parked: readonly ParkedItem[];
}

/**
 * What a meeting of a series starts with: the actions of its earlier meetings that are still open
 * and the items that the last one parked. A meeting without a series carries nothing over.
 */
export function carryOver(meeting: InSeries & { readonly day: Day | null }, others: readonly Earlier[], actions: readonly OpenAction[]): CarriedOver {
  const earlier = earlierInSeries(meeting, others);
  const previous = earlier.at(-1);
  if (previous === undefined) return { previous: null, actions: [], parked: [] };
  const origins = new Set(earlier.map((one) => one.record));
  return {
    previous: previous.record,
    actions: actions.filter(({ action }) => action.status === 'open' && action.origin !== null && origins.has(action.origin)).sort(byDue),
    parked: previous.meeting.agenda
      .toSorted(byOrder)
      .filter((item) => item.parked)
      .map(({ title, minutes, level }) => ({ title, minutes, level: level ?? previous.level })),
  };
}

function earlierInSeries(meeting: InSeries & { readonly day: Day | null }, others: readonly Earlier[]): readonly Earlier[] {
  return others
    .filter((one) => sameSeries(one.meeting, meeting))
    .filter((one) => isBefore(one.meeting.day, meeting.day))
    .sort((a, b) => (a.meeting.day ?? '').localeCompare(b.meeting.day ?? ''));
}

function isBefore(one: Day | null, other: Day | null): boolean {
  return one !== null && (other === null || one < other);
}

/** Soonest due first, those without a day last. */
function byDue(one: OpenAction, other: OpenAction): number {
  return (one.action.due ?? '9999').localeCompare(other.action.due ?? '9999');
}

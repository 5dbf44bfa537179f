import type { Day, ItemKey, MarkingId, RecordId } from '../ids.ts';
import { byOrder, orderAt } from '../records/order.ts';
import type { RecordInput, RecordValue } from '../records/kinds.ts';
import type { ParkedItem } from './carry-over.ts';

type Series = RecordValue<'series'>;
type Meeting = RecordValue<'meeting'>;

export interface NextMeeting {
  readonly series: RecordId;
  readonly day: Day | null;
  /** What the last meeting said about this one. */
  readonly announced: Meeting['next'] | null;
  readonly parked: readonly ParkedItem[];
  /** The series' level: an item that was marked otherwise keeps its own. */
  readonly level: MarkingId;
  readonly newKey: () => ItemKey;
}

/**
 * A meeting as a series begins it: standing agenda and participants, and behind them what was parked
 * and does not stand there already. Keys are new: the meeting's items have lives of their own.
 */
export function meetingFromSeries(series: Series, { series: record, day, announced, parked, level, newKey }: NextMeeting): RecordInput<'meeting'> {
  const standing = series.agenda.toSorted(byOrder);
  const known = new Set(standing.map((item) => item.title.trim().toLowerCase()));
  const takenUp = parked.filter((item) => !known.has(item.title.trim().toLowerCase()));
  const agenda = [
    ...standing.map(({ title, minutes }) => ({ title, minutes, level: null })),
    ...takenUp.map((item) => ({ title: item.title, minutes: item.minutes, level: item.level === level ? null : item.level })),
  ];
  const people = series.participants.toSorted(byOrder).map(({ name, contact, institution, country, role }) => ({ name, contact, institution, country, role, presence: 'invited' as const }));
  return {
    title: series.title,
    series: series.title,
    ofSeries: record,
    jwg: series.jwg,
    case: series.case,
    day,
    start: announced?.start ?? series.start,
    place: announced?.place !== undefined && announced.place !== '' ? announced.place : series.place,
    language: series.language,
    agenda: placed(agenda, newKey),
    attendance: placed(people, newKey),
    safeguards: series.safeguards,
  };
}

function placed<Item>(items: readonly Item[], newKey: () => ItemKey): (Item & { readonly key: ItemKey; readonly order: string })[] {
  const orders: string[] = [];
  return items.map((item) => {
    const order = orderAt(orders, orders.length);
    orders.push(order);
    return { ...item, key: newKey(), order };
  });
}

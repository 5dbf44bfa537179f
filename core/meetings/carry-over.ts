import type { Day, RecordId } from '../ids.ts';
import type { RecordValue } from '../records/kinds.ts';

type Meeting = RecordValue<'meeting'>;
type Action = RecordValue<'action'>;

export interface Earlier {
  readonly record: RecordId;
  readonly meeting: Meeting;
}

export interface OpenAction {
  readonly record: RecordId;
  readonly action: Action;
}

export interface CarriedOver {
  /** The meeting that came before in the series, if there is one. */
  readonly previous: RecordId | null;
  /** What is still open from any earlier meeting of the series, soonest due first. */
  readonly actions: readonly OpenAction[];
  /** Titles of the items that the previous meeting parked. */
  readonly parked: readonly string[];
}

/**
 * What a meeting of a series starts with: the actions of its earlier meetings that are still open
 * and the items that the last one parked. Meetings are of one series when group and series name
 * are the same; a meeting without a series carries nothing over.
 */
export function carryOver(
  meeting: Pick<Meeting, 'series' | 'jwg' | 'day'>,
  others: readonly Earlier[],
  actions: readonly OpenAction[],
): CarriedOver {
  const earlier = earlierInSeries(meeting, others);
  const previous = earlier.at(-1);
  if (previous === undefined) return { previous: null, actions: [], parked: [] };
  const origins = new Set(earlier.map((one) => one.record));
  return {
    previous: previous.record,
    actions: actions.filter(({ action }) => action.status === 'open' && action.origin !== null && origins.has(action.origin)).sort(byDue),
    parked: previous.meeting.agenda.filter((item) => item.parked).map((item) => item.title),
  };
}

function earlierInSeries(meeting: Pick<Meeting, 'series' | 'jwg' | 'day'>, others: readonly Earlier[]): readonly Earlier[] {
  const series = meeting.series.trim().toLowerCase();
  if (series === '') return [];
  return others
    .filter((one) => one.meeting.jwg === meeting.jwg && one.meeting.series.trim().toLowerCase() === series)
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

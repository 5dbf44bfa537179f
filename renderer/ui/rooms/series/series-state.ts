import type { Day, RecordId } from '../../../../core/ids.ts';
import type { CarriedOver } from '../../../../core/meetings/carry-over.ts';
import { nextDay } from '../../../../core/meetings/next-day.ts';
import { decisionsOf, type Decision } from '../../../../core/meetings/line-numbers.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { carriedFrom, meetingsOfSeries, type MeetingView } from '../../engine-client/series-meetings.ts';
import { today } from '../../words/dates.ts';

type Series = RecordValue<'series'>;

export interface DecisionTaken extends Decision {
  readonly meeting: MeetingView;
}

/** How a series stands. */
export interface SeriesState {
  /** From today on, the soonest first; those without a day last. */
  readonly coming: readonly MeetingView[];
  /** The latest first. */
  readonly held: readonly MeetingView[];
  /** What the next meeting would start with. */
  readonly carried: CarriedOver;
  /** The latest meeting's first. */
  readonly decisions: readonly DecisionTaken[];
  /** What the latest meeting says of the next one, when that has not passed. */
  readonly announced: RecordValue<'meeting'>['next'] | null;
  /** When the next one would be: as was announced, or by the rhythm. */
  readonly proposed: Day | null;
}

/** Everything about a series that is read from its meetings; `undefined` until it is. */
export function useSeriesState(record: RecordId, series: Series): SeriesState | undefined {
  const { title, jwg, frequency } = series;
  return useEngineQuery(['records', 'any', 'series', record, title, jwg, frequency], async (engine) => {
    const place = { series: title, ofSeries: record, jwg };
    const meetings = await meetingsOfSeries(engine, place);
    const carried = await carriedFrom(engine, { ...place, day: null }, meetings);
    return stateOf(meetings, carried, frequency, today());
  }).data;
}

function stateOf(meetings: readonly MeetingView[], carried: CarriedOver, frequency: Series['frequency'], now: Day): SeriesState {
  const isHeld = ({ value: { day } }: MeetingView) => day !== null && day < now;
  const held = meetings.filter(isHeld).toReversed();
  const latest = meetings.findLast((view) => view.value.day !== null);
  const next = latest?.value.next ?? null;
  const announced = next !== null && (next.day === null || next.day >= now) ? next : null;
  const last = latest?.value.day ?? null;
  return {
    coming: meetings.filter((view) => !isHeld(view)),
    held,
    carried,
    decisions: meetings.toReversed().flatMap((meeting) => decisionsOf(meeting.value).map((decision) => ({ ...decision, meeting }))),
    announced,
    proposed: announced?.day ?? (last === null ? null : nextDay(frequency, last, now)),
  };
}

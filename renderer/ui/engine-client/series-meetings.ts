import type { Day, RecordId } from '../../../core/ids.ts';
import { carryOver, type CarriedOver, type Earlier, type OpenAction } from '../../../core/meetings/carry-over.ts';
import type { InSeries } from '../../../core/meetings/series-of.ts';
import type { RecordView } from '../../engine/api.ts';
import type { Engine } from './start-engine.ts';

export type MeetingView = RecordView<'meeting'>;

/** The meetings of one series, in whole; the oldest first, those without a day last. */
export async function meetingsOfSeries(engine: Engine, series: InSeries): Promise<readonly MeetingView[]> {
  const rows = await engine.notebook.list('meeting', { series });
  const views: MeetingView[] = [];
  for (const row of rows) {
    const opened = await engine.notebook.open('meeting', row.record);
    if (opened.ok) views.push(opened.value);
  }
  return views.toSorted((one, other) => (one.value.day ?? '9999').localeCompare(other.value.day ?? '9999'));
}

/** What a meeting on that day starts with from the earlier ones of its series; `self` is left out. */
export async function carriedOver(engine: Engine, meeting: InSeries & { readonly day: Day | null }, self: RecordId | null): Promise<CarriedOver> {
  return carriedFrom(engine, meeting, (await meetingsOfSeries(engine, meeting)).filter((view) => view.record !== self));
}

/** The same where the meetings are known already. */
export async function carriedFrom(engine: Engine, meeting: InSeries & { readonly day: Day | null }, meetings: readonly MeetingView[]): Promise<CarriedOver> {
  return carryOver(meeting, meetings.map(earlier), await openActions(engine, meetings.map((view) => view.record)));
}

/** The meeting before this one in its series, or `null`. */
export async function previousMeeting(engine: Engine, meeting: InSeries & { readonly day: Day | null }): Promise<MeetingView['value'] | null> {
  const meetings = await meetingsOfSeries(engine, meeting);
  const { previous } = carryOver(meeting, meetings.map(earlier), []);
  return meetings.find((view) => view.record === previous)?.value ?? null;
}

function earlier({ record, level, value }: MeetingView): Earlier {
  return { record, level, meeting: value };
}

/** What came of these meetings and is not done. */
async function openActions(engine: Engine, meetings: readonly RecordId[]): Promise<readonly OpenAction[]> {
  const rows = meetings.length === 0 ? [] : await engine.notebook.list('action', { linkAny: meetings });
  return rows.flatMap(({ record, level, value: { text = '', owner = '', due = null, status = 'open', origin = null } }) =>
    status === 'open' && origin !== null ? [{ record, level, action: { text, owner, due, status, origin } }] : [],
  );
}

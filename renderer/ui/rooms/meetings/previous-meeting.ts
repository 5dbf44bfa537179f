import { carryOver, type CarriedOver } from '../../../../core/meetings/carry-over.ts';
import type { RecordId } from '../../../../core/ids.ts';
import { kinds, type RecordValue } from '../../../../core/records/kinds.ts';
import type { Engine } from '../../engine-client/start-engine.ts';
import type { MeetingForm } from './meeting-form.ts';

type Place = Pick<MeetingForm, 'series' | 'jwg' | 'day'>;

/** What the meeting starts with from the earlier ones of its series. */
export async function carriedOver(engine: Engine, meeting: Place, self: RecordId | null): Promise<CarriedOver> {
  const rows = (await engine.notebook.list('meeting')).filter((row) => row.record !== self && row.value.series === meeting.series);
  const earlier = [];
  for (const row of rows) {
    const opened = await engine.notebook.open('meeting', row.record);
    if (opened.ok) earlier.push({ record: row.record, meeting: opened.value.value });
  }
  const actions = await engine.notebook.list('action');
  return carryOver(
    meeting,
    earlier,
    actions.map((row) => ({ record: row.record, action: { ...kinds.action.schema.parse({ text: '-' }), ...row.value } })),
  );
}

/** The meeting before this one in its series, or `null`. */
export async function previousMeeting(engine: Engine, meeting: Place): Promise<RecordValue<'meeting'> | null> {
  const { previous } = await carriedOver(engine, meeting, null);
  if (previous === null) return null;
  const opened = await engine.notebook.open('meeting', previous);
  return opened.ok ? opened.value.value : null;
}

import { Radio, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day, RecordId } from '../../../../core/ids.ts';
import type { NumberedCorrection } from '../../../../core/meetings/corrections.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { DayInput } from '../../kit/day-field.tsx';
import { DecisionDialog } from '../../kit/decisions/decision-dialog.tsx';
import { dayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import classes from './corrections.module.css';
import type { Corrections } from './use-corrections.ts';

export interface DecideCorrectionDialogProps extends Pick<Corrections, 'busy' | 'decide'> {
  readonly view: RecordView<'meeting'>;
  readonly correction: NumberedCorrection;
  readonly decision: 'approved' | 'rejected';
  readonly onClose: () => void;
}

/** Whether a correction is approved: at a later meeting, or by the chair. What is decided is signed. */
export function DecideCorrectionDialog({ view, correction, decision, busy, decide, onClose }: DecideCorrectionDialogProps) {
  const say = useWords('meetings');
  const later = useLaterMeetings(view);
  const chair = view.value.attendance.find((one) => one.role === 'chair')?.name ?? '';
  const [as, setAs] = useState<'meeting' | 'chair'>('meeting');
  const [meeting, setMeeting] = useState<RecordId | null>(null);
  const [by, setBy] = useState(chair);
  const [day, setDay] = useState<Day | null>(today());
  const [tried, setTried] = useState(false);
  const noName = as === 'chair' && by.trim() === '';
  const chosen = (record: string | null) => {
    const found = later.find((one) => one.record === record);
    setMeeting(found?.record ?? null);
    if (found?.value.day !== undefined && found.value.day !== null) setDay(found.value.day);
  };
  const sign = async () => {
    setTried(true);
    if (day === null || noName) return;
    const whose = as === 'chair' ? { decidedBy: by.trim(), decidedAt: null } : { decidedBy: '', decidedAt: meeting };
    if (await decide(correction.key, { decision, decidedAs: as, decidedOn: day, ...whose })) onClose();
  };
  const words = decision === 'approved' ? 'approve' : 'reject';
  return (
    <DecisionDialog title={say(`corrections.${words}Title`, { number: correction.number })} act={say(`corrections.${words}Act`)} busy={busy} onDecide={() => void sign()} onClose={onClose}>
      <p>{say(`corrections.${words}Explain`)}</p>
      <Radio.Group label={say('corrections.how')} value={as} onChange={(next) => setAs(next === 'chair' ? 'chair' : 'meeting')}>
        <div className={classes['radios']}>
          <Radio value="meeting" label={say('corrections.atMeeting')} />
          <Radio value="chair" label={say('corrections.byChair')} />
        </div>
      </Radio.Group>
      {as === 'meeting' && later.length > 0 ? (
        <Select
          label={say('corrections.meeting')}
          description={say('corrections.meetingHelp')}
          data={later.map((one) => ({ value: one.record as string, label: joined(one.title, one.value.day === null || one.value.day === undefined ? '' : dayInWords(one.value.day)) }))}
          value={meeting}
          onChange={chosen}
          clearable
        />
      ) : null}
      {as === 'chair' ? <TextInput label={say('attendance.roles.chair')} value={by} maxLength={300} onChange={(event) => setBy(event.currentTarget.value)} error={tried && noName ? say('corrections.needChair') : null} /> : null}
      <DayInput label={say('corrections.day')} day={day} onChange={setDay} {...(tried && day === null ? { error: say('corrections.needDay') } : {})} />
    </DecisionDialog>
  );
}

/** Meetings of the series that come after these minutes, the first first. */
function useLaterMeetings({ record, value }: RecordView<'meeting'>) {
  const { series, ofSeries, jwg, day } = value;
  const rows = useEngineQuery(['records', 'meeting', 'list', 'series', series, ofSeries, jwg], (engine) => engine.notebook.list('meeting', { series: { series, ofSeries, jwg } })).data ?? [];
  return rows.filter((row) => row.record !== record && (row.value.day ?? '9999') >= (day ?? '')).toSorted((one, other) => (one.value.day ?? '9999').localeCompare(other.value.day ?? '9999'));
}

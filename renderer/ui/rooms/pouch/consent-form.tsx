import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../../core/ids.ts';
import type { HeldRow } from '../../../engine/api.ts';
import { DayInput } from '../../kit/day-field.tsx';
import { ErrorSentence } from '../../kit/error-sentence.tsx';
import { RecipientsInput } from '../../safeguards/recipients-input.tsx';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { RecordButtons } from './record-buttons.tsx';
import classes from './pouch.module.css';
import { useRecord } from './use-record.ts';

interface ConsentFormProps {
  readonly row: HeldRow;
  readonly act: 'permit-dissemination' | 'record-consent';
  /** Who alone can give it; empty where nobody is named. */
  readonly by: string;
  readonly recipients: readonly string[];
  readonly onClose: () => void;
}

/** A consent or a permission as it was given: by whom, when, under which reference, for whom. */
export function ConsentForm({ row, act, by: giver, recipients: proposed, onClose }: ConsentFormProps) {
  const say = useWords('pouch');
  const words = act === 'record-consent' ? 'consent' : 'h2';
  const [by, setBy] = useState(giver);
  const [on, setOn] = useState<Day | null>(() => today());
  const [reference, setReference] = useState('');
  const [recipients, setRecipients] = useState<readonly string[]>(proposed);
  const [asked, setAsked] = useState(false);
  const { failure, record } = useRecord(row, onClose);
  const needed = (missing: boolean) => (asked && missing ? say('recording.needed') : undefined);
  const noDay = on === null ? needed(true) : on > today() ? say('recording.future') : undefined;
  const save = () => {
    setAsked(true);
    if (by.trim() === '' || reference.trim() === '' || on === null) return;
    void record({ act, by, on, reference, recipients: [...recipients] });
  };
  return (
    <div className={classes['form']}>
      <TextInput label={say(`recording.${words}.by`)} value={by} maxLength={300} withAsterisk error={needed(by.trim() === '')} onChange={(event) => setBy(event.currentTarget.value)} />
      <div className={classes['pair']}>
        <DayInput label={say('recording.on')} day={on} onChange={setOn} {...(noDay === undefined ? {} : { error: noDay })} />
        <TextInput label={say('recording.reference')} value={reference} maxLength={300} withAsterisk data-autofocus error={needed(reference.trim() === '')} onChange={(event) => setReference(event.currentTarget.value)} />
      </div>
      <p className={classes['what']}>{say(`recording.${words}.recipients`)}</p>
      <RecipientsInput recipients={recipients} suggestions={row.recipients.map((one) => one.institution)} onChange={setRecipients} />
      {failure === null ? null : <ErrorSentence failure={failure} />}
      <RecordButtons save={say(`recording.${words}.save`)} onClose={onClose} onSave={save} />
    </div>
  );
}

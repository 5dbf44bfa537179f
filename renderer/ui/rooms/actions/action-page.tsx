import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { useNamed } from '../../engine-client/titles.ts';
import { Facts } from '../../kit/facts.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { nearDayInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './actions.module.css';

type Editing = RecordEditing<'action'>;

const Field = fieldFor('action');

/** What, who, by when, and what came of it. */
export function ActionFields({ editing }: { editing: Editing }) {
  const value = editing.form.getValues();
  const fromMinutes = value.originLine !== null;
  return (
    <FormFields>
      <Origin origin={value.origin} />
      {fromMinutes ? <FromMinutes value={value} /> : <Field name="text" autoFocus={value.text === ''} />}
      <FormColumns>
        {fromMinutes ? null : <Field name="owner" />}
        {fromMinutes ? null : <Field name="due" />}
        <Field name="status" />
      </FormColumns>
      <Field name="outcome" />
    </FormFields>
  );
}

export function ActionFacts({ value }: { value: RecordValue<'action'> }) {
  const say = useWords('actions');
  return say(`status.${value.status}`);
}

/** Done, or open again, at a press. */
export function ActionActs({ editing }: { editing: Editing }) {
  const say = useWords('actions');
  const status = editing.form.watch('status');
  const next = status === 'open' ? 'done' : 'open';
  return <Button onClick={() => void editing.saveWith({ status: next })}>{say(next === 'done' ? 'markDone' : 'reopen')}</Button>;
}

/** What the minutes say is read here and changed there. */
function FromMinutes({ value }: { value: RecordValue<'action'> }) {
  const say = useWords('actions');
  return (
    <div>
      <Facts
        facts={[
          [say('fields.text'), value.text],
          [say('fields.owner'), value.owner === '' ? say('nobody') : value.owner],
          [say('fields.due'), value.due === null ? '' : nearDayInWords(value.due)],
        ]}
      />
      <p className={classes['quiet']}>{say('fromMeeting')}</p>
    </div>
  );
}

/** The meeting or note that an action came from, one click away. */
function Origin({ origin }: { origin: RecordId | null }) {
  const say = useWords('actions');
  const named = useNamed();
  const found = origin === null ? null : named(origin);
  if (found === null || found === undefined) return null;
  return (
    <p className={classes['origin']}>
      <Link href={pathOfRecord(found.kind, found.record)}>{say('from', { title: found.title })}</Link>
    </p>
  );
}

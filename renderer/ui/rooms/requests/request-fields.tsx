import { Button } from '@mantine/core';
import { dayAfter, statutoryDeadline } from '../../../../core/cooperation/request-steps.ts';
import { fieldFor } from '../../kit/record-fields/record-field.tsx';
import { FormColumns, FormFields } from '../../kit/record-fields/form-grid.tsx';
import type { RecordEditing } from '../../kit/record-page/record-editing.ts';
import { Section } from '../../kit/section.tsx';
import { dayInWords, today } from '../../words/dates.ts';
import { tableWords } from '../../words/table-words.ts';
import { useWords } from '../../words/words.ts';
import { RequestJudgement } from './judgement.tsx';
import classes from './requests.module.css';

const Field = fieldFor('request');
type Editing = { readonly editing: RecordEditing<'request'> };

/** Basis, instrument, route and facilitators are four separate things; what the country table says of them stands beside. */
export function RequestFields({ editing }: Editing) {
  const [urgent, instrument] = editing.form.watch(['urgent', 'instrument']);
  return (
    <>
      <FormFields>
        <Field name="title" autoFocus={editing.record === null} />
        <FormColumns>
          <Field name="case" />
          <Field name="jwg" />
          <Field name="proceedings" />
          <Field name="project" />
        </FormColumns>
        <FormColumns>
          <Field name="direction" />
          <Field name="fromCountry" />
          <Field name="toCountry" />
        </FormColumns>
        <FormColumns>
          <Field name="instrument" />
          <Field name="route" />
        </FormColumns>
        {instrument === 'witness-protection-referral' ? <Field name="protection" /> : null}
        <Field name="bases" />
        <RequestJudgement editing={editing} />
        <Field name="basisRemark" />
        <Field name="description" rows={5} />
        <FormColumns>
          <Field name="urgent" />
          {urgent ? <Field name="urgencyReason" /> : null}
        </FormColumns>
      </FormFields>
      <Sides />
      <Dates editing={editing} />
      <Answers />
    </>
  );
}

function Sides() {
  const say = useWords('requests');
  return (
    <Section title={say('sections.sides')}>
      <FormFields>
        <FormColumns>
          <Field name="fromAuthority" />
          <Field name="toAuthority" />
          <Field name="toAuthorityRecord" />
        </FormColumns>
        <FormColumns>
          <Field name="handledBy" />
          <Field name="handler" />
        </FormColumns>
        <FormColumns>
          <Field name="reference" />
          <Field name="theirReference" />
        </FormColumns>
        <Field name="facilitators" parts={['body', 'name', 'contact', 'role']} />
      </FormFields>
    </Section>
  );
}

function Dates({ editing }: Editing) {
  const say = useWords('requests');
  const status = editing.form.watch('status');
  return (
    <Section title={say('sections.dates')}>
      <FormFields>
        <FormColumns>
          <Field name="status" />
          <Field name="sent" />
          <Field name="acknowledged" />
        </FormColumns>
        <FormColumns>
          <Field name="due" />
          <Field name="dueType" />
          <StatutoryDeadline editing={editing} />
        </FormColumns>
        <FormColumns>
          <Field name="advanceCopy" />
          <Field name="advanceRoute" />
        </FormColumns>
        <FormColumns>
          <Field name="translationInto" />
          <Field name="copies" />
        </FormColumns>
        <FormColumns>
          <Field name="answered" />
          <Field name="executed" />
          <Field name="refused" />
        </FormColumns>
        {status === 'refused' ? <Field name="refusalGround" /> : null}
        <Field name="chasers" parts={['on', 'by', 'how', 'answer']} begin={{ on: today() }} />
      </FormFields>
    </Section>
  );
}

function Answers() {
  const say = useWords('requests');
  return (
    <Section title={say('sections.answers')}>
      <FormFields>
        <Field name="answers" parts={['on', 'partial', 'reference', 'summary', 'conditions']} begin={{ on: today() }} plain />
        <Field name="received" help={say('receivedHelp')} />
      </FormFields>
    </Section>
  );
}

/** The deadline that a law sets for this instrument, at a press. */
function StatutoryDeadline({ editing: { form } }: Editing) {
  const say = useWords('requests');
  const [instrument, sent, due] = form.watch(['instrument', 'sent', 'due']);
  const deadline = statutoryDeadline(instrument);
  if (deadline === null || sent === null) return null;
  const day = dayAfter(sent, deadline.days);
  if (due === day) return <p className={classes['quiet']}>{say('statutoryTaken', { source: tableWords(deadline.source) })}</p>;
  const take = () => {
    form.setValue('due', day, { shouldDirty: true });
    form.setValue('dueType', deadline.type, { shouldDirty: true });
  };
  return (
    <div className={classes['beside']}>
      <Button onClick={take}>{say('statutory', { day: dayInWords(day) })}</Button>
      <p className={classes['quiet']}>{tableWords(deadline.source)}</p>
    </div>
  );
}

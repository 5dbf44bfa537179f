import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InvitationChoices, InvitationProposal } from '../../engine/api.ts';
import { dayInWords } from '../words/dates.ts';
import { listed } from '../words/language.ts';
import { useWords } from '../words/words.ts';
import classes from './invitations.module.css';

export interface InvitationFieldsProps {
  readonly proposal: InvitationProposal;
  readonly choices: InvitationChoices;
  readonly onChange: (change: Partial<InvitationChoices>) => void;
}

/** When it is, and what of it stands in the file. */
export function InvitationFields({ proposal, choices, onChange }: InvitationFieldsProps) {
  const say = useWords('invitations');
  const { unmarked, meetings, hasAgenda } = proposal;
  const [touched, touch] = useState(false);
  const places = [...new Set(meetings.map((one) => one.place).filter((one) => one !== ''))];
  return (
    <>
      <Times meetings={meetings} />
      <TextInput
        label={say(unmarked ? 'subject' : 'subjectMarked')}
        description={unmarked ? undefined : say('subjectMarkedHelp')}
        value={choices.subject}
        maxLength={300}
        withAsterisk
        error={touched && choices.subject.trim() === '' ? say('subjectMissing') : undefined}
        onBlur={() => touch(true)}
        onChange={(event) => onChange({ subject: event.currentTarget.value })}
        data-autofocus
      />
      {places.length === 0 ? null : <Checkbox label={places.length === 1 ? say('placeNamed', { place: places[0] }) : say('place')} checked={choices.place} onChange={(event) => onChange({ place: event.currentTarget.checked })} />}
      {hasAgenda && unmarked ? <Checkbox label={say('agenda')} checked={choices.agenda} onChange={(event) => onChange({ agenda: event.currentTarget.checked })} /> : null}
      <ReplyTo proposal={proposal} choices={choices} onChange={onChange} />
      <Checkbox label={say('cancelled')} checked={choices.cancelled} onChange={(event) => onChange({ cancelled: event.currentTarget.checked })} />
    </>
  );
}

function Times({ meetings }: Pick<InvitationProposal, 'meetings'>) {
  const say = useWords('invitations');
  const isTimed = meetings.some((one) => one.start !== null);
  return (
    <div>
      <ul className={classes['times']}>
        {meetings.map(({ day, start, end }, at) => (
          <li key={at}>{start === null ? say('wholeDay', { day: dayInWords(day) }) : say('timed', { day: dayInWords(day), start, end: end ?? '' })}</li>
        ))}
      </ul>
      {isTimed ? <p className={classes['quiet']}>{[say('clock'), meetings.some((one) => one.assumed) ? say('assumed') : ''].join(' ').trim()}</p> : null}
    </div>
  );
}

function ReplyTo({ proposal: { people, meetings }, choices: { replyTo }, onChange }: InvitationFieldsProps) {
  const say = useWords('invitations');
  const named = people.filter((one) => one.address !== null).map((one) => one.name);
  const unnamed = people.filter((one) => one.address === null).map((one) => one.name);
  return (
    <div>
      <TextInput
        type="email"
        label={say('replyTo')}
        description={say(meetings.length === 1 ? 'replyToHelp' : 'replyToSeveral')}
        value={replyTo}
        maxLength={300}
        onChange={(event) => onChange({ replyTo: event.currentTarget.value })}
      />
      {replyTo.trim() === '' ? null : (
        <div className={classes['quiet']}>
          {named.length === 0 ? null : <p>{say('asked', { names: listed(named) })}</p>}
          {unnamed.length === 0 ? null : <p>{say('unaddressed', { names: listed(unnamed) })}</p>}
        </div>
      )}
    </div>
  );
}

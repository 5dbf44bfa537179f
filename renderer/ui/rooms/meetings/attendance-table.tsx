import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { attendanceRoles, presences } from '../../../../core/records/meeting.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { ContactNameInput, isChoosing } from '../../kit/contact-name-input.tsx';
import { CountryInput } from '../../kit/country-field.tsx';
import { offerUndo } from '../../kit/undo-toast.tsx';
import { labelled } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { inOrder, withItemAt, withItemBack, withItemChanged, withoutItem, type Attendance, type MeetingForm } from './meeting-form.ts';
import { previousMeeting } from './previous-meeting.ts';
import classes from './meetings.module.css';

const someone: Omit<Attendance, 'key' | 'order'> = { name: '', contact: null, institution: '', country: null, role: 'participant', presence: 'present' };

export interface AttendanceTableProps {
  readonly form: UseFormReturn<MeetingForm>;
  readonly attempted: boolean;
  /** Makes a calendar file for those on the list; absent where it is too late. */
  readonly onInvite?: () => void;
}

/** Who is invited, for whom they come, and whether they were there. */
export function AttendanceTable({ form, attempted, onInvite }: AttendanceTableProps) {
  const say = useWords('meetings');
  const engine = useEngine();
  const people = inOrder(form.watch('attendance'));
  const put = (items: readonly Attendance[]) => form.setValue('attendance', [...items], { shouldDirty: true });
  const takeOver = async () => {
    const previous = await previousMeeting(engine, form.getValues());
    if (previous !== null) put(previous.attendance.map((one) => ({ ...one, presence: 'present' })));
  };
  const remove = (one: Attendance) => {
    put(withoutItem(people, one.key));
    offerUndo(say('attendance.removed'), () => put(withItemBack(form.getValues('attendance'), one)));
  };
  return (
    <section aria-label={say('attendance.title')}>
      <h2 className={classes['sectionHead']}>{say('attendance.title')}</h2>
      {people.length === 0 ? <p className={classes['quiet']}>{say('attendance.empty')}</p> : null}
      <ol className={classes['table']}>
        {people.map((one) => (
          <AttendanceRow
            key={one.key}
            person={one}
            wrong={attempted && one.name.trim() === '' && one.institution.trim() !== ''}
            onChange={(change) => put(withItemChanged(people, one.key, change))}
            onNext={() => put(withItemAt(people, someone))}
            onRemove={() => remove(one)}
          />
        ))}
      </ol>
      <div className={classes['rowOfActs']}>
        <Button onClick={() => put(withItemAt(people, someone))}>{say('attendance.add')}</Button>
        {people.length === 0 && form.watch('series') !== '' ? <Button variant="subtle" onClick={() => void takeOver()}>{say('attendance.carry')}</Button> : null}
        {people.length === 0 || onInvite === undefined ? null : <Button variant="subtle" onClick={onInvite}>{say('attendance.invite')}</Button>}
      </div>
    </section>
  );
}

interface AttendanceRowProps {
  readonly person: Attendance;
  /** An institution without a name. */
  readonly wrong: boolean;
  readonly onChange: (change: Partial<Attendance>) => void;
  readonly onNext: () => void;
  readonly onRemove: () => void;
}

function AttendanceRow({ person, wrong, onChange, onNext, onRemove }: AttendanceRowProps) {
  const say = useWords('meetings');
  const named = person.name.trim() === '' ? say('attendance.someone') : person.name;
  return (
    <li className={classes['attendanceRow']}>
      <ContactNameInput
        aria-label={say('attendance.name')}
        placeholder={say('attendance.name')}
        value={person.name}
        error={wrong}
        autoFocus={person.name === ''}
        maxLength={300}
        onType={(name) => onChange({ name, contact: null })}
        onPick={({ contact, name, institution, country }) => onChange({ name, contact, institution, country })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || person.name.trim() === '' || isChoosing(event.currentTarget)) return;
          event.preventDefault();
          onNext();
        }}
      />
      <TextInput
        aria-label={labelled(say('attendance.institution'), named)}
        placeholder={say('attendance.institution')}
        value={person.institution}
        maxLength={300}
        onChange={(event) => onChange({ institution: event.currentTarget.value })}
      />
      <CountryInput label={labelled(say('attendance.country'), named)} country={person.country} onChange={(country) => onChange({ country: country as Attendance['country'] })} />
      <Select
        aria-label={labelled(say('attendance.role'), named)}
        data={attendanceRoles.map((one) => ({ value: one, label: say(`attendance.roles.${one}`) }))}
        value={person.role}
        onChange={(role) => onChange({ role: role ?? 'participant' })}
      />
      <Select
        aria-label={labelled(say('attendance.presence'), named)}
        data={presences.map((one) => ({ value: one, label: say(`attendance.presences.${one}`) }))}
        value={person.presence}
        onChange={(presence) => onChange({ presence: presence ?? 'present' })}
      />
      <ActionIcon variant="subtle" aria-label={say('attendance.remove', { name: named })} onClick={onRemove}>
        ×
      </ActionIcon>
    </li>
  );
}

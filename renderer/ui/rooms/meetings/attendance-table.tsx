import { Button, Select } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { presences } from '../../../../core/records/meeting.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { previousMeeting } from '../../engine-client/series-meetings.ts';
import { PeopleList } from '../../people/people-list.tsx';
import { offerUndo } from '../../kit/undo.ts';
import { labelled } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { inOrder, withItemAt, withItemBack, withItemChanged, withoutItem } from '../../kit/keyed-items.ts';
import type { Attendance, MeetingForm } from './meeting-form.ts';
import classes from './meetings.module.css';

const someone: Omit<Attendance, 'key' | 'order' | 'presence'> = { name: '', contact: null, institution: '', country: null, role: 'participant' };

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
  // Who is added while minutes are taken has come in.
  const newcomer = { ...someone, presence: form.watch('stage') === 'preparing' ? 'invited' : 'present' } as const;
  const put = (items: readonly Attendance[]) => form.setValue('attendance', [...items], { shouldDirty: true });
  const takeOver = async () => {
    const previous = await previousMeeting(engine, form.getValues());
    if (previous !== null) put(previous.attendance.map((one) => ({ ...one, presence: 'invited' })));
  };
  const remove = (one: Attendance) => {
    put(withoutItem(people, one.key));
    offerUndo(say('attendance.removed'), () => put(withItemBack(form.getValues('attendance'), one)));
  };
  return (
    <section aria-label={say('attendance.title')}>
      <h2 className={classes['sectionHead']}>{say('attendance.title')}</h2>
      {people.length === 0 ? <p className={classes['quiet']}>{say('attendance.empty')}</p> : null}
      <PeopleList
        people={people}
        isWrong={(one) => attempted && one.name.trim() === '' && one.institution.trim() !== ''}
        onChange={(key, change) => put(withItemChanged<Attendance>(people, key, change))}
        onNext={() => put(withItemAt(people, newcomer))}
        onRemove={remove}
        renderMore={(one, named) => one.role === 'informed' ? <span className={classes['aside']}>{say('attendance.notExpected')}</span> : (
          <Select
            aria-label={labelled(say('attendance.presence'), named)}
            data={presences.map((presence) => ({ value: presence, label: say(`attendance.presences.${presence}`) }))}
            value={one.presence}
            onChange={(presence) => put(withItemChanged<Attendance>(people, one.key, { presence: presence ?? 'present' }))}
          />
        )}
      />
      <div className={classes['rowOfActs']}>
        <Button onClick={() => put(withItemAt(people, newcomer))}>{say('attendance.add')}</Button>
        {people.length === 0 && form.watch('series') !== '' ? <Button variant="subtle" onClick={() => void takeOver()}>{say('attendance.carry')}</Button> : null}
        {people.length === 0 || onInvite === undefined ? null : <Button variant="subtle" onClick={onInvite}>{say('attendance.invite')}</Button>}
      </div>
    </section>
  );
}

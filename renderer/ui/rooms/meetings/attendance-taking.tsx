import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { allPresent, expected, notTaken, type Attending } from '../../../../core/meetings/attendance.ts';
import { presences } from '../../../../core/records/meeting.ts';
import { withItemChanged } from '../../kit/keyed-items.ts';
import { joined, labelled } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import type { Attendance, MeetingForm } from './meeting-form.ts';
import classes from './live-minutes.module.css';

export interface AttendanceTakingProps {
  readonly form: UseFormReturn<MeetingForm>;
  /** Back to where the next line is typed. */
  readonly onDone: () => void;
}

/** Who is there, taken as the meeting begins: everybody at a press, or one by one. */
export function AttendanceTaking({ form, onDone }: AttendanceTakingProps) {
  const say = useWords('meetings');
  const [oneByOne, setOneByOne] = useState(false);
  const attendance = form.watch('attendance');
  const put = (next: Attendance[]) => form.setValue('attendance', next, { shouldDirty: true });
  const people = expected(attendance);
  const open = notTaken(attendance);
  if (people.length === 0) return null;
  const everybody = () => {
    put(allPresent(attendance));
    onDone();
  };
  if (oneByOne) {
    return (
      <section className={classes['attendance']} data-open aria-label={say('attendance.take')}>
        <Roll people={people} onChange={(key, presence) => put(withItemChanged<Attendance>(form.getValues('attendance'), key, { presence }))} />
        <Button onClick={() => {
          setOneByOne(false);
          onDone();
        }}>{say('attendance.ready')}</Button>
      </section>
    );
  }
  return (
    <section className={classes['attendance']} aria-label={say('attendance.take')}>
      {open.length > 0 ? (
        <>
          <span>{say('attendance.notTaken', { count: open.length })}</span>
          <Button size="compact-sm" onClick={everybody}>{say('attendance.everybody')}</Button>
          <Button size="compact-sm" variant="subtle" onClick={() => setOneByOne(true)}>{say('attendance.oneByOne')}</Button>
        </>
      ) : (
        <>
          <span className={classes['taken']}><Counts people={people} /></span>
          <Button size="compact-sm" variant="subtle" onClick={() => setOneByOne(true)}>{say('attendance.change')}</Button>
        </>
      )}
    </section>
  );
}

function Roll({ people, onChange }: { people: readonly Attending[]; onChange: (key: Attending['key'], presence: Attending['presence']) => void }) {
  const say = useWords('meetings');
  const choices = presences.map((one) => ({ value: one, label: say(`attendance.presences.${one}`) }));
  return (
    <ul className={classes['roll']}>
      {people.map((one) => (
        <li key={one.key}>
          <span>{joined(one.name, one.institution)}</span>
          <SegmentedControl size="xs" aria-label={labelled(say('attendance.presence'), one.name)} data={choices} value={one.presence} onChange={(presence) => onChange(one.key, presence)} />
        </li>
      ))}
    </ul>
  );
}

function Counts({ people }: { people: readonly Attending[] }) {
  const say = useWords('meetings');
  const count = (presence: Attending['presence']) => people.filter((one) => one.presence === presence).length;
  const [apologies, absent] = [count('apologies'), count('absent')];
  return joined(
    say('attendance.presentCount', { count: count('present') }),
    apologies === 0 ? '' : say('attendance.apologiesCount', { count: apologies }),
    absent === 0 ? '' : say('attendance.absentCount', { count: absent }),
  );
}

import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { UseFormReturn } from 'react-hook-form';
import { labelled } from '../../words/joined.ts';
import { useWords } from '../../words/words.ts';
import { inOrder, withItemAt, withItemChanged, withoutItem } from '../../kit/keyed-items.ts';
import type { MeetingForm } from './meeting-form.ts';
import classes from './meetings.module.css';

/** Who gets the minutes, in the order of the copy numbers; and what is annexed, by its title. */
export function DistributionList({ form }: { form: UseFormReturn<MeetingForm> }) {
  const say = useWords('meetings');
  const recipients = inOrder(form.watch('distribution'));
  const put = (items: MeetingForm['distribution']) => form.setValue('distribution', items, { shouldDirty: true });
  const fill = () => put(inOrder(form.getValues('attendance')).reduce<MeetingForm['distribution']>((list, { name, institution, country }) => withItemAt(list, { name, institution, country }), []));
  return (
    <>
      <section aria-label={say('distribution.title')}>
        <h2 className={classes['sectionHead']}>{say('distribution.title')}</h2>
        {recipients.length === 0 ? <p className={classes['quiet']}>{say('distribution.empty')}</p> : null}
        <ol className={classes['table']}>
          {recipients.map((one, at) => (
            <li key={one.key} className={classes['distributionRow']}>
              <span className={classes['time']}>{at + 1}</span>
              <TextInput aria-label={say('attendance.name')} value={one.name} maxLength={300} autoFocus={one.name === ''} onChange={(event) => put(withItemChanged(recipients, one.key, { name: event.currentTarget.value }))} />
              <TextInput aria-label={labelled(say('attendance.institution'), one.name)} value={one.institution} maxLength={300} onChange={(event) => put(withItemChanged(recipients, one.key, { institution: event.currentTarget.value }))} />
              <ActionIcon variant="subtle" aria-label={say('distribution.remove', { name: one.name })} onClick={() => put(withoutItem(recipients, one.key))}>
                ×
              </ActionIcon>
            </li>
          ))}
        </ol>
        <div className={classes['rowOfActs']}>
          <Button onClick={() => put(withItemAt(recipients, { name: '', institution: '', country: null }))}>{say('distribution.add')}</Button>
          {recipients.length === 0 && form.watch('attendance').length > 0 ? <Button variant="subtle" onClick={fill}>{say('distribution.fill')}</Button> : null}
        </div>
      </section>
      <Annexes form={form} />
    </>
  );
}

function Annexes({ form }: { form: UseFormReturn<MeetingForm> }) {
  const say = useWords('meetings');
  const annexes = inOrder(form.watch('annexes'));
  const put = (items: MeetingForm['annexes']) => form.setValue('annexes', items, { shouldDirty: true });
  return (
    <section aria-label={say('annexes.title')}>
      <h2 className={classes['sectionHead']}>{say('annexes.title')}</h2>
      {annexes.length === 0 ? <p className={classes['quiet']}>{say('annexes.empty')}</p> : null}
      <ol className={classes['table']}>
        {annexes.map((one) => (
          <li key={one.key} className={classes['annexRow']}>
            <TextInput aria-label={say('annexes.name')} value={one.title} maxLength={300} autoFocus={one.title === ''} onChange={(event) => put(withItemChanged(annexes, one.key, { title: event.currentTarget.value }))} />
            <ActionIcon variant="subtle" aria-label={say('annexes.remove')} onClick={() => put(withoutItem(annexes, one.key))}>
              ×
            </ActionIcon>
          </li>
        ))}
      </ol>
      <Button onClick={() => put(withItemAt(annexes, { title: '' }))}>{say('annexes.add')}</Button>
    </section>
  );
}

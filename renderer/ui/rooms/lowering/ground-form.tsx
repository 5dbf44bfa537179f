import { Checkbox, Textarea, TextInput } from '@mantine/core';
import { DayInput } from '../../kit/day-field.tsx';
import { Section } from '../../kit/section.tsx';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import classes from './lowering.module.css';
import type { Review } from './use-review.ts';

/** Why it may be had lower, who reviewed it, and the originator's consent as it was given. */
export function GroundForm({ review: { typed, asked, type }, originator }: { review: Review; originator: string }) {
  const say = useWords('lowering');
  const missing = (text: string) => (asked && text.trim() === '' ? say('missing') : undefined);
  const noDay = typed.on === null ? (asked ? say('missing') : undefined) : typed.on > today() ? say('future') : undefined;
  return (
    <Section title={say('ground-title')}>
      <div className={classes['form']}>
        <Textarea label={say('ground')} value={typed.ground} maxLength={2000} autosize minRows={2} withAsterisk error={missing(typed.ground)} onChange={(event) => type({ ground: event.currentTarget.value })} />
        <TextInput label={say('reviewer')} value={typed.reviewer} maxLength={300} withAsterisk error={missing(typed.reviewer)} onChange={(event) => type({ reviewer: event.currentTarget.value })} />
        <TextInput
          label={say('by')}
          description={originator === '' ? say('by-help-unnamed') : say('by-help', { originator })}
          value={typed.by} maxLength={300} withAsterisk error={missing(typed.by)}
          onChange={(event) => type({ by: event.currentTarget.value })}
        />
        <div className={classes['pair']}>
          <DayInput label={say('on')} day={typed.on} onChange={(on) => type({ on })} {...(noDay === undefined ? {} : { error: noDay })} />
          <TextInput label={say('reference')} value={typed.reference} maxLength={300} withAsterisk error={missing(typed.reference)} onChange={(event) => type({ reference: event.currentTarget.value })} />
        </div>
        <p className={classes['about']}>{say('kept')}</p>
        <Checkbox label={say('read')} checked={typed.read} error={asked && !typed.read ? say('read-first') : undefined} onChange={(event) => type({ read: event.currentTarget.checked })} />
      </div>
    </Section>
  );
}

import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Day } from '../../../../core/ids.ts';
import { categoryInForce, limitsOf, toLookAt, type PersonCategory, type ToLookAt } from '../../../../core/persons/category.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { personCategories } from '../../../../core/records/subject.ts';
import { useMe } from '../../engine-client/engine-context.tsx';
import { DayInput } from '../../kit/day-field.tsx';
import { today } from '../../words/dates.ts';
import { labelled } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { DecisionDialog } from '../../kit/decisions/decision-dialog.tsx';
import { useDecide, withItem } from '../../kit/decisions/decide.ts';
import type { DecisionProps } from './subject-acts.tsx';
import classes from './subjects.module.css';

/** Another category, with ground and day; before it is set one sees what it forbids and what is stored against it. */
export function CategoryDialog({ view, onClose }: DecisionProps) {
  const say = useWords('subjects');
  const words = useKindWords('subject');
  const me = useMe();
  const { busy, decide } = useDecide(view);
  const [category, setCategory] = useState<PersonCategory | null>(null);
  const [ground, setGround] = useState('');
  const [on, setOn] = useState<Day | null>(today());
  const [tried, setTried] = useState(false);
  const now = categoryInForce(view.value.categories);
  const choices = personCategories.filter((one) => one !== 'not-decided' && one !== now);
  const change = async () => {
    setTried(true);
    if (category === null || on === null || ground.trim() === '') return;
    const categories = withItem(view.value.categories, { category, ground: ground.trim(), on, by: me?.name ?? '' });
    if (await decide({ categories })) onClose();
  };
  return (
    <DecisionDialog title={say('category.title')} act={say('category.act')} busy={busy} onDecide={() => void change()} onClose={onClose}>
      <p>{say('category.now', { category: words.choice('categories.*.category', now) })}</p>
      <Select
        label={say('category.new')}
        data={choices.map((value) => ({ value, label: words.choice('categories.*.category', value) }))}
        value={category}
        onChange={setCategory}
        allowDeselect={false}
        error={tried && category === null ? say('need.category') : null}
        data-autofocus
      />
      <TextInput label={say('category.ground')} description={say('category.groundHelp')} maxLength={300} value={ground} onChange={(event) => setGround(event.currentTarget.value)} error={tried && ground.trim() === '' ? say('need.ground') : null} />
      <DayInput label={say('category.on')} day={on} onChange={setOn} {...(tried && on === null ? { error: say('need.day') } : {})} />
      {category === null ? null : <Consequences value={view.value} category={category} />}
    </DecisionDialog>
  );
}

function Consequences({ value, category }: { value: RecordValue<'subject'>; category: PersonCategory }) {
  const say = useWords('subjects');
  const limits = limitsOf(category);
  const look = toLookAt(value, category);
  return (
    <div role="status">
      {limits.length === 0 ? <p className={classes['quiet']}>{say('limits.none')}</p> : <p>{limits.map((limit) => say(`limits.${limit}`)).join(' ')}</p>}
      {look.length === 0 ? null : (
        <>
          <p>{say('lookAt.title')}</p>
          <ul className={classes['look']}>
            {look.map((one) => (
              <LookAt key={one.field} value={value} one={one} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function LookAt({ value, one }: { value: RecordValue<'subject'>; one: ToLookAt }) {
  const words = useKindWords('subject');
  return (
    <li>
      {labelled(words.field(one.field), textsOf(value, one).join('; '))}
    </li>
  );
}

function textsOf(value: RecordValue<'subject'>, { field, keys }: ToLookAt): readonly string[] {
  if (field === 'statements') return value.statements.filter((one) => keys.includes(one.key)).map((one) => one.text);
  if (field === 'identifiers') return value.identifiers.filter((one) => keys.includes(one.key)).map((one) => one.value);
  return field === 'aliases' ? value.aliases : [value[field]];
}

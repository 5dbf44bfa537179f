import { Checkbox } from '@mantine/core';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { itemNamesOf } from '../../changes/item-names.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { Section } from '../../kit/section.tsx';
import { quoted } from '../../words/joined.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import classes from './lowering.module.css';
import type { PlannedGroup } from './planned-groups.ts';
import { TakenText } from './taken-text.tsx';
import type { Review } from './use-review.ts';

/** Every line that goes, to be read, written otherwise, or left. */
export function WhatGoes({ review }: { review: Review }) {
  const say = useWords('lowering');
  const { groups } = review;
  const nameOf = useGroupNames(review);
  const count = groups.filter(review.goes).length;
  return (
    <Section title={say('goes')} count={count}>
      <p className={classes['about']}>{say(groups.length === 0 ? 'none' : 'goes-about')}</p>
      <ul>
        {groups.map((group) => (
          <Group key={group.id} group={group} name={nameOf(group)} review={review} />
        ))}
      </ul>
      <p className={classes['about']}>{say('safeguards')}</p>
    </Section>
  );
}

/** What a field or an item is called, for the box beside it. */
function useGroupNames({ plan }: Review): (group: PlannedGroup) => string {
  const words = useKindWordsOf()(plan.kind);
  const inWords = useValueInWords();
  const names = itemNamesOf(plan.fields.map((one) => [one.path, one.value] as const), (field, value) => inWords(plan.kind, field, value));
  return ({ id, list }) => {
    if (list === null) return words.field(id);
    const name = names.get(id);
    return name === undefined ? words.list(list).one : `${words.list(list).one} ${quoted(name.length > 60 ? `${name.slice(0, 60)}…` : name)}`;
  };
}

function Group({ group, name, review }: { group: PlannedGroup; name: string; review: Review }) {
  const say = useWords('lowering');
  const on = review.goes(group);
  const isStuck = !on && !review.off.has(group.id);
  return (
    <li className={classes['group']} data-off={!on || undefined}>
      <Checkbox
        label={name}
        checked={on}
        disabled={isStuck}
        {...(isStuck ? { description: say('under') } : {})}
        onChange={(event) => review.turn(group, event.currentTarget.checked)}
      />
      <div className={classes['parts']}>
        {group.parts.map((part) => (
          <Part key={part.path} kind={review.plan.kind} part={part} on={on} single={group.list === null} name={name} review={review} />
        ))}
      </div>
    </li>
  );
}

interface PartProps {
  readonly kind: RecordKind;
  readonly part: PlannedGroup['parts'][number];
  readonly on: boolean;
  /** The box beside it names it already. */
  readonly single: boolean;
  readonly name: string;
  readonly review: Review;
}

function Part({ kind, part, on, single, name, review }: PartProps) {
  const words = useKindWordsOf()(kind);
  const text = useValueInWords()(kind, part.path, part.value);
  const label = words.field(part.path);
  if (part.isText && on) return <TakenText kind={kind} part={part} label={single ? label : `${name}: ${label}`} shown={single ? null : label} value={review.written.get(part.path) ?? part.value} onWrite={review.write} />;
  if (text === '') return null;
  return (
    <p className={classes['said']}>
      {single ? null : <span className={classes['partName']}>{label}</span>} {text}
    </p>
  );
}

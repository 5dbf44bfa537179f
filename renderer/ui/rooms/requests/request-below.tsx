import { Button } from '@mantine/core';
import { useState } from 'react';
import { owedTo, type Owed } from '../../../../core/cooperation/owed-to-country.ts';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { useEngine, useEngineQuery, useSurroundings } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { paths } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { tell } from '../../kit/undo.ts';
import { nearDayInWords } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { stickConditions } from './stick-conditions.ts';
import classes from './requests.module.css';

interface Below {
  readonly record: RecordId;
  readonly value: RecordValue<'request'>;
}

/** What the country still asks for, the actions that came of it, and the conditions that stick to what was received. */
export function RequestBelow({ record, value }: Below) {
  return (
    <>
      <OwedSection record={record} value={value} />
      <ConditionsSection record={record} value={value} />
    </>
  );
}

function OwedSection({ record, value }: Below) {
  const say = useWords('requests');
  const word = useKindWords('request').choice;
  const engine = useEngine();
  const table = useSurroundings()?.countryTable;
  const level = useEngineQuery(['records', 'request', 'open', record], (one) => one.notebook.open('request', record)).data;
  const actions = useEngineQuery(['records', 'action', 'list', 'origin', record], (one) => one.notebook.list('action', { origin: record })).data ?? [];
  const owed = table === undefined ? [] : owedTo(table, value.toCountry, value);
  if (owed.length === 0 && actions.length === 0) return null;
  const country = value.toCountry === null ? '' : countryName(value.toCountry);
  const textOf = (one: Owed) =>
    one.type === 'translation'
      ? say('owed.translation', { title: value.title, languages: one.languages.map((language) => word('translationInto', language)).join(say('owed.or')), country })
      : say('owed.copies', { title: value.title, count: one.count, country });
  const make = async (one: Owed) => {
    if (level?.ok !== true) return;
    const answer = await engine.notebook.save({ kind: 'action', level: level.value.level, value: { text: textOf(one), owner: value.handledBy, due: value.due, case: value.case, jwg: value.jwg, origin: record } });
    if (!answer.ok) return tellFailure(answer.failure);
    tell(say('owed.made'));
  };
  const open = owed.filter((one) => !actions.some((row) => row.title === textOf(one).trim()));
  return (
    <Section title={say('owed.title')} count={open.length + actions.length}>
      {open.map((one) => (
        <div key={one.type} className={classes['owed']}>
          <p>{textOf(one)}</p>
          <Button onClick={() => void make(one)}>{say('owed.make')}</Button>
        </div>
      ))}
      <RowList label={say('owed.title')}>
        {actions.map((row) => (
          <ListRow key={row.record} to={paths.action(row.record)} level={row.level} title={row.title} facts={row.value.owner ?? ''} aside={row.value.due ? nearDayInWords(row.value.due) : undefined} />
        ))}
      </RowList>
    </Section>
  );
}

function ConditionsSection({ record, value }: Below) {
  const say = useWords('requests');
  const engine = useEngine();
  const [busy, setBusy] = useState(false);
  const conditions = value.answers.map((one) => one.conditions.trim()).filter((one) => one !== '');
  if (conditions.length === 0) return null;
  const stick = async () => {
    setBusy(true);
    const answer = await stickConditions(engine, value, say('conditions.under', { reference: value.theirReference || value.reference || value.title }));
    setBusy(false);
    tell(say('conditions.stuck', { count: answer.written }));
    if (answer.failure !== null) tellFailure(answer.failure);
  };
  return (
    <Section title={say('conditions.title')} count={conditions.length}>
      <ul className={classes['conditions']}>
        {conditions.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {value.received.length === 0 ? <p className={classes['quiet']}>{say('conditions.nothingReceived')}</p> : <Button loading={busy} onClick={() => void stick()} data-record={record}>{say('conditions.stick', { count: value.received.length })}</Button>}
    </Section>
  );
}

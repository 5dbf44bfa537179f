import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { handOverLanguages } from '../../../../core/hand-over/hand-over-labels.ts';
import type { RecordId } from '../../../../core/ids.ts';
import { foldName } from '../../../../core/text/fold-name.ts';
import type { HandOver, RecordRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { joined } from '../../words/joined.ts';
import { compareWords } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

export interface HandOverChoicesProps {
  readonly handOver: HandOver;
  readonly onChange: (handOver: HandOver) => void;
  readonly making: boolean;
  readonly onPreview: () => void;
}

export function HandOverChoices({ handOver, onChange, making, onPreview }: HandOverChoicesProps) {
  const say = useWords('laptop');
  const records = useWords('records');
  const cases = useEngineQuery(['records', 'case', 'list'], (engine) => engine.notebook.list('case')).data;
  const successors = useEngineQuery(['pouch', 'successors'], (engine) => engine.devices.successors()).data;
  useShownMarking(cases?.map((row) => row.level));
  if (cases === undefined || successors === undefined) return null;
  if (successors.length === 0) return <p>{say('hand-over.no-successors')}</p>;
  if (cases.length === 0) return <p>{say('hand-over.no-cases')}</p>;
  return (
    <>
      <ChooseCases rows={cases} chosen={handOver.cases} onChange={(chosen) => onChange({ ...handOver, cases: chosen })} />
      <Select
        label={say('hand-over.successor')}
        data={successors.toSorted((one, other) => compareWords(one.name, other.name)).map((one) => ({ value: one.person, label: joined(one.name, one.institution) }))}
        value={handOver.successor === '' ? null : handOver.successor}
        onChange={(value) => value !== null && onChange({ ...handOver, successor: value })}
        allowDeselect={false}
        searchable={successors.length > 8}
      />
      <Textarea
        label={say('hand-over.remarks')}
        description={say('hand-over.remarks-help')}
        value={handOver.remarks}
        onChange={(event) => onChange({ ...handOver, remarks: event.currentTarget.value })}
        minRows={4}
        maxLength={20_000}
        autosize
      />
      <Select
        label={say('hand-over.language')}
        data={handOverLanguages.map((one) => ({ value: one, label: records(`languages.${one}`) }))}
        value={handOver.language}
        onChange={(value) => value !== null && onChange({ ...handOver, language: value })}
        allowDeselect={false}
      />
      <div className={classes['acts']}>
        <Button variant="filled" onClick={onPreview} disabled={making || handOver.cases.length === 0 || handOver.successor === ''}>
          {say('hand-over.preview')}
        </Button>
        <span role="status">{making ? say('hand-over.making') : ''}</span>
      </div>
    </>
  );
}

interface ChooseCasesProps {
  readonly rows: readonly RecordRow<'case'>[];
  readonly chosen: readonly RecordId[];
  readonly onChange: (chosen: readonly RecordId[]) => void;
}

function ChooseCases({ rows, chosen, onChange }: ChooseCasesProps) {
  const say = useWords('laptop');
  const records = useWords('records');
  const [filter, setFilter] = useState('');
  const wanted = foldName(filter);
  const shown = rows.filter((row) => wanted === '' || foldName(row.title).includes(wanted));
  const toggle = (record: RecordId) => onChange(chosen.includes(record) ? chosen.filter((one) => one !== record) : [...chosen, record]);
  return (
    <fieldset className={classes['cases']}>
      <legend className={classes['label']}>
        {say('hand-over.cases')} · {say('hand-over.chosen', { count: chosen.length })}
      </legend>
      <div className={classes['acts']}>
        <TextInput aria-label={say('hand-over.filter')} placeholder={say('hand-over.filter')} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
        <Button variant="subtle" onClick={() => onChange([...new Set([...chosen, ...shown.map((row) => row.record)])])}>
          {say('hand-over.all')}
        </Button>
        <Button variant="subtle" onClick={() => onChange([])} disabled={chosen.length === 0}>
          {say('hand-over.none')}
        </Button>
      </div>
      {shown.length === 0 ? <p className={classes['quiet']}>{say('hand-over.no-fit')}</p> : null}
      <ul className={classes['laptops']}>
        {shown.map((row) => (
          <li key={row.record} className={classes['case']}>
            <Checkbox label={row.title === '' ? records('kinds.case') : row.title} checked={chosen.includes(row.record)} onChange={() => toggle(row.record)} />
            <MarkingBadge level={row.level} />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

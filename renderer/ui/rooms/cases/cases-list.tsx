import { MultiSelect, Select, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useRoute } from 'wouter';
import { casePhases } from '../../../../core/records/case.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useEngineQuery, useSurroundings } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { countryName } from '../../kit/country-name.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { paths } from '../../kit/paths.ts';
import { ListHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { UnsavedDrafts, useUnsavedDrafts } from '../../kit/unsaved-drafts.tsx';
import { useWords } from '../../words/words.ts';
import { NewCaseButton } from './new-case-button.tsx';
import classes from './cases.module.css';

type Row = RecordRow<'case'>;

interface Filter {
  readonly words: string;
  readonly phase: string | null;
  readonly countries: readonly string[];
}

const everything: Filter = { words: '', phase: null, countries: [] };

/** Cases by title; those that are closed at the end. */
export function CasesList() {
  const say = useWords('cases');
  const [filter, setFilter] = useState(everything);
  const cases = useEngineQuery(['records', 'case', 'list'], (engine) => engine.notebook.list('case'));
  const unsaved = useUnsavedDrafts('case');
  const all = cases.data ?? [];
  const rows = all.filter((row) => fits(row, filter)).toSorted(openFirst);
  useShownMarking([...rows, ...unsaved].map((row) => row.level));
  return (
    <>
      <CaseFilter filter={filter} onChange={setFilter} all={all} />
      {!cases.isPending && all.length === 0 && unsaved.length === 0 ? <EmptyState act={<NewCaseButton prominent />}>{say('empty')}</EmptyState> : null}
      {all.length > 0 && rows.length === 0 ? <EmptyState>{say('noneFits')}</EmptyState> : null}
      <UnsavedDrafts rows={unsaved} untitled={say('newCase')} />
      <RowList label={say('listLabel')}>
        {rows.map((row) => (
          <CaseRow key={row.record} row={row} />
        ))}
      </RowList>
    </>
  );
}

function CaseFilter({ filter, onChange, all }: { filter: Filter; onChange: (filter: Filter) => void; all: readonly Row[] }) {
  const say = useWords('cases');
  const records = useWords('records');
  const field = useRef<HTMLInputElement>(null);
  useCommand('find-here', () => field.current?.focus());
  const countries = [...new Set(all.flatMap((row) => row.value.countries ?? []))].map((code) => ({ value: code as string, label: countryName(code) }));
  return (
    <>
      <ListHead>
        <TextInput ref={field} aria-label={say('filter.words')} placeholder={say('filter.words')} value={filter.words} onChange={(event) => onChange({ ...filter, words: event.currentTarget.value })} />
        <NewCaseButton />
      </ListHead>
      {all.length < 2 ? null : (
        <div className={classes['filters']}>
          <Select
            aria-label={say('filter.phase')}
            placeholder={say('filter.anyPhase')}
            data={casePhases.map((one) => ({ value: one, label: records(`phases.${one}`) }))}
            value={filter.phase}
            clearable
            clearButtonProps={{ 'aria-label': say('filter.anyPhase') }}
            onChange={(phase) => onChange({ ...filter, phase })}
          />
          <MultiSelect
            aria-label={say('filter.countries')}
            placeholder={filter.countries.length === 0 ? say('filter.anyCountry') : ''}
            data={countries.toSorted((one, other) => one.label.localeCompare(other.label))}
            value={[...filter.countries]}
            onChange={(chosen) => onChange({ ...filter, countries: chosen })}
          />
        </div>
      )}
    </>
  );
}

function CaseRow({ row }: { row: Row }) {
  const say = useWords('cases');
  const records = useWords('records');
  const [, open] = useRoute<{ record: string }>('/cases/:record/*?');
  const group = useSurroundings()?.jwgs.find((one) => one.id === row.value.jwg);
  const facts = [
    row.conflicts > 0 ? say('marks.conflict') : '',
    row.draft === null ? '' : say('marks.draft'),
    records(`phases.${row.value.phase ?? 'pre-investigation'}`),
    (row.value.countries ?? []).map(countryName).join(', '),
    group?.shortName ?? '',
  ];
  return <ListRow to={paths.case(row.record)} level={row.level} title={row.title} facts={facts.filter((one) => one !== '').join(' · ')} current={open?.record === row.record} />;
}

function fits(row: Row, { words, phase, countries }: Filter): boolean {
  const { value } = row;
  const typed = words.trim().toLowerCase();
  const texts = [row.title, value.reference, value.lead];
  return (
    (typed === '' || texts.some((one) => one?.toLowerCase().includes(typed) === true)) &&
    (phase === null || value.phase === phase) &&
    countries.every((code) => (value.countries ?? []).some((one) => one === code))
  );
}

function openFirst(one: Row, other: Row): number {
  const closed = (row: Row) => Number(row.value.phase === 'closed');
  return closed(one) - closed(other) || one.title.localeCompare(other.title);
}

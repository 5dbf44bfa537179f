import { Anchor, MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import type { FieldPath, FieldValues } from 'react-hook-form';
import { Link } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordInput, RecordKind } from '../../../../core/records/kinds.ts';
import { kinds as kindDefinitions } from '../../../../core/records/kinds.ts';
import { useEngine, useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { useNamed } from '../../engine-client/titles.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { useField, type FieldProps } from '../fields.tsx';
import { pathOfRecord } from '../paths.ts';
import { reportSaved } from '../saved-state.tsx';
import { tellFailure } from '../tell-failure.tsx';
import { tell } from '../undo.ts';
import { useFormSurroundings } from './form-context.tsx';
import { foldedFilter } from './folded-filter.ts';
import classes from './record-fields.module.css';

export interface LinkProps {
  /** Kinds of the records that may be chosen; empty for any. */
  readonly kinds: readonly RecordKind[];
}

const makePrefix = 'make:';
const mostOffered = 50;
/** Kinds that a name alone is enough to begin. */
const named: ReadonlySet<RecordKind> = new Set(['case', 'contact', 'authority', 'subject', 'series', 'request']);

interface Offer {
  readonly value: string;
  readonly label: string;
}

/** Another record, chosen by its name, opened at a press, or written down on the spot. */
export function LinkField<Values extends FieldValues, Name extends FieldPath<Values>, Output>({ kinds, ...props }: FieldProps<Values, Name, Output> & LinkProps) {
  const say = useWords('kit');
  const { field, common } = useField(props);
  const value = typeof field.value === 'string' && field.value !== '' ? (field.value as RecordId) : null;
  const [typed, setTyped] = useState('');
  // The field shows what is chosen where one types: that is no word to look for.
  const [shown, setShown] = useState('');
  const isOwn = typed === shown;
  const { offers, title, path } = useOffers(kinds, value === null ? [] : [value], isOwn ? '' : typed);
  const { make, makeOffer } = useMake(kinds, typed, offers, (record) => field.onChange(record));
  const search = (text: string) => {
    if (value !== null && text === title(value)) setShown(text);
    setTyped(text);
  };
  const choose = (next: string | null) => (next?.startsWith(makePrefix) === true ? void make() : field.onChange(next));
  return (
    <Select
      {...common}
      data={[...offers, ...makeOffer]}
      value={value}
      onChange={choose}
      searchable
      clearable={props.required !== true}
      allowDeselect={false}
      searchValue={typed}
      onSearchChange={search}
      filter={foldedFilter}
      limit={mostOffered}
      nothingFoundMessage={say('link.none')}
      {...(value === null || path(value) === null
        ? {}
        : { inputWrapperOrder: ['label', 'input', 'description', 'error'] as const, description: <Anchor component={Link} href={path(value) ?? ''} className={classes['open'] ?? ''} aria-label={say('link.openOf', { title: title(value) })}>{say('link.open')}</Anchor> })}
    />
  );
}

/** Several other records. */
export function LinksField<Values extends FieldValues, Name extends FieldPath<Values>, Output>({ kinds, ...props }: FieldProps<Values, Name, Output> & LinkProps) {
  const say = useWords('kit');
  const { field, common } = useField(props);
  const values = Array.isArray(field.value) ? (field.value as RecordId[]) : [];
  const [typed, setTyped] = useState('');
  const { offers } = useOffers(kinds, values, typed);
  return <MultiSelect {...common} data={[...offers]} value={values} onChange={field.onChange} searchable hidePickedOptions searchValue={typed} onSearchChange={setTyped} filter={foldedFilter} limit={mostOffered} nothingFoundMessage={say('link.none')} />;
}

/** What may be chosen, and what is chosen already even where that is gone or of another kind. */
function useOffers(kinds: readonly RecordKind[], chosen: readonly RecordId[], typed: string) {
  const say = useWords('kit');
  const namedOf = useNamed();
  const topic = kinds.length === 1 ? (kinds[0] ?? 'any') : 'any';
  const rows = useEngineQueryKept(['records', topic, 'offers', typed, ...kinds], (engine) => engine.lists.byName(kinds, typed, mostOffered)).data;
  // What is chosen keeps one name whatever is being looked for: a field whose chosen name changes forgets what is typed in it.
  const chosenName = (record: RecordId) => {
    const found = namedOf(record);
    return found === null ? say('link.unknown') : (found?.title ?? rows?.find((row) => row.record === record)?.title ?? '');
  };
  const offers: readonly Offer[] = [
    ...chosen.map((record) => ({ value: record, label: chosenName(record) })),
    ...(rows ?? []).filter((row) => !chosen.includes(row.record)).map((row) => ({ value: row.record, label: row.title })),
  ];
  const path = (record: RecordId) => {
    const row = rows?.find((one) => one.record === record) ?? namedOf(record);
    return row === undefined || row === null ? null : pathOfRecord(row.kind, record);
  };
  return { offers, path, title: (record: RecordId) => offers.find((one) => one.value === record)?.label ?? '' };
}

/** Writes down a record of the kind by the name that was typed, at the level of the form it is for. */
function useMake(kinds: readonly RecordKind[], typed: string, offers: readonly Offer[], onMade: (record: RecordId) => void) {
  const say = useWords('kit');
  const engine = useEngine();
  const { level, form } = useFormSurroundings();
  const kind = kinds.length === 1 && kinds[0] !== undefined && named.has(kinds[0]) ? kinds[0] : null;
  const words = useKindWords(kind ?? 'case');
  const name = typed.trim();
  const isNew = kind !== null && name !== '' && !offers.some((one) => one.label === name);
  const make = async () => {
    if (kind === null) return;
    const field = String(kindDefinitions[kind].named[0]);
    const value = { [field]: name, jwg: (form.getValues('jwg') as string | null | undefined) ?? null } as unknown as RecordInput<RecordKind>;
    const answer = await engine.notebook.save({ kind, value, level });
    if (!answer.ok) return tellFailure(answer.failure);
    onMade(answer.value.record);
    reportSaved(answer.value.at);
    tell(say('link.made', { kind: words.one }));
  };
  return { make, makeOffer: isNew ? [{ value: `${makePrefix}${name}`, label: say('link.make', { make: words.make, name }) }] : [] };
}

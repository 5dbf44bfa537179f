import { Select } from '@mantine/core';
import { useState } from 'react';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import type { RecordId } from '../../../core/ids.ts';
import { useEngineQueryKept } from '../engine-client/engine-context.tsx';
import { useNamed } from '../engine-client/titles.ts';
import { foldedFilter } from './record-fields/folded-filter.ts';

export interface CaseSelectProps {
  readonly label: string;
  readonly value: RecordId | null;
  readonly onChange: (record: RecordId | null) => void;
  readonly help?: string;
}

/** The latest cases, or those whose name holds what is typed, in any spelling. */
const offered = 50;

/** A case by its name, however many there are: only those that are offered are asked for. */
export function CaseSelect({ label, value, onChange, help }: CaseSelectProps) {
  const named = useNamed();
  const [typed, setTyped] = useState('');
  const chosen = value === null ? null : named(value);
  const asked = typed === chosen?.title ? '' : typed;
  const found = useEngineQueryKept(['records', 'case', 'by name', asked], (engine) => engine.lists.byName(['case'], asked, offered)).data ?? [];
  const data = [...(chosen === null || chosen === undefined || found.some((one) => one.record === chosen.record) ? [] : [chosen]), ...found].map((one) => ({ value: one.record as string, label: one.title }));
  return (
    <Select
      label={label}
      {...(help === undefined ? {} : { description: help })}
      data={data}
      value={value}
      onChange={(next) => onChange(next as RecordId | null)}
      clearable
      allowDeselect={false}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      filter={foldedFilter}
      limit={offered}
    />
  );
}

/** The case of a form. */
export function CaseField<Values extends FieldValues, Name extends FieldPath<Values>, Output>({ control, name, label }: { control: Control<Values, unknown, Output>; name: Name; label: string }) {
  const { field } = useController({ control, name });
  return <CaseSelect label={label} value={field.value ?? null} onChange={field.onChange} />;
}

import { MultiSelect, NumberInput } from '@mantine/core';
import type { ComponentType } from 'react';
import type { FieldValues } from 'react-hook-form';
import type { FieldNature, NatureType } from '../../../../core/records/field-nature.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { useKindWords } from '../../words/kind-words.ts';
import { CountriesField, CountryField } from '../country-field.tsx';
import { DayField } from '../day-field.tsx';
import { CheckField, ParagraphField, SelectField, SuggestField, TagsField, TextField, useField, type Choice, type FieldProps } from '../fields.tsx';
import { spokenLanguages } from '../languages.ts';
import { TimeField } from '../time-field.tsx';
import { LinkField, LinksField } from './link-field.tsx';
import { decimalSign } from '../../words/numbers.ts';

/** What every input of the kit is given. */
export interface InputProps {
  readonly common: FieldProps<FieldValues>;
  readonly nature: FieldNature;
  readonly kind: RecordKind;
  readonly rows?: number;
  readonly suggestions?: readonly string[];
  readonly only?: readonly string[];
}

function useChoices({ kind, common, nature, only }: InputProps): readonly Choice[] {
  const words = useKindWords(kind);
  const values: readonly string[] = nature.type === 'language' ? spokenLanguages : nature.choices;
  return values.filter((value) => only === undefined || only.includes(value)).map((value) => ({ value, label: words.choice(common.name, value) }));
}

function LineInput({ common, suggestions }: InputProps) {
  return suggestions === undefined ? <TextField {...common} /> : <SuggestField {...common} suggestions={suggestions} />;
}

function ParagraphInput({ common, rows }: InputProps) {
  return <ParagraphField {...common} rows={rows ?? 3} />;
}

function TagsInput({ common, suggestions }: InputProps) {
  return <TagsField {...common} suggestions={suggestions ?? []} />;
}

function ChoiceInput(props: InputProps) {
  return <SelectField {...props.common} clearable={props.nature.nullable} choices={useChoices(props)} />;
}

function ChoicesInput(props: InputProps) {
  const { field, common } = useField(props.common);
  return <MultiSelect {...common} data={[...useChoices(props)]} value={Array.isArray(field.value) ? (field.value as string[]) : []} onChange={field.onChange} hidePickedOptions searchable />;
}

/** A number as people write it: a comma or a point; nothing is no number. */
function NumberField({ common: props }: InputProps) {
  const { field, common } = useField(props);
  return (
    <NumberInput
      {...common}
      value={typeof field.value === 'number' ? field.value : ''}
      onChange={(value) => field.onChange(typeof value === 'number' ? value : value === '' ? null : Number(value))}
      decimalSeparator={decimalSign()}
      allowedDecimalSeparators={[',', '.']}
      hideControls
    />
  );
}

function GroupInput({ common }: InputProps) {
  const groups = useSurroundings()?.jwgs ?? [];
  return <SelectField {...common} clearable choices={groups.map((one) => ({ value: one.id, label: one.name }))} />;
}

function LinkInput({ common, nature }: InputProps) {
  return <LinkField {...common} kinds={nature.kinds} />;
}

function LinksInput({ common, nature }: InputProps) {
  return <LinksField {...common} kinds={nature.kinds} />;
}

const one: Readonly<Partial<Record<NatureType, ComponentType<InputProps>>>> = {
  line: LineInput,
  text: ParagraphInput,
  day: ({ common }) => <DayField {...common} />,
  time: ({ common }) => <TimeField {...common} />,
  number: NumberField,
  'yes-no': ({ common }) => <CheckField {...common} />,
  choice: ChoiceInput,
  language: ChoiceInput,
  country: ({ common }) => <CountryField {...common} />,
  group: GroupInput,
  record: LinkInput,
};

const many: Readonly<Partial<Record<NatureType, ComponentType<InputProps>>>> = {
  line: TagsInput,
  text: TagsInput,
  choice: ChoicesInput,
  language: ChoicesInput,
  country: ({ common }) => <CountriesField {...common} />,
  record: LinksInput,
};

/** Whether the kit has an input for it; what it has none for (rich text, small structures) a room writes itself. */
export function hasInput(nature: FieldNature): boolean {
  return (nature.many ? many : one)[nature.type] !== undefined;
}

export function inputOf(nature: FieldNature): ComponentType<InputProps> {
  const input = (nature.many ? many : one)[nature.type];
  if (input === undefined) throw new Error(`No input for ${nature.type}: a room of its own writes it`);
  return input;
}

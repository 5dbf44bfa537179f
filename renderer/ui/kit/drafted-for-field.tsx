import { useWatch, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import type { JwgId, PersonId } from '../../../core/ids.ts';
import { useColleagues, usePersonName } from '../engine-client/colleagues.ts';
import { useWords } from '../words/words.ts';
import { SelectField } from './fields.tsx';

interface DraftedForFieldProps<Values extends FieldValues, Output> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: FieldPath<Values>;
  readonly jwg: JwgId | null;
}

/** In whose name it is drafted: somebody of the record's group. Not there where nobody could be chosen. */
export function DraftedForField<Values extends FieldValues, Output = Values>({ control, name, jwg }: DraftedForFieldProps<Values, Output>) {
  const say = useWords('kit');
  const nameOf = usePersonName();
  const colleagues = useColleagues(jwg);
  const chosen = (useWatch({ control, name }) as PersonId | null | undefined) ?? null;
  const others = colleagues.map((one) => ({ value: one.person as string, label: `${one.name}, ${one.institution}` }));
  const choices = chosen === null || others.some((one) => one.value === chosen) ? others : [...others, { value: chosen as string, label: nameOf(chosen) || say('draftedFor.unknown') }];
  if (choices.length === 0) return null;
  return <SelectField control={control} name={name} label={say('draftedFor.label')} help={say('draftedFor.help')} clearable choices={choices} />;
}

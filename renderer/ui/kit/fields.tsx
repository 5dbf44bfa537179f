import { Autocomplete, Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useController, type Control, type FieldPath, type FieldValues } from 'react-hook-form';
import { useWords } from '../words/words.ts';

/** What every field of a form takes: `<TextField control={form.control} name="title" label={…} />`. */
export interface FieldProps<Values extends FieldValues, Name extends FieldPath<Values> = FieldPath<Values>, Output = Values> {
  readonly control: Control<Values, unknown, Output>;
  readonly name: Name;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly autoFocus?: boolean;
}

/** Binds a field of the form; the error comes in the person's words. */
export function useField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(props: FieldProps<Values, Name, Output>) {
  const say = useWords('kit');
  const { field, fieldState } = useController({ control: props.control, name: props.name });
  const empty = field.value === '' || field.value === null || field.value === undefined;
  const error = fieldState.error === undefined ? undefined : say(empty ? 'field.required' : 'field.invalid');
  const common = {
    label: props.label,
    description: props.help,
    placeholder: props.placeholder,
    withAsterisk: props.required ?? false,
    disabled: props.disabled ?? false,
    error,
    name: field.name,
    onBlur: field.onBlur,
    ref: field.ref,
    'data-autofocus': props.autoFocus,
    autoFocus: props.autoFocus ?? false,
  };
  return { field, common };
}

/** What `line` and `paragraph` of the records take: more cannot be typed, so nothing is refused later. */
const lineLength = 300;
const paragraphLength = 20_000;

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

export function TextField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(props: FieldProps<Values, Name, Output>) {
  const { field, common } = useField(props);
  return <TextInput {...common} maxLength={lineLength} value={textOf(field.value)} onChange={field.onChange} />;
}

export function ParagraphField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(
  props: FieldProps<Values, Name, Output> & { readonly rows?: number },
) {
  const { field, common } = useField(props);
  return <Textarea {...common} maxLength={paragraphLength} minRows={props.rows ?? 3} value={textOf(field.value)} onChange={field.onChange} />;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One of a few. `clearable`: none of them is an answer too (`null`). */
export function SelectField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(
  props: FieldProps<Values, Name, Output> & { readonly choices: readonly Choice[]; readonly clearable?: boolean },
) {
  const { field, common } = useField(props);
  return (
    <Select
      {...common}
      data={[...props.choices]}
      value={typeof field.value === 'string' && field.value !== '' ? field.value : null}
      onChange={field.onChange}
      clearable={props.clearable ?? false}
      // Choosing what is chosen already changes nothing; the cross empties the field.
      allowDeselect={false}
      searchable={props.choices.length > 8}
    />
  );
}

/** Free text with suggestions (places, institutions, series). */
export function SuggestField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(
  props: FieldProps<Values, Name, Output> & { readonly suggestions: readonly string[] },
) {
  const { field, common } = useField(props);
  return <Autocomplete {...common} maxLength={lineLength} data={[...new Set(props.suggestions)]} value={textOf(field.value)} onChange={field.onChange} />;
}

/** Several words of one's own (`string[]`). */
export function TagsField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(
  props: FieldProps<Values, Name, Output> & { readonly suggestions?: readonly string[] },
) {
  const { field, common } = useField(props);
  const values = Array.isArray(field.value) ? (field.value as string[]) : [];
  return <TagsInput {...common} data={[...(props.suggestions ?? [])]} value={values} onChange={field.onChange} />;
}

export function CheckField<Values extends FieldValues, Name extends FieldPath<Values>, Output>(props: FieldProps<Values, Name, Output>) {
  const { field, common } = useField(props);
  const { withAsterisk: _asterisk, placeholder: _placeholder, ...rest } = common;
  return <Checkbox {...rest} checked={field.value === true} onChange={(event) => field.onChange(event.currentTarget.checked)} />;
}

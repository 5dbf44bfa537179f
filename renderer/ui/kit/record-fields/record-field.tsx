import { createElement, type ComponentType } from 'react';
import type { FieldValues } from 'react-hook-form';
import { natureOf } from '../../../../core/records/field-nature.ts';
import type { RecordKind, RecordValue } from '../../../../core/records/kinds.ts';
import { useKindWords } from '../../words/kind-words.ts';
import type { FieldProps } from '../fields.tsx';
import { inputOf } from './field-inputs.tsx';
import { useFormSurroundings } from './form-context.tsx';
import { ItemsField } from './items-field.tsx';

export interface RecordFieldProps {
  /** A field of the kind, or a part of an item by its place: `memberships.0.role`. */
  readonly name: string;
  /** Instead of the word that the kind has for it. */
  readonly label?: string;
  readonly help?: string;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  /** For a paragraph: how many lines it shows at least. */
  readonly rows?: number;
  /** For a line: what others have written there. */
  readonly suggestions?: readonly string[];
  /** For a choice: those of the values that are offered here. */
  readonly only?: readonly string[];
  /** For a list: the parts of its items that are shown, in this order. */
  readonly parts?: readonly string[];
  /** For a list: first values of a new item. */
  readonly begin?: Readonly<Record<string, unknown>>;
  /** For a list: no heading of its own is seen, since it stands under one. */
  readonly plain?: boolean;
}

/** The field of a record, by what its kind's schema says of it: input, label, help, limits, choices, mistakes. */
export function RecordField(props: RecordFieldProps) {
  const { kind, form } = useFormSurroundings();
  const words = useKindWords(kind);
  const nature = natureOf(kind, props.name);
  if (nature === null) throw new Error(`${kind} has no field ${props.name}`);
  const help = props.help ?? words.help(props.name);
  const common: FieldProps<FieldValues> = {
    control: form.control,
    name: props.name,
    label: props.label ?? words.field(props.name),
    required: nature.required,
    disabled: props.disabled ?? false,
    autoFocus: props.autoFocus ?? false,
    ...(help === '' ? {} : { help }),
  };
  if (nature.type === 'items') return <ItemsField {...props} Part={RecordField} />;
  // The inputs are constants; which of them it is follows from the schema and never changes.
  return createElement(inputOf(nature), { ...props, common, nature, kind });
}

/** Fields of one kind, checked by the compiler: `const Field = fieldFor('authority')`, then `<Field name="city" />`. */
export function fieldFor<Kind extends RecordKind>(_kind: Kind): ComponentType<RecordFieldProps & { readonly name: keyof RecordValue<Kind> & string }> {
  return RecordField;
}

import { zodResolver } from '@hookform/resolvers/zod';
import { useForm, type Resolver, type UseFormReturn } from 'react-hook-form';
import { kindShape } from '../../../../core/records/kind-shape.ts';
import { kinds, type RecordKind, type RecordValue } from '../../../../core/records/kinds.ts';
import { fromFields } from '../../../../core/records/fields.ts';
import { byOrder } from '../../../../core/records/order.ts';
import { safeguardsForm } from '../../safeguards/safeguards-form.ts';

/** The form of a record of that kind: its values are the record's. */
export type FormOf<Kind extends RecordKind> = UseFormReturn<RecordValue<Kind>>;

/** A form whose kind is not known to the compiler: what the parts of the kit work with. */
export type AnyForm = UseFormReturn;

type Items = readonly { readonly key: string; readonly order: string }[];

/**
 * A form's values from a saved record or from a draft, which may hold anything or nothing of it: every
 * field of the kind is there, lists in their order.
 */
export function formValues(kind: RecordKind, value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const whole: Record<string, unknown> = { ...fromFields(kind, new Map()).value, ...value };
  for (const list of kindShape(kinds[kind]).lists.keys()) {
    const items = whole[list];
    whole[list] = Array.isArray(items) ? (items as Items).toSorted(byOrder) : [];
  }
  return { ...whole, safeguards: safeguardsForm(value['safeguards']) };
}

/**
 * A list is asked about as a whole when an item comes or goes: a new item is blank then and not wrong
 * yet. Its parts are asked about when they were left, and all of them at the save.
 */
function quietAboutLists(kind: RecordKind, resolver: Resolver): Resolver {
  const { lists } = kindShape(kinds[kind]);
  return async (values, context, options) => {
    const [only, ...more] = options.names ?? [];
    return only !== undefined && more.length === 0 && lists.has(only) ? { values, errors: {} } : resolver(values, context, options);
  };
}

/** The form of a record: validated by its kind's schema, once a field was left and then as one types. */
export function useRecordForm<Kind extends RecordKind>(kind: Kind, value: Readonly<Record<string, unknown>>): FormOf<Kind> {
  const form = useForm({
    defaultValues: formValues(kind, value),
    resolver: quietAboutLists(kind, zodResolver(kinds[kind].schema as never) as unknown as Resolver),
    mode: 'onTouched',
  });
  return form as unknown as FormOf<Kind>;
}

/** What the values are called: the first of the kind's naming fields that says something; empty when none does. */
export function titleOfForm(kind: RecordKind, value: Readonly<Record<string, unknown>>): string {
  const fields: readonly string[] = kinds[kind].named;
  const said = fields.map((field) => value[field]).find((text) => typeof text === 'string' && text.trim() !== '');
  return typeof said === 'string' ? said.trim() : '';
}

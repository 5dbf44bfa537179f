import type { ItemKey } from '../ids.ts';
import type { FieldPath, FieldValue } from '../ledger/change.ts';
import { sameValue } from '../ledger/field-value.ts';
import { fromFields, toFields } from '../records/fields.ts';
import type { RecordKind, RecordValue } from '../records/kinds.ts';
import { orderBetween } from '../records/order.ts';
import type { Safeguards } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import type { CopyPlan } from './plan-copy.ts';

/** What a person let go, by the paths of the text that it was copied from. */
export type TakenFields = Readonly<Record<FieldPath, FieldValue>>;

/**
 * The copy, from what a person took of the plan and how they wrote it. Items of lists get keys and
 * places of their own, so that nothing in it is known from the record it was made from.
 * `not-in-plan`: something was taken that may not go, or that was changed though it is no text.
 * `nothing-taken`: it would say nothing. `not-valid`, facts `{field}`: a text does not fit its field.
 */
export function reviewedCopy<Kind extends RecordKind>(
  kind: Kind,
  value: RecordValue<Kind>,
  { plan, taken, newKey }: { readonly plan: CopyPlan; readonly taken: TakenFields; readonly newKey: () => ItemKey },
): Result<RecordValue<Kind>, 'not-in-plan' | 'nothing-taken' | 'not-valid'> {
  const planned = new Map(plan.fields.map((one) => [one.path, one]));
  for (const [path, one] of Object.entries(taken)) {
    const known = planned.get(path);
    if (known === undefined || !(known.isText || sameValue(known.value, one))) return failed('not-in-plan', { field: path });
  }
  if (Object.keys(taken).length === 0) return failed('nothing-taken');
  const fields = { ...rekeyed(inOrder(kind, value, taken), newKey), safeguards: copiedSafeguards(value.safeguards) as unknown as FieldValue };
  const { value: copy, unreadable } = fromFields(kind, fields);
  // A text that was written too long for its field would be lost without a word.
  return unreadable.length > 0 ? failed('not-valid', { field: unreadable[0] ?? '' }) : ok(copy);
}

/** In the order of the text they come from, so that items keep theirs. */
function inOrder<Kind extends RecordKind>(kind: Kind, value: RecordValue<Kind>, taken: TakenFields): readonly (readonly [FieldPath, FieldValue])[] {
  return Object.keys(toFields(kind, value)).flatMap((path) => (Object.hasOwn(taken, path) ? [[path, taken[path] ?? null] as const] : []));
}

function rekeyed(taken: readonly (readonly [FieldPath, FieldValue])[], newKey: () => ItemKey): Record<FieldPath, FieldValue> {
  const keys = new Map<string, ItemKey>();
  const orders = new Map<string, string>();
  const fields: Record<FieldPath, FieldValue> = {};
  for (const [path] of taken) {
    const [list = '', key] = path.split('.');
    const item = `${list}.${key}`;
    if (key === undefined || keys.has(item)) continue;
    const fresh = newKey();
    const order = orderBetween(orders.get(list) ?? null, null);
    keys.set(item, fresh);
    orders.set(list, order);
    fields[`${list}.${fresh}.order`] = order;
  }
  for (const [path, value] of taken) {
    const [list = '', key, part] = path.split('.');
    const under = part === 'item' && typeof value === 'string' ? keys.get(`agenda.${value}`) : undefined;
    if (key === undefined) fields[path] = value;
    else if (part !== 'item') fields[`${list}.${keys.get(`${list}.${key}`)}.${part}`] = value;
    else if (under !== undefined) fields[`${list}.${keys.get(`${list}.${key}`)}.item`] = under;
  }
  return withoutLoose(fields);
}

/** A line of minutes stands under its agenda item; one whose item stays behind stays with it. */
function withoutLoose(fields: Readonly<Record<FieldPath, FieldValue>>): Record<FieldPath, FieldValue> {
  const stands = ([path]: readonly [FieldPath, FieldValue]) => {
    const [list, key] = path.split('.');
    return list !== 'lines' || key === undefined || Object.hasOwn(fields, `lines.${key}.item`);
  };
  return Object.fromEntries(Object.entries(fields).filter(stands));
}

/** What binds the information binds the copy; what was permitted for the one record is asked for anew. */
function copiedSafeguards(safeguards: Safeguards): Safeguards {
  return { ...safeguards, consents: [], transferGround: null, h3ConfirmedFor: [] };
}

import type { FieldPath, FieldValue } from '../../../../core/ledger/change.ts';
import type { HistoryEntry } from '../../../engine/api.ts';
import { itemFieldOf } from '../../changes/field-shape.ts';

type WrittenField = HistoryEntry['fields'][number];

/** What one change did, as a person would tell it. */
export type EntryChange =
  | { readonly type: 'field'; readonly field: FieldPath; readonly before: FieldValue; readonly after: FieldValue }
  | { readonly type: 'item'; readonly did: 'added' | 'removed' | 'back' | 'moved'; readonly item: string; readonly list: string };

/** Parts that say where an item stands or what it belongs to: of no interest by themselves. */
const inner = new Set(['order', 'item', 'action', 'removed']);

/** The changes of an entry: plain fields first, then items, each told once. Nothing is told of what stayed empty. */
export function changesOf(fields: readonly WrittenField[]): readonly EntryChange[] {
  const plain: EntryChange[] = [];
  const items = new Map<string, WrittenField[]>();
  for (const one of fields) {
    const field = itemFieldOf(one.field);
    if (field === null) {
      if (!isNothing(one.before) || !isNothing(one.after)) plain.push({ type: 'field', ...one });
    } else {
      const item = `${field.list}.${field.key}`;
      items.set(item, [...(items.get(item) ?? []), one]);
    }
  }
  return [...plain, ...[...items].flatMap(([item, parts]) => changesOfItem(item, parts))];
}

function changesOfItem(item: string, parts: readonly WrittenField[]): readonly EntryChange[] {
  const list = item.slice(0, item.indexOf('.'));
  const part = (name: string) => parts.find((one) => one.field === `${item}.${name}`);
  const told = (did: 'added' | 'removed' | 'back' | 'moved'): readonly EntryChange[] => [{ type: 'item', did, item, list }];
  const removed = part('removed');
  if (removed !== undefined && removed.after === true) return told('removed');
  const order = part('order');
  if (order !== undefined && order.before === null && (removed === undefined || removed.before === null)) return told('added');
  const changed = parts.filter((one) => !inner.has(one.field.slice(item.length + 1)) && !(isNothing(one.before) && isNothing(one.after)));
  const rest = changed.map((one): EntryChange => ({ type: 'field', ...one }));
  if (removed !== undefined && removed.before === true) return [...told('back'), ...rest];
  return rest.length === 0 && order !== undefined ? told('moved') : rest;
}

/** Empty in every way that a form leaves a field empty. */
function isNothing(value: FieldValue): boolean {
  if (value === null || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value !== 'object') return false;
  const { type, content } = value as Readonly<Record<string, FieldValue>>;
  return type === 'doc' ? isNothing(content ?? null) : Object.values(value).every(isNothing);
}

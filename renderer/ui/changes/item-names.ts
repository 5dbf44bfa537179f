import type { FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import { itemFieldOf } from './field-shape.ts';

/** What items of lists are called, by `list.<key>`: also those that have been taken out since. */
export type ItemNames = ReadonlyMap<string, string>;

const naming = ['title', 'name', 'text', 'number', 'address', 'value', 'item', 'network', 'body', 'category', 'authority', 'summary', 'about', 'phase', 'label', 'type', 'country', 'on', 'until'];

/** The latest name that was written for each item, in words. `written` in the order in which it was written. */
export function itemNamesOf(written: Iterable<readonly [FieldPath, FieldValue]>, inWords: (field: FieldPath, value: FieldValue) => string): ItemNames {
  const names = new Map<string, { readonly name: string; readonly rank: number }>();
  for (const [path, value] of written) {
    const field = itemFieldOf(path);
    const rank = field === null ? -1 : naming.indexOf(field.part);
    if (field === null || rank === -1 || typeof value !== 'string' || value === '') continue;
    const item = `${field.list}.${field.key}`;
    const known = names.get(item);
    if (known !== undefined && known.rank < rank) continue;
    names.set(item, { name: inWords(path, value), rank });
  }
  return new Map([...names].map(([item, { name }]) => [item, name]));
}

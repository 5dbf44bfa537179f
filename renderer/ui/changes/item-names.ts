import type { FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import { countryName } from '../kit/country-name.ts';
import { itemFieldOf } from './field-shape.ts';

/** What items of lists are called, by `list.<key>`: also those that have been taken out since. */
export type ItemNames = ReadonlyMap<string, string>;

const naming = ['title', 'name', 'text', 'number', 'value', 'item', 'category', 'authority', 'summary', 'about', 'label', 'type', 'country'];

/** The latest name that was written for each item. `written` in the order in which it was written. */
export function itemNamesOf(written: Iterable<readonly [FieldPath, FieldValue]>): ItemNames {
  const names = new Map<string, { readonly name: string; readonly rank: number }>();
  for (const [path, value] of written) {
    const field = itemFieldOf(path);
    const rank = field === null ? -1 : naming.indexOf(field.part);
    if (field === null || rank === -1 || typeof value !== 'string' || value === '') continue;
    const item = `${field.list}.${field.key}`;
    const known = names.get(item);
    if (known !== undefined && known.rank < rank) continue;
    names.set(item, { name: field.part === 'country' ? countryName(value) : value, rank });
  }
  return new Map([...names].map(([item, { name }]) => [item, name]));
}

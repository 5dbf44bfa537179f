import type { z } from 'zod';
import type { FieldPath, FieldValue } from '../ledger/change.ts';
import { sameValue, toFieldValue } from '../ledger/field-value.ts';
import { kindShape, type KindShape, type ListShape } from './kind-shape.ts';
import { kinds, type RecordKind, type RecordValue } from './kinds.ts';
import { byOrder, orderBetween } from './order.ts';
import { itemKey } from './parts.ts';

/**
 * Between a record's value and the fields of its history. A plain field is one path (`title`); an
 * item of a list has a path for each of its parts (`agenda.<key>.title`), so that two people who
 * take minutes do not conflict wholesale. An item that was taken out has `agenda.<key>.removed`.
 */

type Fields = Readonly<Record<FieldPath, FieldValue>>;
type Value = Readonly<Record<string, unknown>>;

/** The part that says an item is gone. No schema may have a part of this name. */
export const removedPart = 'removed';

/** What a folded record says, and the paths that could not be read into it. */
export interface ReadRecord<Value> {
  readonly value: Value;
  /** Paths whose content fits no field or not its schema: left out here, kept in the history. Sorted. */
  readonly unreadable: readonly FieldPath[];
}

/** Every field of a value, by its path. Throws when two items of a list share a key: no form makes that. */
export function toFields<Kind extends RecordKind>(kind: Kind, value: RecordValue<Kind>): Fields {
  return Object.fromEntries(flatten(kind, value));
}

/**
 * The fields that differ between two values: what a change writes. Without a `before` everything is
 * written, so that a new record says in full what its author saw, whatever defaults come later.
 */
export function fieldsChanged<Kind extends RecordKind>(
  kind: Kind,
  before: RecordValue<Kind> | null,
  after: RecordValue<Kind>,
): Fields {
  const old = before === null ? new Map<FieldPath, FieldValue>() : flatten(kind, before);
  const fresh = flatten(kind, after);
  const changed = new Map<FieldPath, FieldValue>();
  for (const [path, value] of fresh) {
    const previous = old.get(path);
    if (previous === undefined || !sameValue(previous, value)) changed.set(path, value);
  }
  for (const path of old.keys()) {
    if (!fresh.has(path)) emptyOrRemove(path, after, changed);
  }
  return Object.fromEntries(changed);
}

/** A path that is no longer there belongs to an item that was taken out, or to a part that was emptied. */
function emptyOrRemove(path: FieldPath, after: Value, changed: Map<FieldPath, FieldValue>): void {
  const [list = '', key] = path.split('.');
  const stays = key === undefined || itemsOf(after[list]).some((item) => item['key'] === key);
  if (stays) changed.set(path, null);
  else changed.set(`${list}.${key}.${removedPart}`, true);
}

function flatten(kind: RecordKind, value: Value): Map<FieldPath, FieldValue> {
  const shape = kindShape(kinds[kind]);
  const fields = new Map<FieldPath, FieldValue>();
  for (const name of shape.plain.keys()) put(fields, name, value[name]);
  for (const [list, parts] of shape.lists) {
    const keys = new Set<string>();
    for (const item of itemsOf(value[list])) {
      const key = itemKey.parse(item['key']);
      if (keys.has(key)) throw new Error(`two items of ${list} have one key`);
      keys.add(key);
      for (const part of parts.keys()) put(fields, `${list}.${key}.${part}`, item[part]);
    }
  }
  return fields;
}

function put(fields: Map<FieldPath, FieldValue>, path: FieldPath, value: unknown): void {
  if (value !== undefined) fields.set(path, toFieldValue(value));
}

function itemsOf(list: unknown): readonly Value[] {
  return Array.isArray(list) ? (list as readonly Value[]) : [];
}

/**
 * Reads fields back into a value that has every property its type promises, whatever the fields
 * hold: a field that is absent, empty or unreadable gets its default, text without one stands
 * empty. Never throws on content. Items come in their order; one without a usable order stands last.
 */
export function fromFields<Kind extends RecordKind>(
  kind: Kind,
  fields: Fields | ReadonlyMap<FieldPath, FieldValue>,
): ReadRecord<RecordValue<Kind>> {
  const shape = kindShape(kinds[kind]);
  const sorted = sortPaths(shape, fields instanceof Map ? fields : Object.entries(fields));
  const unreadable = sorted.unknown;
  const value: Record<string, unknown> = {};
  for (const [name, schema] of shape.plain) {
    value[name] = readField(schema, sorted.plain.get(name), name, unreadable);
  }
  for (const [list, parts] of shape.lists) {
    value[list] = readItems(list, parts, sorted.items.get(list) ?? new Map(), unreadable);
  }
  return { value: value as RecordValue<Kind>, unreadable: unreadable.sort() };
}

type Parts = Map<string, FieldValue>;

interface SortedPaths {
  readonly plain: Map<string, FieldValue>;
  readonly items: Map<string, Map<string, Parts>>;
  readonly unknown: FieldPath[];
}

function sortPaths(shape: KindShape, fields: Iterable<readonly [FieldPath, FieldValue]>): SortedPaths {
  const sorted: SortedPaths = { plain: new Map(), items: new Map(), unknown: [] };
  for (const [path, value] of fields) {
    if (shape.plain.has(path)) sorted.plain.set(path, value);
    else if (!sortItemPath(shape, path, value, sorted)) sorted.unknown.push(path);
  }
  return sorted;
}

function sortItemPath(shape: KindShape, path: FieldPath, value: FieldValue, sorted: SortedPaths): boolean {
  const [list = '', key = '', part = '', ...more] = path.split('.');
  const known = shape.lists.get(list);
  if (known === undefined || more.length > 0 || !itemKey.safeParse(key).success) return false;
  if (part !== removedPart && !known.has(part)) return false;
  const items = sorted.items.get(list) ?? new Map<string, Parts>();
  const parts: Parts = items.get(key) ?? new Map();
  sorted.items.set(list, items.set(key, parts.set(part, value)));
  return true;
}

interface Item extends Record<string, unknown> {
  readonly key: string;
  order: string;
}

function readItems(list: string, shape: ListShape, items: ReadonlyMap<string, Parts>, unreadable: FieldPath[]): readonly Item[] {
  const placed: Item[] = [];
  const unplaced: Item[] = [];
  for (const [key, parts] of items) {
    if (parts.get(removedPart) === true || (parts.size === 1 && parts.has(removedPart))) continue;
    const item: Item = { key, order: '' };
    for (const [part, schema] of shape) {
      item[part] = readField(schema, parts.get(part), `${list}.${key}.${part}`, unreadable);
    }
    (item.order === '' ? unplaced : placed).push(item);
  }
  placed.sort(byOrder);
  for (const item of unplaced.sort(byOrder)) {
    item.order = orderBetween(placed.at(-1)?.order ?? null, null);
    placed.push(item);
  }
  return placed;
}

function readField(schema: z.ZodType, raw: FieldValue | undefined, path: FieldPath, unreadable: FieldPath[]): unknown {
  if (raw === undefined) return blank(schema);
  const read = tryRead(schema, raw);
  if (read.success) return read.data;
  // `null` and empty text say that the field was emptied, which every schema understands as its blank.
  if (raw !== null && raw !== '') unreadable.push(path);
  return blank(schema);
}

type Attempt = { readonly success: true; readonly data: unknown } | { readonly success: false };

function tryRead(schema: z.ZodType, raw: unknown): Attempt {
  try {
    return schema.safeParse(raw);
  } catch {
    // A value nested deeper than the schema's recursion can follow is as unreadable as any other.
    return { success: false };
  }
}

/** What a field says when nothing was written to it: its default, else empty, else empty text. */
function blank(schema: z.ZodType): unknown {
  for (const candidate of [undefined, null]) {
    const read = tryRead(schema, candidate);
    if (read.success) return read.data;
  }
  return '';
}

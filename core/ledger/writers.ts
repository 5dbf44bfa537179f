import type { Change, FieldPath, FieldValue } from './change.ts';
import type { Knows } from './ancestry.ts';
import { sameValue } from './field-value.ts';
import type { FieldState, Writing } from './state.ts';

/** A writing with what decides between it and others that did not know of it. */
export interface Writer extends Writing {
  /** Its change's place in the walk. */
  readonly place: number;
  readonly fromTheFuture: boolean;
}

/** For every field, those who wrote it last: nobody who writes it knows of them yet. */
export type Writers = Map<FieldPath, readonly Writer[]>;

/** Lets a writing stand in place of all that it knows of, beside all that it does not. */
export function write(writers: Writers, path: FieldPath, writer: Writer, knows: Knows): void {
  const unknown = (writers.get(path) ?? []).filter((earlier) => !knows(earlier.place));
  writers.set(path, [...unknown, writer]);
}

/** What a field shows, and what else was written to it at the same time. Equal values are no conflict. */
export function fieldState(last: readonly Writer[]): FieldState {
  const [shown, ...others] = [...last].sort(strongestFirst);
  if (shown === undefined) throw new Error('a field that nobody wrote has no state');
  const rivals: Writer[] = [];
  for (const other of others) {
    const isNew = ![shown, ...rivals].some((one) => sameValue(one.value, other.value));
    if (isNew) rivals.push(other);
  }
  return { shown: writingOf(shown), rivals: rivals.map(writingOf) };
}

/** The later clock shows, the hash settles equal clocks, and a clock from the future counts least. */
function strongestFirst(one: Writer, other: Writer): number {
  if (one.fromTheFuture !== other.fromTheFuture) return one.fromTheFuture ? 1 : -1;
  if (one.time !== other.time) return one.time > other.time ? -1 : 1;
  return one.change > other.change ? -1 : one.change < other.change ? 1 : 0;
}

function writingOf({ value, change, author, device, time }: Writer): Writing {
  return { value, change, author, device, time };
}

const removal = /^(.+)\.removed$/;

/** Items that some change takes out of their list, as `list.<key>`. */
export function removedItems(changes: Iterable<Change>): ReadonlySet<string> {
  const items = new Set<string>();
  for (const change of changes) {
    for (const [path, value] of fieldsOf(change)) {
      const item = removal.exec(path)?.[1];
      if (item !== undefined && value === true) items.add(item);
    }
  }
  return items;
}

/**
 * What a change writes. Whoever writes a part of an item also says that the item is there: that
 * is a writing of `removed`, so taking an item out while someone else works on it is a conflict that
 * a person sees, and writing to an item that had been taken out brings it back.
 */
export function writesOf(change: Change, removed: ReadonlySet<string>): readonly (readonly [FieldPath, FieldValue])[] {
  const writes = fieldsOf(change);
  if (removed.size === 0) return writes;
  const explicit = writes.map(([path, value]) => [path, removal.test(path) ? value === true || null : value] as const);
  const here = new Set(writes.map(([path]) => path.slice(0, path.lastIndexOf('.'))).filter((item) => removed.has(item)));
  const implied = [...here].map((item) => [`${item}.removed`, null] as const);
  const written = new Set(explicit.map(([path]) => path));
  return [...explicit, ...implied.filter(([path]) => !written.has(path))];
}

function fieldsOf(change: Change): readonly (readonly [FieldPath, FieldValue])[] {
  return change.content === 'erased' ? [] : Object.entries(change.content.fields);
}

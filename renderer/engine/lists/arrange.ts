import type { Day } from '../../../core/ids.ts';
import { ownedBy } from '../../../core/meetings/owned-by.ts';
import { foldName } from '../../../core/text/fold-name.ts';
import type { Entry } from '../notebook/catalogue.ts';
import type { FacetValue, ListAnswer, ListGroup, ListQuery } from './lists-api.ts';
import { isRestrictedEntry } from '../notebook/restricted.ts';
import { eachValue, firstValue, foldedText, hasValue, linksOf } from './row-values.ts';
import { sortKey, type ListSurroundings } from './sort-key.ts';

/** A list in its order, without its rows. */
export interface Arranged extends Omit<ListAnswer, 'rows' | 'from'> {
  readonly order: readonly Entry[];
}

/** `sorted` ascending, with `empty` of them at the end that say nothing under the sort's field. */
export interface Sorted {
  readonly ascending: readonly Entry[];
  readonly empty: number;
}

/** Narrows, groups and counts a sorted list. Total and pure. */
export function arrange(sorted: Sorted, query: ListQuery, surroundings: ListSurroundings): Arranged {
  const here = directed(sorted, query.sort.descending).filter(filterOf(query));
  const words = query.words.map(({ text, values }) => ({ pieces: foldName(text).split(' ').filter((piece) => piece !== ''), values: valueSets(values) }));
  const worded = words.length === 0 ? here : here.filter((entry) => words.every((word) => holds(entry, word, surroundings)));
  const chosen = valueSets(query.only);
  const fitting = chosen.length === 0 ? worded : worded.filter((entry) => chosen.every(([field, values]) => hasValue(entry, field, values)));
  const facets = Object.fromEntries(query.facets.map((field) => {
    const others = chosen.filter(([one]) => one !== field);
    const rows = others.length === chosen.length ? fitting : worded.filter((entry) => others.every(([one, values]) => hasValue(entry, one, values)));
    return [field, counted(rows, field)];
  }));
  const { order, groups } = grouped(fitting, query, surroundings);
  return { all: here.length, total: fitting.length, groups, facets, levels: [...new Set(fitting.map((entry) => entry.level))], order };
}

function directed({ ascending, empty }: Sorted, descending: boolean): readonly Entry[] {
  if (!descending) return ascending;
  const said = ascending.length - empty;
  return [...ascending.slice(0, said).toReversed(), ...ascending.slice(said)];
}

function filterOf(query: ListQuery): (entry: Entry) => boolean {
  const isOwn = query.filter.ownedBy === undefined ? null : ownedBy(query.filter.ownedBy);
  return (entry) => passesFilter(entry, query) && (isOwn === null || isOwn(firstValue(entry, 'owner')));
}

function passesFilter(entry: Entry, { filter, today }: ListQuery): boolean {
  if (entry.gone !== null || entry.binned !== (filter.binned ?? false)) return false;
  if (!entry.binned && isRestrictedEntry(entry, today) !== (filter.restricted ?? false)) return false;
  if (filter.case !== undefined && entry.row['case'] !== filter.case) return false;
  if (filter.jwg !== undefined && entry.row['jwg'] !== filter.jwg) return false;
  if (filter.link !== undefined && !linksOf(entry).includes(filter.link)) return false;
  return filter.origin === undefined || entry.row['origin'] === filter.origin;
}

type ValueSets = readonly (readonly [field: string, values: ReadonlySet<string>])[];

/** Values by field, for many rows; fields without any are left out. */
function valueSets(values: Readonly<Record<string, readonly string[]>>): ValueSets {
  return Object.entries(values).filter(([, some]) => some.length > 0).map(([field, some]) => [field, new Set(some)] as const);
}

interface FoldedWord {
  readonly pieces: readonly string[];
  readonly values: ValueSets;
}

/** Whether a row says the word: in its own text, in what it points to is called, or by a value that is called so. */
function holds(entry: Entry, { pieces, values }: FoldedWord, { entry: entryOf }: ListSurroundings): boolean {
  const text = foldedText(entry);
  if (pieces.every((piece) => text.includes(piece))) return true;
  if (values.some(([field, some]) => hasValue(entry, field, some))) return true;
  return linksOf(entry).some((record) => {
    const linked = entryOf(record);
    return linked !== undefined && pieces.every((piece) => foldedText(linked).includes(piece));
  });
}

function counted(rows: readonly Entry[], field: string): readonly FacetValue[] {
  const counts = new Map<string, number>();
  const count = (value: string) => counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const entry of rows) eachValue(entry, field, count);
  return [...counts].map(([value, count]) => ({ value, count })).sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
}

type Groups = ListAnswer['groups'];

/** Rows put together by group; within each they keep their order. */
function grouped(rows: readonly Entry[], query: ListQuery, surroundings: ListSurroundings): { readonly order: readonly Entry[]; readonly groups: Groups } {
  const { group } = query;
  if (group === null) return { order: rows, groups: rows.length === 0 ? [] : [{ value: '', from: 0, count: rows.length }] };
  const members = new Map<string, Entry[]>();
  const closed = group.closed === undefined ? null : new Set(group.closed.values);
  for (const entry of rows) {
    const value = closed !== null && hasValue(entry, group.closed?.field ?? '', closed) ? 'closed' : groupOf(entry, group, query.today);
    const same = members.get(value);
    if (same === undefined) members.set(value, [entry]);
    else same.push(entry);
  }
  const values = [...members.keys()].sort(groupOrder(group, members, query, surroundings));
  const order: Entry[] = [];
  const groups = values.map((value) => {
    const from = order.length;
    const rows = members.get(value) ?? [];
    for (const entry of group.as === 'coming' && value === 'past' ? rows.toReversed() : rows) order.push(entry);
    return { value, from, count: order.length - from };
  });
  return { order, groups };
}

const day = 86_400_000;

function groupOf(entry: Entry, { by, as }: ListGroup, today: Day): string {
  const value = by === 'changed' ? new Date(entry.changed).toISOString().slice(0, 10) : firstValue(entry, by);
  if (value === '' || as === 'value') return value;
  if (as === 'month') return value.slice(0, 7);
  if (as === 'coming') return value < today ? 'past' : 'upcoming';
  const left = (Date.parse(value) - Date.parse(today)) / day;
  return left < 0 ? 'overdue' : left <= 7 ? 'soon' : 'later';
}

const nearOrder = ['overdue', 'soon', 'later', 'upcoming', 'past', '', 'closed'];

function groupOrder({ by, as, descending }: ListGroup, members: ReadonlyMap<string, readonly Entry[]>, { locale }: ListQuery, surroundings: ListSurroundings): (one: string, other: string) => number {
  if (as === 'near' || as === 'coming') return (one, other) => nearOrder.indexOf(one) - nearOrder.indexOf(other);
  const collator = new Intl.Collator(locale, { numeric: true });
  const keyOf = (value: string) => {
    const first = members.get(value)?.[0];
    return as === 'month' || first === undefined ? value : sortKey(first, by, surroundings, locale);
  };
  const direction = descending === true ? -1 : 1;
  return (one, other) => {
    const ends = (value: string) => (value === 'closed' ? 2 : value === '' ? 1 : 0);
    if (ends(one) !== ends(other)) return ends(one) - ends(other);
    const [a, b] = [keyOf(one), keyOf(other)];
    return direction * (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b)));
  };
}

import type { RecordId } from '../ids.ts';
import type { Dimension, Measure } from '../records/indicator.ts';
import { periodOf } from '../records/periods.ts';
import type { Project } from '../records/projects.ts';
import type { Countable, Fact } from './facts.ts';
import { isWithin, type Span } from './span.ts';

/** For whom is counted: one project, what says no project, or everything. */
export const audiences = ['all', 'prosecutors-network', 'police-cooperation', 'unsaid'] as const;
export type Audience = (typeof audiences)[number];

/** Whose work is counted: that of everybody who writes here, or that of the person who asks. */
export const whoseWork = ['everybody', 'mine'] as const;
export type Whose = (typeof whoseWork)[number];

export interface Scope {
  readonly span: Span;
  readonly audience: Audience;
  /** Nothing else counts than these records; `null`, or not said: all of them. */
  readonly only?: ReadonlySet<RecordId> | null;
}

/** Support of a case is any of these for it. */
const supporting: ReadonlySet<Measure> = new Set(['activities', 'meetings', 'requests-sent', 'requests-answered'] as const);

/** What counts of one measure in a period. A case counts once in it, on the first day that it was supported. */
export function select({ facts: all, cases }: Countable, measure: Measure, { span, audience, only = null }: Scope): readonly Fact[] {
  const facts = only === null ? all : all.filter((one) => only.has(one.record));
  if (measure !== 'cases-supported') return facts.filter((one) => one.measure === measure && isFor(one.project, audience) && isWithin(one.day, span));
  const found = new Map<RecordId, Fact>();
  for (const { case: record, day, measure: by } of facts) {
    const counted = record === null || !supporting.has(by) || !isWithin(day, span) ? undefined : cases.get(record);
    if (counted === undefined || !isFor(counted.project, audience)) continue;
    const before = found.get(counted.record);
    if (before !== undefined && before.day <= day) continue;
    found.set(counted.record, { ...counted, measure, kind: 'case', day, amount: 1, case: counted.record, values: { ...counted.values, month: [periodOf(day, 'month')] } });
  }
  return [...found.values()];
}

function isFor(project: Project | null, audience: Audience): boolean {
  return audience === 'all' || (audience === 'unsaid' ? project === null : project === audience);
}

/** Amounts put together; to hundredths, so that hours add up to what a person would write. */
export function sumOf(facts: readonly Pick<Fact, 'amount'>[]): number {
  return toHundredths(facts.reduce((sum, one) => sum + one.amount, 0));
}

function toHundredths(amount: number): number {
  return Math.round(amount * 100) / 100;
}

/** How many records a figure was counted from. */
export function recordCount(facts: readonly Pick<Fact, 'record'>[]): number {
  return new Set(facts.map((one) => one.record)).size;
}

/** A record with all that it counts. */
export interface Counted {
  readonly record: RecordId;
  readonly amount: number;
}

/** The records behind a figure, each once, in the order of their days. */
export function countedFrom(facts: readonly Fact[]): readonly Counted[] {
  const found = new Map<RecordId, Fact[]>();
  for (const one of facts) putUnder(found, one.record, one);
  const firstDay = (some: readonly Fact[]) => some.reduce((day, one) => (one.day < day ? one.day : day), '9999-12-31');
  return [...found].map(([record, some]) => ({ record, day: firstDay(some), amount: sumOf(some) }))
    .sort((one, other) => (one.day === other.day ? compare(one.record, other.record) : compare(one.day, other.day)))
    .map(({ record, amount }) => ({ record, amount }));
}

/** One part of a figure; empty text is what says nothing of it. */
export interface Part {
  readonly value: string;
  readonly amount: number;
}

/** A figure by one dimension. */
export interface Breakdown {
  readonly by: Dimension;
  readonly parts: readonly Part[];
  /** Records that stand in more than one part: why the parts add up to more than the figure. */
  readonly several: number;
  /** By how much. */
  readonly extra: number;
}

/** Takes a figure apart: the largest part first, months in their order, what says nothing last. */
export function breakdown(facts: readonly Fact[], by: Dimension): Breakdown {
  const parts = new Map<string, number>();
  const several = new Set<RecordId>();
  let extra = 0;
  const add = (value: string, amount: number) => parts.set(value, (parts.get(value) ?? 0) + amount);
  for (const { record, amount, values } of facts) {
    const own = values[by];
    if (own.length === 0) add('', amount);
    for (const value of own) add(value, amount);
    if (own.length < 2) continue;
    several.add(record);
    extra += amount * (own.length - 1);
  }
  const made = [...parts].map(([value, amount]) => ({ value, amount: toHundredths(amount) }));
  return { by, parts: made.sort(orderOf(by)), several: several.size, extra: toHundredths(extra) };
}

/** The facts behind one part. */
export function ofPart(facts: readonly Fact[], by: Dimension, value: string): readonly Fact[] {
  return facts.filter((one) => (value === '' ? one.values[by].length === 0 : one.values[by].includes(value)));
}

function orderOf(by: Dimension): (one: Part, other: Part) => number {
  return (one, other) => {
    if ((one.value === '') !== (other.value === '')) return one.value === '' ? 1 : -1;
    return (by === 'month' ? 0 : other.amount - one.amount) || compare(one.value, other.value);
  };
}

function putUnder<Key>(map: Map<Key, Fact[]>, key: Key, one: Fact): void {
  const same = map.get(key);
  if (same === undefined) map.set(key, [one]);
  else same.push(one);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

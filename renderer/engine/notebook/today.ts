import { isPending } from '../../../core/cooperation/request-steps.ts';
import type { Day, Instant, PersonId } from '../../../core/ids.ts';
import { firstEnd } from '../../../core/proceedings/clocks.ts';
import type { DraftRow, RecordRow, Today } from '../api.ts';
import { rowValue, type Entry } from './catalogue.ts';
import { FirstFew } from './first-few.ts';
import { isRestrictedEntry } from './restricted.ts';

export type TodayList = 'clocks' | 'actions' | 'requests' | 'reviews' | 'meetings' | 'conflicts' | 'recent' | 'drafted';
export type TodayEntries = Readonly<Record<TodayList, readonly Entry[]>>;

/** When, and for whom, Today is told. */
export interface TodayGround {
  readonly today: Day;
  readonly me: PersonId;
}

interface Choice {
  /** How much of it Today shows; the rooms have the rest. */
  readonly most: number;
  readonly belongs: (entry: Entry, now: TodayGround) => boolean;
  readonly order: (one: Entry, other: Entry) => number;
}

/**
 * What matters now: clocks that run out, open actions by their day, requests without a full answer,
 * reviews by their day, meetings from today on, what is drafted in somebody's name, conflicts, what
 * was touched last. What belongs may leave a list as days pass, but never come into one: the
 * snapshot's front is chosen on another day.
 */
export const choices: Readonly<Record<TodayList, Choice>> = {
  clocks: {
    most: 50,
    belongs: (entry) => entry.kind === 'proceedings' && clockEnd(entry) !== null,
    order: (one, other) => compare(clockEnd(one) ?? '9999', clockEnd(other) ?? '9999') || byRecord(one, other),
  },
  requests: {
    most: 50,
    belongs: (entry) => entry.kind === 'request' && isPending(rowValue<'request'>(entry).status ?? 'draft'),
    order: (one, other) => compare(answerBy(one), answerBy(other)) || byRecord(one, other),
  },
  reviews: {
    most: 50,
    belongs: (entry) => reviewBy(entry) !== null,
    order: (one, other) => compare(reviewBy(one) ?? '9999', reviewBy(other) ?? '9999') || byRecord(one, other),
  },
  actions: {
    most: 50,
    belongs: (entry) => entry.kind === 'action' && rowValue<'action'>(entry).status === 'open',
    order: (one, other) => compare(due(one), due(other)) || byRecord(one, other),
  },
  meetings: {
    most: 10,
    belongs: (entry, { today }) => entry.kind === 'meeting' && (rowValue<'meeting'>(entry).day ?? '') >= today,
    order: (one, other) => compare(begins(one), begins(other)) || byRecord(one, other),
  },
  drafted: {
    most: 50,
    // Whose it is decides before it is cut off: what others have to settle takes nobody's place.
    belongs: (entry, { me }) => draftedFor(entry) === me && isUnsettled(entry),
    order: latestFirst,
  },
  conflicts: {
    most: 50,
    belongs: (entry) => entry.conflicts > 0 || entry.standing === 'approval-conflict',
    order: latestFirst,
  },
  recent: {
    most: 10,
    // A relation says nothing without the two that it ties: it is found with them.
    belongs: (entry, { today }) => entry.kind !== 'relation' && !isRestrictedEntry(entry, today),
    order: latestFirst,
  },
};

export const todayLists = Object.keys(choices) as readonly TodayList[];

/** Sorts what is not in the bin into Today's lists, in one pass. `room`: how many times as much as Today shows. */
export function chooseForToday(entries: Iterable<Entry>, now: TodayGround, room = 1): Readonly<Record<TodayList, FirstFew<Entry>>> {
  const chosen = perList((name) => new FirstFew<Entry>(choices[name].most * room, choices[name].order));
  for (const entry of entries) {
    if (entry.binned || entry.gone !== null) continue;
    for (const name of todayLists) if (choices[name].belongs(entry, now)) chosen[name].offer(entry);
  }
  return chosen;
}

/** Something for each of Today's lists. */
export function perList<Value>(of: (name: TodayList) => Value): Readonly<Record<TodayList, Value>> {
  return Object.fromEntries(todayLists.map((name) => [name, of(name)])) as Record<TodayList, Value>;
}

export interface TodayParts {
  readonly entries: TodayEntries;
  readonly drafts: readonly DraftRow[];
  readonly pouch: Today['pouch'];
  readonly rowOf: <Kind extends Entry['kind']>(entry: Entry) => RecordRow<Kind>;
}

export function todayOf({ entries, drafts, pouch, rowOf }: TodayParts): Today {
  return {
    clocks: entries.clocks.map((entry) => rowOf<'proceedings'>(entry)),
    requests: entries.requests.map((entry) => rowOf<'request'>(entry)),
    reviews: entries.reviews.map((entry) => rowOf(entry)),
    actions: entries.actions.map((entry) => rowOf<'action'>(entry)),
    meetings: entries.meetings.map((entry) => rowOf<'meeting'>(entry)),
    drafts,
    drafted: entries.drafted.map((entry) => rowOf(entry)),
    conflicts: entries.conflicts.map((entry) => rowOf(entry)),
    recent: entries.recent.map((entry) => rowOf(entry)),
    pouch,
  };
}

/** The calendar day where the laptop is. */
export function localDay(at: Instant): Day {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}

function clockEnd(entry: Entry): Day | null {
  return firstEnd(rowValue<'proceedings'>(entry).clocks ?? []);
}

/** By the day it is due, or the day it was sent; those with neither last. */
function answerBy(entry: Entry): string {
  const { due, sent } = rowValue<'request'>(entry);
  return due ?? sent ?? '9999';
}

/** When somebody must decide whether it is still needed: persons and what is known of them. */
function reviewBy(entry: Entry): Day | null {
  if (entry.kind === 'subject') return rowValue<'subject'>(entry).reviewBy ?? null;
  return entry.kind === 'protection' ? (rowValue<'protection'>(entry).reviewBy ?? null) : null;
}

/** In whose name it was drafted. */
export function draftedFor(entry: Pick<Entry, 'row'>): PersonId | null {
  return (entry.row['draftedFor'] as PersonId | null | undefined) ?? null;
}

/** What its signature or its sending would settle; an activity is settled as it is written. */
function isUnsettled(entry: Entry): boolean {
  if (entry.kind === 'request') return (rowValue<'request'>(entry).status ?? 'draft') === 'draft';
  return (entry.kind === 'note' || entry.kind === 'meeting') && entry.standing === 'open';
}

/** Without a day last. */
function due(entry: Entry): string {
  return rowValue<'action'>(entry).due ?? '9999';
}

function begins(entry: Entry): string {
  const { day, start } = rowValue<'meeting'>(entry);
  return `${day ?? ''} ${start ?? ''}`;
}

function latestFirst(one: Entry, other: Entry): number {
  return other.changed - one.changed || byRecord(one, other);
}

/** Decides where nothing else does, so that the order is the same each time. */
function byRecord(one: Entry, other: Entry): number {
  return compare(one.record, other.record);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

import type { Day, Instant } from '../../../core/ids.ts';
import type { DraftRow, RecordRow, Today } from '../api.ts';
import { rowValue, type Entry } from './catalogue.ts';
import { FirstFew } from './first-few.ts';

export type TodayList = 'actions' | 'meetings' | 'conflicts' | 'recent';
export type TodayEntries = Readonly<Record<TodayList, readonly Entry[]>>;

interface Choice {
  /** How much of it Today shows; the rooms have the rest. */
  readonly most: number;
  readonly belongs: (entry: Entry, today: Day) => boolean;
  readonly order: (one: Entry, other: Entry) => number;
}

/** What matters now: open actions by their day, meetings from today on, conflicts, what was touched last. */
export const choices: Readonly<Record<TodayList, Choice>> = {
  actions: {
    most: 50,
    belongs: (entry) => entry.kind === 'action' && rowValue<'action'>(entry).status === 'open',
    order: (one, other) => compare(due(one), due(other)) || byRecord(one, other),
  },
  meetings: {
    most: 10,
    belongs: (entry, today) => entry.kind === 'meeting' && (rowValue<'meeting'>(entry).day ?? '') >= today,
    order: (one, other) => compare(begins(one), begins(other)) || byRecord(one, other),
  },
  conflicts: {
    most: 50,
    belongs: (entry) => entry.conflicts > 0 || entry.standing === 'approval-conflict',
    order: latestFirst,
  },
  recent: { most: 10, belongs: () => true, order: latestFirst },
};

export const todayLists = Object.keys(choices) as readonly TodayList[];

/** Sorts what is not in the bin into Today's lists, in one pass. `room`: how many times as much as Today shows. */
export function chooseForToday(entries: Iterable<Entry>, today: Day, room = 1): Readonly<Record<TodayList, FirstFew<Entry>>> {
  const few = (name: TodayList) => new FirstFew<Entry>(choices[name].most * room, choices[name].order);
  const chosen = { actions: few('actions'), meetings: few('meetings'), conflicts: few('conflicts'), recent: few('recent') };
  for (const entry of entries) {
    if (entry.binned) continue;
    for (const name of todayLists) if (choices[name].belongs(entry, today)) chosen[name].offer(entry);
  }
  return chosen;
}

export interface TodayParts {
  readonly entries: TodayEntries;
  readonly drafts: readonly DraftRow[];
  readonly pouch: Today['pouch'];
  readonly rowOf: <Kind extends Entry['kind']>(entry: Entry) => RecordRow<Kind>;
}

export function todayOf({ entries, drafts, pouch, rowOf }: TodayParts): Today {
  return {
    actions: entries.actions.map((entry) => rowOf<'action'>(entry)),
    meetings: entries.meetings.map((entry) => rowOf<'meeting'>(entry)),
    drafts,
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

import type { Day, Instant } from '../../../core/ids.ts';
import type { RecordRow, Today } from '../api.ts';
import type { Drafts } from '../drafts/drafts.ts';
import { rowValue, type Catalogue, type Entry } from './catalogue.ts';

/** How much of each Today shows; the rooms have the rest. */
const most = { actions: 50, meetings: 10, conflicts: 50, recent: 10 } as const;

export interface TodayParts {
  readonly entries: Catalogue;
  readonly drafts: Drafts;
  readonly now: Instant;
  readonly pouchCounts: () => Promise<Today['pouch']>;
  readonly rowOf: <Kind extends Entry['kind']>(entry: Entry) => RecordRow<Kind>;
}

/** What matters now: open actions by their day, meetings from today on, drafts, conflicts, what was touched last. */
export async function todayOf({ entries, drafts, now, pouchCounts, rowOf }: TodayParts): Promise<Today> {
  const today = localDay(now);
  const actions = entries.list('action').filter((entry) => rowValue<'action'>(entry).status === 'open').sort(byDue);
  const meetings = entries.list('meeting').filter((entry) => (rowValue<'meeting'>(entry).day ?? '') >= today).sort(byDay);
  const present = [...entries.all()].filter((entry) => !entry.binned);
  const conflicts = present.filter((entry) => entry.conflicts > 0 || entry.standing === 'approval-conflict');
  const recent = latest(present, most.recent);
  return {
    actions: actions.slice(0, most.actions).map((entry) => rowOf<'action'>(entry)),
    meetings: meetings.slice(0, most.meetings).map((entry) => rowOf<'meeting'>(entry)),
    drafts: await drafts.list(),
    conflicts: conflicts.slice(0, most.conflicts).map((entry) => rowOf(entry)),
    recent: recent.map((entry) => rowOf(entry)),
    pouch: await pouchCounts(),
  };
}

/** The calendar day where the laptop is. */
export function localDay(at: Instant): Day {
  const date = new Date(at);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}` as Day;
}

/** Without a day last; then the earliest first. */
function byDue(one: Entry, other: Entry): number {
  return compare(rowValue<'action'>(one).due ?? '9999', rowValue<'action'>(other).due ?? '9999');
}

function byDay(one: Entry, other: Entry): number {
  return compare(when(one), when(other));
}

function when(entry: Entry): string {
  const { day, start } = rowValue<'meeting'>(entry);
  return `${day ?? ''} ${start ?? ''}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The last few by change, without sorting tens of thousands. */
function latest(entries: readonly Entry[], count: number): readonly Entry[] {
  const found: Entry[] = [];
  for (const entry of entries) {
    const oldest = found.at(-1);
    if (found.length === count && oldest !== undefined && entry.changed <= oldest.changed) continue;
    found.push(entry);
    found.sort((one, other) => other.changed - one.changed);
    if (found.length > count) found.pop();
  }
  return found;
}

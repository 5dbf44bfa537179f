import type { Day } from '../../../../core/ids.ts';
import type { Entry } from '../catalogue.ts';
import { choices, chooseForToday, perList, todayLists, type TodayEntries, type TodayGround, type TodayList } from '../today.ts';

/** How many times as much as Today shows is kept: what is done or moved meanwhile leaves places to fill. */
const room = 2;

/**
 * What Today can be made of before the rest of the catalogue has been read: the first entries of each
 * of its lists, and where each list was cut off.
 */
export interface Front {
  /** The day it was chosen on; meetings before it are not in it. */
  readonly day: Day;
  readonly entries: readonly Entry[];
  readonly ends: Readonly<Record<TodayList, Entry | null>>;
}

export function frontOf(entries: Iterable<Entry>, now: TodayGround): Front {
  const chosen = chooseForToday(entries, now, room);
  const all = todayLists.flatMap((name) => chosen[name].items);
  return {
    day: now.today,
    entries: [...new Map(all.map((entry) => [entry.record, entry])).values()],
    ends: perList((name) => chosen[name].end),
  };
}

/**
 * Today's lists from what is known so far: the front, everything written since, perhaps more. `null`
 * when that is not enough. What was never read comes after the end of each list, so a list is whole
 * if nothing was cut off, or if it is full and none of it comes after that end.
 */
export function todayFromFront(front: Omit<Front, 'entries'>, known: Iterable<Entry>, now: TodayGround): TodayEntries | null {
  if (now.today < front.day) return null;
  const few = chooseForToday(known, now);
  const chosen = perList((name) => few[name].items);
  return todayLists.every((name) => isWhole(name, chosen[name], front.ends[name])) ? chosen : null;
}

function isWhole(name: TodayList, chosen: readonly Entry[], end: Entry | null): boolean {
  if (end === null) return true;
  const { most, order } = choices[name];
  const last = chosen.at(-1);
  return chosen.length === most && last !== undefined && order(last, end) <= 0;
}

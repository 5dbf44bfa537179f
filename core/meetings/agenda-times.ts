/** What counts for the times of an agenda. */
export interface TimedItem {
  readonly minutes: number | null;
}

export interface AgendaTimes {
  /** When each item begins by the plan, `HH:MM`; `null` where an item before it has no planned minutes, or the meeting no beginning. */
  readonly begins: readonly (string | null)[];
  /** When the last item ends; `null` where that cannot be told. */
  readonly ends: string | null;
  /** The planned minutes of all items together. */
  readonly planned: number;
  /** How many items have none. */
  readonly unplanned: number;
  /** Minutes that the items take beyond the end that is set for the meeting; 0 when they fit, or no end is set. */
  readonly over: number;
}

const wholeDay = 24 * 60;

/**
 * The times of an agenda from the meeting's beginning, its set end and the planned minutes. An end
 * before the beginning is after midnight. Items without minutes count as none for `over`: it says
 * only what is certain.
 */
export function agendaTimes(meeting: { readonly start: string | null; readonly end: string | null }, agenda: readonly TimedItem[]): AgendaTimes {
  const start = minutesOfDay(meeting.start);
  const begins: (string | null)[] = [];
  let at = start;
  for (const { minutes } of agenda) {
    begins.push(at === null ? null : timeOfDay(at));
    at = at === null || minutes === null ? null : at + minutes;
  }
  const planned = agenda.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  const end = minutesOfDay(meeting.end);
  const length = start === null || end === null ? null : (end - start + wholeDay) % wholeDay;
  return {
    begins,
    ends: at === null || agenda.length === 0 ? null : timeOfDay(at),
    planned,
    unplanned: agenda.filter(({ minutes }) => minutes === null).length,
    over: length === null ? 0 : Math.max(0, planned - length),
  };
}

/** Minutes since midnight of `HH:MM`. */
export function minutesOfDay(time: string | null): number | null {
  if (time === null) return null;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** `HH:MM` of minutes since midnight; past midnight it begins anew. */
export function timeOfDay(minutes: number): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

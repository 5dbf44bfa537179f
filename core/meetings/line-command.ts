import type { Day } from '../ids.ts';
import { findDay } from './find-day.ts';
import { findOwner, type Attendee } from './find-owner.ts';

/** What a typed line of minutes becomes. */
export type TakenLine =
  | { readonly type: 'discussion'; readonly text: string }
  | { readonly type: 'decision'; readonly text: string }
  | { readonly type: 'action'; readonly text: string; readonly owner: string; readonly due: Day | null };

export interface MeetingNow {
  readonly day: Day;
  readonly attendees: readonly Attendee[];
}

/**
 * Reads a line as it was typed. `/d` at its beginning makes a decision, `/a` an action
 * (`/a chair: send the MLA draft by Friday` finds the person and the day); anything else is
 * discussion, a slash that is no command included, so that no word is ever lost.
 */
export function readLine(typed: string, now: MeetingNow): TakenLine {
  const command = /^\s*\/([da])(?:\s+|$)/i.exec(typed);
  if (command === null) return { type: 'discussion', text: typed.trim() };
  const text = typed.slice(command[0].length).trim();
  return command[1]?.toLowerCase() === 'd' ? { type: 'decision', text } : readAction(text, now);
}

function readAction(text: string, now: MeetingNow): TakenLine {
  const owner = findOwner(text, now.attendees);
  const due = findDay(owner?.rest ?? text, now.day);
  const rest = (due?.rest ?? owner?.rest ?? text).trim();
  // A line that is nothing but a day is left as it was typed: an action needs its words.
  if (rest === '') return { type: 'action', text, owner: '', due: null };
  return { type: 'action', text: rest, owner: owner?.owner ?? '', due: due?.day ?? null };
}

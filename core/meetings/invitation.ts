import type { CalendarAttendee, CalendarEvent, CalendarTime } from '../calendar/calendar-file.ts';
import type { Day, Instant, ItemKey, RecordId } from '../ids.ts';
import { causalOrder } from '../ledger/history.ts';
import type { History } from '../ledger/state.ts';
import { byOrder } from '../records/order.ts';
import type { RecordValue } from '../records/kinds.ts';
import { agendaTimes, minutesOfDay, timeOfDay } from './agenda-times.ts';

type Meeting = RecordValue<'meeting'>;

/** What a person decides about an invitation. */
export interface InvitationChoices {
  /** What stands in everybody's calendar: never more than may be read there. */
  readonly subject: string;
  readonly place: boolean;
  readonly agenda: boolean;
  /** Where answers go; empty: nobody is named and nobody is asked. */
  readonly replyTo: string;
  /** It does not take place. */
  readonly cancelled: boolean;
}

/** When a meeting is, as a calendar takes it. */
export interface MeetingHours {
  readonly day: Day;
  readonly start: string | null;
  readonly end: string | null;
  /** Neither the meeting nor its agenda says when it ends: an hour is taken. */
  readonly assumed: boolean;
}

const usualLength = 60;

/** When a meeting begins and ends by its own words, by its agenda, or as is usual; `null` without a day. */
export function meetingHours({ day, start, end, agenda }: Meeting): MeetingHours | null {
  if (day === null) return null;
  const begins = minutesOfDay(start);
  if (begins === null) return { day, start: null, end: null, assumed: false };
  const planned = end ?? agendaTimes({ start, end }, agenda.toSorted(byOrder)).ends;
  const known = planned === start ? null : planned;
  return { day, start, end: known ?? timeOfDay(begins + usualLength), assumed: known === null };
}

export interface EventParts {
  readonly record: RecordId;
  readonly sequence: number;
  readonly stamp: Instant;
  readonly organizer: string;
  /** The e-mail address of whoever on the attendance list has one. */
  readonly addresses: ReadonlyMap<ItemKey, string>;
  /** The instant of a time of day where the meeting is. */
  readonly instantOf: (day: Day, time: string) => Instant;
}

/** A meeting as an event of a calendar; `null` when it has no day. */
export function invitationEvent(meeting: Meeting, choices: InvitationChoices, parts: EventParts): CalendarEvent | null {
  const hours = meetingHours(meeting);
  if (hours === null) return null;
  const replyTo = choices.replyTo.trim();
  return {
    uid: parts.record,
    // A meeting that is called off has changed, and so has one that is called on again.
    sequence: parts.sequence * 2 + (choices.cancelled ? 1 : 0),
    stamp: parts.stamp,
    time: calendarTime(hours, parts.instantOf),
    summary: choices.subject.trim(),
    location: choices.place ? meeting.place : '',
    description: choices.agenda ? agendaText(meeting) : '',
    organizer: replyTo === '' ? null : { name: parts.organizer, address: replyTo },
    attendees: replyTo === '' ? [] : attendeesOf(meeting, parts.addresses),
    cancelled: choices.cancelled,
  };
}

function calendarTime({ day, start, end }: MeetingHours, instantOf: EventParts['instantOf']): CalendarTime {
  if (start === null || end === null) return { day };
  const begins = instantOf(day, start);
  const ends = instantOf(day, end);
  return { begins, ends: ends > begins ? ends : ends + 24 * 60 * 60 * 1000 };
}

/** One line an item: when, what, for how long. */
function agendaText(meeting: Meeting): string {
  const items = meeting.agenda.toSorted(byOrder);
  const { begins } = agendaTimes(meeting, items);
  return items.map(({ title, minutes }, at) => `${begins[at] ?? `${String(at + 1)}.`} ${title}${minutes === null ? '' : ` (${String(minutes)} min)`}`).join('\n');
}

const roles = { chair: 'CHAIR', 'minute-taker': 'REQ-PARTICIPANT', participant: 'REQ-PARTICIPANT', informed: 'NON-PARTICIPANT' } as const;

function attendeesOf(meeting: Meeting, addresses: ReadonlyMap<ItemKey, string>): readonly CalendarAttendee[] {
  return meeting.attendance.toSorted(byOrder).flatMap(({ key, name, role, presence }) => {
    const address = addresses.get(key);
    return address === undefined ? [] : [{ name, address, role: roles[role], declined: presence === 'apologies' }];
  });
}

const shown = /^(?:title|day|start|end|place|(?:agenda|attendance)\..+)$/;

/**
 * How often what an invitation says has been changed: it rises with each such change and never
 * falls, and is the same on every laptop that has the same history. Minutes that are taken count for nothing.
 */
export function invitationSequence(history: History): number {
  const changes = causalOrder(history).filter(({ content }) => content !== 'erased' && Object.keys(content.fields).some((field) => shown.test(field)));
  return Math.max(0, changes.length - 1);
}

/** Whether a text is an e-mail address that a calendar program can answer to. */
export function isMailAddress(text: string): boolean {
  return /^[^\s@<>"(),:;[\]\\]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(text.trim());
}

import type { Day, Instant } from '../ids.ts';
import { addDays } from '../meetings/calendar-day.ts';
import { contentLine, textValue } from './content-line.ts';

/** Someone who is asked to an event. `RFC 5545` section 3.2.16 for the roles. */
export interface CalendarAttendee {
  readonly name: string;
  /** An e-mail address. */
  readonly address: string;
  readonly role: 'CHAIR' | 'REQ-PARTICIPANT' | 'OPT-PARTICIPANT' | 'NON-PARTICIPANT';
  /** They said already that they do not come. */
  readonly declined: boolean;
}

/** From when to when: instants, or a whole day where no time is set. */
export type CalendarTime = { readonly begins: Instant; readonly ends: Instant } | { readonly day: Day };

export interface CalendarEvent {
  /** The same for the same event, whatever changes about it. */
  readonly uid: string;
  /** Rises with every change of the event. */
  readonly sequence: number;
  /** When this file was made. */
  readonly stamp: Instant;
  readonly time: CalendarTime;
  readonly summary: string;
  readonly location: string;
  readonly description: string;
  /** Who asks, and where answers go; `null`: no answer is asked for, and nobody is named. */
  readonly organizer: { readonly name: string; readonly address: string } | null;
  readonly attendees: readonly CalendarAttendee[];
  readonly cancelled: boolean;
}

/**
 * A calendar file (RFC 5545). One event with somebody to answer to is a request or a cancellation of
 * the calendar programs' own kind (RFC 5546); several, or one that nobody answers to, are an
 * ordinary calendar. All times are in UTC, so that no time zone needs to be described.
 */
export function calendarFile(events: readonly CalendarEvent[]): string {
  return [
    contentLine('BEGIN', 'VCALENDAR'),
    contentLine('VERSION', '2.0'),
    contentLine('PRODID', '-//Rapporteur//Meetings//EN'),
    contentLine('CALSCALE', 'GREGORIAN'),
    methodOf(events),
    ...events.map(eventLines),
    contentLine('END', 'VCALENDAR'),
  ].join('');
}

function methodOf(events: readonly CalendarEvent[]): string {
  const [only] = events;
  if (only === undefined || events.length > 1 || only.organizer === null) return '';
  return contentLine('METHOD', only.cancelled ? 'CANCEL' : 'REQUEST');
}

function eventLines(event: CalendarEvent): string {
  const { uid, sequence, stamp, time, summary, location, description, organizer, attendees, cancelled } = event;
  return [
    contentLine('BEGIN', 'VEVENT'),
    contentLine('UID', textValue(uid)),
    contentLine('DTSTAMP', utc(stamp)),
    contentLine('SEQUENCE', String(sequence)),
    ...timeLines(time),
    contentLine('SUMMARY', textValue(summary)),
    ...(location === '' ? [] : [contentLine('LOCATION', textValue(location))]),
    ...(description === '' ? [] : [contentLine('DESCRIPTION', textValue(description))]),
    contentLine('CLASS', 'PRIVATE'),
    contentLine('STATUS', cancelled ? 'CANCELLED' : 'CONFIRMED'),
    ...(organizer === null ? [] : [contentLine('ORGANIZER', mailto(organizer.address), named(organizer.name)), ...attendees.map(attendeeLine)]),
    contentLine('END', 'VEVENT'),
  ].join('');
}

function timeLines(time: CalendarTime): readonly string[] {
  if ('begins' in time) return [contentLine('DTSTART', utc(time.begins)), contentLine('DTEND', utc(time.ends))];
  const whole = { VALUE: 'DATE' };
  // The end of a whole day is the day after (section 3.6.1).
  return [contentLine('DTSTART', basicDay(time.day), whole), contentLine('DTEND', basicDay(addDays(time.day, 1)), whole)];
}

function attendeeLine({ name, address, role, declined }: CalendarAttendee): string {
  const asked = role === 'NON-PARTICIPANT' || declined ? 'FALSE' : 'TRUE';
  return contentLine('ATTENDEE', mailto(address), { CUTYPE: 'INDIVIDUAL', ROLE: role, PARTSTAT: declined ? 'DECLINED' : 'NEEDS-ACTION', RSVP: asked, ...named(name) });
}

function named(name: string): Readonly<Record<string, string>> {
  return name === '' ? {} : { CN: name };
}

/** An address as a URI (RFC 6068): what is not plain in it is written in percents. */
function mailto(address: string): string {
  const at = address.lastIndexOf('@');
  return `mailto:${encodeURIComponent(address.slice(0, at)).replaceAll('%2B', '+')}@${address.slice(at + 1)}`;
}

/** `20261124T083000Z`. */
function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function basicDay(day: Day): string {
  return day.replaceAll('-', '');
}

import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import type { Day } from '../ids.ts';
import { calendarFile, type CalendarEvent } from './calendar-file.ts';
import { contentLine, textValue } from './content-line.ts';

const at = (text: string) => Date.parse(text);
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'abc', sequence: 2, stamp: at('2026-11-20T10:11:12.345Z'),
  time: { begins: at('2026-11-24T08:30:00Z'), ends: at('2026-11-24T11:00:00Z') },
  summary: 'Coordination', location: '', description: '', organizer: null, attendees: [], cancelled: false, ...more,
});
const ana = { name: 'Kovač, Ana', address: 'ana.kovac@example.org' };
const linesOf = (file: string) => file.split('\r\n');
const octets = (text: string) => new TextEncoder().encode(text).length;

test('an event is written as RFC 5545 has it, line by line', () => {
  expect(calendarFile([event()])).toBe([
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Rapporteur//Meetings//EN', 'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT', 'UID:abc', 'DTSTAMP:20261120T101112Z', 'SEQUENCE:2', 'DTSTART:20261124T083000Z', 'DTEND:20261124T110000Z',
    'SUMMARY:Coordination', 'CLASS:PRIVATE', 'STATUS:CONFIRMED', 'END:VEVENT', 'END:VCALENDAR', '',
  ].join('\r\n'));
});

test('a request names who asks and who is asked, with their part in it; a calendar of several is none', () => {
  const attendees = [
    { ...ana, role: 'CHAIR' as const, declined: false },
    { name: 'Ђорђе "Ђоле" Петровић', address: 'đorđe+jwg@example.org', role: 'REQ-PARTICIPANT' as const, declined: true },
    { name: 'SPAK', address: 'spak@example.org', role: 'NON-PARTICIPANT' as const, declined: false },
  ];
  const file = calendarFile([event({ organizer: ana, attendees })]);
  const unfolded = linesOf(file.replaceAll('\r\n ', ''));
  expect(unfolded).toContain('METHOD:REQUEST');
  expect(unfolded).toContain('ORGANIZER;CN="Kovač, Ana":mailto:ana.kovac@example.org');
  expect(unfolded).toContain('ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=CHAIR;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Kovač, Ana":mailto:ana.kovac@example.org');
  expect(unfolded).toContain("ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=DECLINED;RSVP=FALSE;CN=Ђорђе ^'Ђоле^' Петровић:mailto:%C4%91or%C4%91e+jwg@example.org");
  expect(unfolded).toContain('ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=NON-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE;CN=SPAK:mailto:spak@example.org');
  expect(calendarFile([event({ organizer: ana }), event({ uid: 'b', organizer: ana })])).not.toContain('METHOD');
  expect(calendarFile([event({ attendees })])).not.toContain('ATTENDEE');
  expect(calendarFile([event({ organizer: ana, cancelled: true })])).toMatch(/METHOD:CANCEL\r\n[^]*STATUS:CANCELLED\r\n/);
});

test('a day without a time is a whole day, its end the day after', () => {
  const file = calendarFile([event({ time: { day: '2026-12-31' as Day } })]);
  expect(file).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
});

test('no line is longer than 75 octets, no character is broken, and unfolding gives the text back', () => {
  const long = 'Састанак тужилаца о рути Бар–Бари, 🚢 ёжик; '.repeat(12);
  const line = contentLine('SUMMARY', textValue(long));
  const parts = line.slice(0, -2).split('\r\n');
  expect(parts.length).toBeGreaterThan(5);
  expect(Math.max(...parts.map(octets))).toBeLessThanOrEqual(75);
  // As long as can be: the next character would not have fitted.
  expect(Math.min(...parts.slice(0, -1).map(octets))).toBeGreaterThan(71);
  expect(parts.slice(1).every((part) => part.startsWith(' '))).toBe(true);
  expect(line).not.toContain('\uFFFD');
  expect(parts.map((part, index) => (index === 0 ? part : part.slice(1))).join('')).toBe(`SUMMARY:${textValue(long)}`);
  expect(contentLine('X', 'a'.repeat(73))).toBe(`X:${'a'.repeat(73)}\r\n`);
  expect(contentLine('X', 'a'.repeat(74))).toBe(`X:${'a'.repeat(73)}\r\n a\r\n`);
});

test('commas, semicolons, backslashes and breaks are escaped once, controls left out', () => {
  expect(textValue('a,b;c\\d\ne\r\nf\u0007g\u0000:"')).toBe('a\\,b\\;c\\\\d\\ne\\nfg:"');
});

test('another program reads what was written', () => {
  const written = event({
    summary: 'Састанак, друга рунда; \\ крај', location: 'Подгорица, Палата правде\nсала 2', description: 'Дневни ред:\n1. Отварање (10 min)\n'.repeat(6),
    organizer: ana, attendees: [{ name: 'Đorđević; M.', address: 'm+x@example.org', role: 'CHAIR', declined: false }],
  });
  const calendar = new ICAL.Component(ICAL.parse(calendarFile([written])) as never[]);
  const read = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
  expect({ summary: read.summary, location: read.location, description: read.description, uid: read.uid, sequence: read.sequence }).toEqual({
    summary: written.summary, location: written.location, description: written.description, uid: 'abc', sequence: 2,
  });
  expect([read.startDate.toJSDate().getTime(), read.endDate.toJSDate().getTime()]).toEqual([at('2026-11-24T08:30:00Z'), at('2026-11-24T11:00:00Z')]);
  const [attendee] = read.attendees;
  expect([attendee?.getFirstValue(), attendee?.getFirstParameter('cn'), attendee?.getFirstParameter('role')]).toEqual(['mailto:m+x@example.org', 'Đorđević; M.', 'CHAIR']);
  expect(read.organizer).toBe('mailto:ana.kovac@example.org');
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST');
});

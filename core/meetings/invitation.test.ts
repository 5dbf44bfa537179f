import { expect, test } from 'vitest';
import { aMeeting, placed } from '../../test/builders/meetings.ts';
import { anEdit } from '../../test/builders/changes.ts';
import type { ItemKey, RecordId } from '../ids.ts';
import { historyOf } from '../ledger/history.ts';
import { invitationEvent, invitationSequence, isMailAddress, meetingHours, type InvitationChoices } from './invitation.ts';

const choices: InvitationChoices = { subject: ' Coordination ', place: true, agenda: true, replyTo: 'ana@example.org', cancelled: false };
const meeting = aMeeting({
  start: '09:30', place: 'Podgorica',
  agenda: [{ ...placed(), title: 'Opening', minutes: 15 }, { ...placed(), title: 'Захтеви', minutes: 45 }],
  attendance: [
    { ...placed(), name: 'Ana', role: 'chair' }, { ...placed(), name: 'Marko', role: 'minute-taker' },
    { ...placed(), name: 'SPAK', role: 'informed' }, { ...placed(), name: 'Vesna', presence: 'apologies' }, { ...placed(), name: 'Nobody knows' },
  ],
});
const addresses = new Map<ItemKey, string>(meeting.attendance.slice(0, 4).map((one) => [one.key, `${one.name.toLowerCase()}@example.org`]));
const parts = {
  record: 'rec' as RecordId, sequence: 3, stamp: 0, organizer: 'Ana Kovač', addresses,
  instantOf: (day: string, time: string) => Date.parse(`${day}T${time}:00+01:00`),
};

test('an invitation: who, when, where and about what, with each one’s part in it', () => {
  const event = invitationEvent(meeting, choices, parts);
  expect(event).toMatchObject({
    uid: 'rec', sequence: 6, summary: 'Coordination', location: 'Podgorica', description: '09:30 Opening (15 min)\n09:45 Захтеви (45 min)',
    organizer: { name: 'Ana Kovač', address: 'ana@example.org' }, cancelled: false,
    time: { begins: Date.parse('2026-11-23T08:30:00Z'), ends: Date.parse('2026-11-23T09:30:00Z') },
  });
  expect(event?.attendees.map(({ name, role, declined }) => [name, role, declined])).toEqual([
    ['Ana', 'CHAIR', false], ['Marko', 'REQ-PARTICIPANT', false], ['SPAK', 'NON-PARTICIPANT', false], ['Vesna', 'REQ-PARTICIPANT', true],
  ]);
});

test('nobody is named without an address to answer to; nothing is said that is not chosen', () => {
  expect(invitationEvent(meeting, { ...choices, place: false, agenda: false, replyTo: ' ' }, parts)).toMatchObject({ location: '', description: '', organizer: null, attendees: [] });
});

test('the end is the one that is set, the agenda’s, or an hour; a day without a time is whole; none is no event', () => {
  expect(meetingHours(meeting)).toMatchObject({ start: '09:30', end: '10:30', assumed: false });
  expect(meetingHours(aMeeting({ start: '09:30', end: '12:00', agenda: [{ ...placed(), title: 'x', minutes: 5 }] }))).toMatchObject({ end: '12:00', assumed: false });
  expect(meetingHours(aMeeting({ start: '23:30' }))).toMatchObject({ end: '00:30', assumed: true });
  expect(meetingHours(aMeeting({ start: '09:30', agenda: [{ ...placed(), title: 'x' }] }))).toMatchObject({ end: '10:30', assumed: true });
  expect(meetingHours(aMeeting({}))).toMatchObject({ start: null, end: null });
  expect(invitationEvent(aMeeting({ day: null }), choices, parts)).toBeNull();
  expect(invitationEvent(aMeeting({}), choices, parts)?.time).toEqual({ day: '2026-11-23' });
  expect(invitationEvent(aMeeting({ start: '23:30' }), choices, parts)?.time).toEqual({ begins: Date.parse('2026-11-23T22:30:00Z'), ends: Date.parse('2026-11-23T23:30:00Z') });
});

test('the sequence rises with what an invitation says and not with the minutes, and a cancellation is above what it cancels', () => {
  const made = anEdit({ title: 'A', day: '2026-11-23' });
  const noted = anEdit({ 'lines.k1.text': 'Said' }, { parents: [made], minute: 1 });
  const moved = anEdit({ day: '2026-11-24' }, { parents: [noted], minute: 2 });
  const longer = anEdit({ 'agenda.k1.minutes': 20 }, { parents: [moved], minute: 3 });
  expect([[made], [made, noted], [made, noted, moved], [made, noted, moved, longer]].map((changes) => invitationSequence(historyOf(changes)))).toEqual([0, 0, 1, 2]);
  expect([false, true].map((cancelled) => invitationEvent(meeting, { ...choices, cancelled }, parts)?.sequence)).toEqual([6, 7]);
});

test.each([['ana.kovac+x@mail.example.org', true], ['đorđe@example.org', true], ['ana@example', false], ['Ana <ana@example.org>', false], ['a,b@example.org', false], ['', false]])('%s as a mail address: %s', (text, is) => {
  expect(isMailAddress(text)).toBe(is);
});

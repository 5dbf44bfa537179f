import ICAL from 'ical.js';
import { afterEach, expect, it } from 'vitest';
import { anOpenEngine, good, sensitive, unclassified } from '../../../test/builders/engines.ts';
import { placed } from '../../../test/builders/meetings.ts';
import type { RecordId } from '../../../core/ids.ts';
import type { RecordInput } from '../../../core/records/kinds.ts';
import type { InvitationChoices } from '../api.ts';
import type { Engine } from '../engine.ts';

const choices: InvitationChoices = { subject: 'Састанак', place: true, agenda: false, replyTo: 'ana@example.org', cancelled: false };

let engine: Engine;
afterEach(() => engine.end());

async function opened(): Promise<Engine> {
  ({ engine } = await anOpenEngine());
  return engine;
}

async function aMeeting(value: Partial<RecordInput<'meeting'>>, level = unclassified): Promise<RecordId> {
  return good(await engine.notebook.save({ kind: 'meeting', value: { title: 'Monthly', reference: 'JWG/1', day: '2026-12-01', start: '09:30', place: 'Podgorica', ...value }, level })).record;
}

async function eventsOf(meetings: readonly RecordId[], chosen = choices): Promise<readonly ICAL.Event[]> {
  const { file } = good(await engine.invitations.prepare(meetings, chosen, false));
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(file)) as never[]);
  return calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
}

it('says when it is by this laptop’s clock, and names whom Contacts knows how to reach', async () => {
  const { notebook, invitations } = await opened();
  const contact = async (name: string, address: string) => good(await notebook.save({ kind: 'contact', value: { name, emails: [{ ...placed(), address }] }, level: unclassified })).record;
  const vesna = await contact('Vesna Mitrović', 'vesna@example.org');
  await contact('Đorđe Petrović', 'djordje@example.org');
  await contact('Ana', 'one@example.org');
  await contact('Ana', 'two@example.org');
  const attendance = [{ name: 'V. M.', contact: vesna, role: 'chair' as const }, { name: 'Ђорђе Петровић' }, { name: 'Ana' }].map((one) => ({ ...placed(), ...one }));
  const meeting = await aMeeting({ attendance, agenda: [{ ...placed(), title: 'Opening', minutes: 40 }] });
  expect(good(await invitations.propose([meeting]))).toMatchObject({
    subject: 'Monthly', unmarked: true, hasAgenda: true, meetings: [{ day: '2026-12-01', start: '09:30', end: '10:10', assumed: false, place: 'Podgorica' }],
    people: [{ name: 'V. M.', address: 'vesna@example.org' }, { name: 'Ђорђе Петровић', address: 'djordje@example.org' }, { name: 'Ana', address: null }],
  });
  const [event] = await eventsOf([meeting], { ...choices, agenda: true });
  expect(event?.startDate.toJSDate().getTime()).toBe(new Date(2026, 11, 1, 9, 30).getTime());
  expect(event?.endDate.toJSDate().getTime()).toBe(new Date(2026, 11, 1, 10, 10).getTime());
  expect([event?.summary, event?.location, event?.description, event?.uid]).toEqual(['Састанак', 'Podgorica', '09:30 Opening (40 min)', meeting]);
  expect(event?.attendees.map((one) => [one.getFirstValue(), one.getFirstParameter('role')])).toEqual([['mailto:vesna@example.org', 'CHAIR'], ['mailto:djordje@example.org', 'REQ-PARTICIPANT']]);
});

it('keeps its name and rises in sequence when the meeting is moved', async () => {
  const { notebook } = await opened();
  const meeting = await aMeeting({});
  const [before] = await eventsOf([meeting]);
  const view = good(await notebook.open('meeting', meeting));
  good(await notebook.save({ kind: 'meeting', record: meeting, value: { ...view.value, day: '2026-12-02' }, level: view.level, heads: view.heads }));
  const [after] = await eventsOf([meeting]);
  expect(after?.uid).toBe(before?.uid);
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
});

it('tells nothing of what is marked: no title is proposed and no agenda goes', async () => {
  const { invitations } = await opened();
  const meeting = await aMeeting({ agenda: [{ ...placed(), title: 'Controlled delivery' }] }, sensitive);
  expect(good(await invitations.propose([meeting]))).toMatchObject({ subject: 'JWG/1', unmarked: false });
  expect(await invitations.prepare([meeting], { ...choices, agenda: true }, false)).toMatchObject({ failure: { code: 'not-for-calendars' } });
  const made = good(await invitations.prepare([meeting], { ...choices, subject: 'JWG/1' }, false));
  expect(made.suggestedName).toBe('Meeting JWG-1 2026-12-01.ics');
  const text = new TextDecoder().decode(made.file);
  expect(text).not.toContain('Monthly');
  expect(text).not.toContain('Controlled');
});

it('asks the export gate who may be given it, and refuses what is no invitation', async () => {
  const { invitations } = await opened();
  const attendance = [{ ...placed(), name: 'Arben', country: 'ALB' }];
  const bound = await aMeeting({ attendance, safeguards: { handling: [{ code: 'H3', restriction: 'Not by mail' }] } });
  expect(await invitations.refusals([bound], false)).toEqual([{ code: 'handling-h3', restriction: 'Not by mail' }]);
  expect(await invitations.prepare([bound], choices, false)).toMatchObject({ failure: { code: 'export-refused' } });
  expect(await invitations.prepare([bound], choices, true)).toMatchObject({ ok: true });
  const free = await aMeeting({});
  expect(await invitations.prepare([free], { ...choices, replyTo: 'nobody' }, false)).toMatchObject({ failure: { code: 'mail-address' } });
  expect(await invitations.propose([await aMeeting({ day: null })])).toMatchObject({ failure: { code: 'no-day' } });
  expect(await invitations.propose(['gone' as RecordId])).toMatchObject({ failure: { code: 'not-found' } });
});

it('puts several meetings into one calendar', async () => {
  const { invitations } = await opened();
  const meetings = [await aMeeting({ title: 'First', series: 'Monthly' }), await aMeeting({ title: 'Second', series: 'Monthly', day: '2027-01-05' })];
  expect(good(await invitations.propose(meetings)).subject).toBe('Monthly');
  expect((await eventsOf(meetings)).map((event) => event.uid)).toEqual(meetings);
  expect(good(await invitations.prepare(meetings, choices, false)).suggestedName).toBe('Meetings.ics');
});

import { expect, test } from 'vitest';
import { kinds, type RecordInput, type RecordKind, type RecordValue } from '../records/kinds.ts';
import { datedThings } from './dated-things.ts';

const told = <Kind extends RecordKind>(kind: Kind, value: RecordInput<Kind>) =>
  datedThings(kind, kinds[kind].schema.parse(value) as unknown as RecordValue<Kind>).map(({ what, day, choice, text }) => [what, day, choice?.value ?? '', text]);
const item = (key: string) => ({ key, order: key });

test('a request tells its whole way, each answer and each reminder on its day', () => {
  const request: RecordInput<'request'> = {
    title: 'MLA', route: 'direct-judicial', status: 'partly-answered', advanceCopy: '2026-02-27', advanceRoute: 'interpol-i-24-7', sent: '2026-03-01', acknowledged: '2026-03-09', due: '2026-06-01', dueType: 'statutory', answered: '2026-05-02',
    chasers: [{ ...item('a1'), on: '2026-04-15', how: 'phone' }],
    answers: [{ ...item('b1'), on: '2026-04-20', partial: true, summary: 'First half' }, { ...item('b2'), on: '2026-05-02', summary: 'The rest' }],
  };
  expect(told('request', request)).toEqual([
    ['request-advance-copy', '2026-02-27', 'interpol-i-24-7', ''], ['request-sent', '2026-03-01', 'direct-judicial', ''], ['request-acknowledged', '2026-03-09', '', ''], ['request-chased', '2026-04-15', '', 'phone'],
    ['request-partly-answered', '2026-04-20', '', 'First half'], ['request-answered', '2026-05-02', '', 'The rest'], ['request-due', '2026-06-01', 'statutory', ''],
  ]);
});

test('the deadline of a request that is over is not told; an answer without its own line is', () => {
  expect(told('request', { title: 'x', status: 'executed', due: '2026-06-01', answered: '2026-05-01', executed: '2026-05-02' })).toEqual([['request-answered', '2026-05-01', '', ''], ['request-executed', '2026-05-02', '', '']]);
  expect(told('request', { title: 'x', status: 'refused', due: '2026-06-01', refused: '2026-05-02', refusalGround: 'ne bis in idem' })).toEqual([['request-refused', '2026-05-02', '', 'ne bis in idem']]);
});

test('proceedings tell their phases and every clock; the end only of one that runs', () => {
  const proceedings: RecordInput<'proceedings'> = {
    opened: '2026-01-10', closed: '2026-11-01',
    phases: [{ ...item('a1'), phase: 'trial', on: '2026-09-01' }],
    clocks: [{ ...item('c1'), type: 'detention', about: 'M. M.', begins: '2026-02-01', ends: '2026-03-01', state: 'done' }, { ...item('c2'), type: 'appeal', ends: '2026-12-01' }],
    disclosure: [{ ...item('d1'), item: 'Recordings', decision: 'withheld', on: '2026-08-01' }],
  };
  expect(told('proceedings', proceedings)).toEqual([
    ['proceedings-opened', '2026-01-10', '', ''], ['proceedings-phase', '2026-09-01', 'trial', ''], ['proceedings-closed', '2026-11-01', '', ''], ['disclosure', '2026-08-01', 'withheld', 'Recordings'],
    ['clock-begins', '2026-02-01', 'detention', 'M. M.'], ['clock-ends', '2026-12-01', 'appeal', ''],
  ]);
});

test('a person tells categories, an event its day, another thing the day that it has', () => {
  const categories: RecordInput<'subject'>['categories'] = [{ ...item('a1'), category: 'suspect', ground: 'Order', on: '2026-05-01' }, { ...item('a2'), category: 'acquitted' }];
  expect(told('subject', { name: 'Marko', categories, day: '2020-01-01' })).toEqual([['category', '2026-05-01', 'suspect', 'Order']]);
  expect(told('subject', { name: 'Seizure', schema: 'Event', day: '2026-07-01', place: 'Bari', categories })).toEqual([['event', '2026-07-01', '', 'Bari']]);
  expect(told('subject', { name: 'Passport', schema: 'Identification', day: '2019-07-01' })).toEqual([['document', '2019-07-01', 'Identification', '']]);
});

test('an action is due while it is open; a note has its time; what has no day tells nothing', () => {
  expect(told('action', { text: 'Send', due: '2026-12-01', owner: 'Ana' })).toEqual([['action-due', '2026-12-01', '', 'Ana']]);
  expect(told('action', { text: 'Send', due: '2026-12-01', status: 'done' })).toEqual([]);
  expect(datedThings('note', kinds.note.schema.parse({ day: '2026-12-01', time: '14:00' }))[0]?.time).toBe('14:00');
  expect(told('note', {})).toEqual([]);
  expect(told('case', { title: 'x', opened: '2026-01-01', closed: '2026-11-01' })).toEqual([['case-opened', '2026-01-01', '', '']]);
});

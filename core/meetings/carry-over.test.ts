import { expect, test } from 'vitest';
import type { Day, JwgId, MarkingId, RecordId } from '../ids.ts';
import { kinds, type RecordInput } from '../records/kinds.ts';
import { carryOver, type Earlier, type OpenAction } from './carry-over.ts';

const jwg = 'firearms' as JwgId;
const level = 'SENSITIVE' as MarkingId;

function aMeeting(record: string, input: Partial<RecordInput<'meeting'>>): Earlier {
  return { record: record as RecordId, level, meeting: kinds.meeting.schema.parse({ title: 'Monthly', series: 'Monthly', jwg, ...input }) };
}

function anAction(record: string, input: Partial<RecordInput<'action'>>): OpenAction {
  return { record: record as RecordId, level, action: kinds.action.schema.parse({ text: record, ...input }) };
}

const today = { series: 'monthly ', ofSeries: null, jwg, day: '2026-11-25' as Day };
const september = aMeeting('september', { day: '2026-09-30' });
const october = aMeeting('october', {
  day: '2026-10-28',
  agenda: [
    { key: 'c', order: 'a2', title: 'Press', parked: true, level: 'UNCLASSIFIED' },
    { key: 'a', order: 'a0', title: 'Witness room', minutes: 20, parked: true },
    { key: 'b', order: 'a1', title: 'Route' },
  ],
});

test('open actions of every earlier meeting of the series come, soonest due first', () => {
  const carried = carryOver(today, [october, september], [
    anAction('without a day', { origin: 'october' }),
    anAction('late', { origin: 'september', due: '2026-10-01' }),
    anAction('soon', { origin: 'october', due: '2026-11-27' }),
    anAction('done', { origin: 'october', status: 'done' }),
    anAction('of another meeting', { origin: 'other' }),
    anAction('on its own', {}),
  ]);
  expect(carried.previous).toBe('october');
  expect(carried.actions.map((one) => one.record)).toEqual(['late', 'soon', 'without a day']);
});

test('items parked by the last meeting come, marked as it is or as they are, not those of the one before', () => {
  expect(carryOver(today, [september, october], []).parked).toEqual([
    { title: 'Witness room', minutes: 20, level }, { title: 'Press', minutes: null, level: 'UNCLASSIFIED' },
  ]);
});

test('another group, another series, a later meeting and a series without a name carry nothing', () => {
  const nothing = { previous: null, actions: [], parked: [] };
  expect(carryOver({ ...today, jwg: 'drugs' as JwgId }, [october], [])).toEqual(nothing);
  expect(carryOver({ ...today, series: 'Coordination' }, [october], [])).toEqual(nothing);
  expect(carryOver({ ...today, series: '' }, [aMeeting('x', { series: '', day: '2026-01-01' })], [])).toEqual(nothing);
  expect(carryOver({ ...today, day: '2026-09-01' as Day }, [october], [])).toEqual(nothing);
});

import { expect, test } from 'vitest';
import { placed } from '../../test/builders/meetings.ts';
import type { Day, ItemKey, MarkingId, RecordId } from '../ids.ts';
import { kinds } from '../records/kinds.ts';
import { meetingFromSeries } from './from-series.ts';
import { isOfSeries, sameSeries } from './series-of.ts';

const series = kinds.series.schema.parse({
  title: 'JWG Firearms, monthly', frequency: 'monthly', start: '10:00', place: 'in turn', language: 'mk',
  agenda: [{ ...placed(), title: 'State of play', minutes: 60 }, { ...placed(), title: 'Any other business', minutes: 10 }].toReversed(),
  participants: [{ ...placed(), name: 'Ана', role: 'chair', country: 'MKD', contact: 'contact-1' }, { ...placed(), name: 'SPAK', role: 'informed' }],
});
const unclassified = 'UNCLASSIFIED' as MarkingId;
const sensitive = 'SENSITIVE' as MarkingId;
let keys = 0;
const next = {
  series: 'series-1' as RecordId, day: '2026-12-08' as Day, announced: null, parked: [], level: unclassified,
  newKey: () => `key${String((keys += 1))}` as ItemKey,
};

test('a meeting begins with what stands: agenda with durations, people with their parts, place and time', () => {
  const meeting = kinds.meeting.schema.parse(meetingFromSeries(series, next));
  expect(meeting).toMatchObject({ title: series.title, series: series.title, ofSeries: 'series-1', day: '2026-12-08', start: '10:00', place: 'in turn', language: 'mk', stage: 'preparing' });
  expect(meeting.agenda.map(({ title, minutes }) => [title, minutes])).toEqual([['State of play', 60], ['Any other business', 10]]);
  expect(meeting.attendance.map(({ name, role, country, contact, presence }) => [name, role, country, contact, presence])).toEqual([
    ['Ана', 'chair', 'MKD', 'contact-1', 'invited'], ['SPAK', 'informed', null, null, 'invited'],
  ]);
  const orders = meeting.agenda.map(({ order }) => order);
  expect(orders).toEqual([...orders].sort());
  expect(new Set(meeting.agenda.map(({ key }) => key)).size).toBe(2);
  expect(series.agenda.some(({ key }) => meeting.agenda.some((item) => item.key === key))).toBe(false);
});

test('what was parked comes behind, once, and keeps a marking that is not the series’ own', () => {
  const parked = [{ title: 'Expert on tools', minutes: 15, level: sensitive }, { title: ' state of PLAY', minutes: null, level: unclassified }, { title: 'Visit', minutes: null, level: unclassified }];
  const { agenda } = kinds.meeting.schema.parse(meetingFromSeries(series, { ...next, parked }));
  expect(agenda.map(({ title, minutes, level }) => [title, minutes, level])).toEqual([
    ['State of play', 60, null], ['Any other business', 10, null], ['Expert on tools', 15, sensitive], ['Visit', null, null],
  ]);
});

test('what the last meeting said of the next one goes before what is usual', () => {
  const announced = { day: '2026-12-10' as Day, start: '14:00' as never, place: 'Zagreb' };
  expect(meetingFromSeries(series, { ...next, announced })).toMatchObject({ start: '14:00', place: 'Zagreb' });
  expect(meetingFromSeries(series, { ...next, announced: { day: null, start: null, place: '' } })).toMatchObject({ start: '10:00', place: 'in turn' });
});

test('meetings are of one series by what they were prepared from, or by name and group', () => {
  const made = { series: 'Monthly', ofSeries: 's1' as RecordId, jwg: null };
  const typed = { series: ' monthly ', ofSeries: null, jwg: null };
  expect(sameSeries(made, { ...made, series: 'Renamed' })).toBe(true);
  expect(sameSeries(made, { ...made, ofSeries: 's2' as RecordId })).toBe(false);
  expect(sameSeries(made, typed)).toBe(true);
  expect(sameSeries(typed, { ...typed, jwg: 'other' as never })).toBe(false);
  expect(sameSeries({ ...typed, series: '' }, { ...typed, series: '' })).toBe(false);
  expect(isOfSeries(typed, { record: 's1' as RecordId, title: 'Monthly', jwg: null })).toBe(true);
  expect(isOfSeries(made, { record: 's2' as RecordId, title: 'Monthly', jwg: null })).toBe(false);
});

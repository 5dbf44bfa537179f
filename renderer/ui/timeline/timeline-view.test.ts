import { describe, expect, test } from 'vitest';
import type { Day, MarkingId, RecordId } from '../../../core/ids.ts';
import type { DatedRow } from '../../engine/api.ts';
import { familiesIn, firstView, groupsOf, rowAfterToday, viewInAddress, viewOfAddress } from './timeline-view.ts';

const row = (title: string, day: string, more: Partial<DatedRow> = {}): DatedRow => ({
  record: title as RecordId, kind: 'note', level: 'SENSITIVE' as MarkingId, title, what: 'note', day: day as Day, time: null, choice: null, text: '', ...more,
});
const rows = [row('b', '2026-11-24', { time: '14:00' }), row('a', '2026-11-24'), row('c', '2026-11-24', { time: '09:00' }), row('old', '2025-01-02', { what: 'meeting' }), row('to come', '2027-01-01', { what: 'clock-ends' })];
const today = '2026-11-24' as Day;

describe('groups', () => {
  test('within a day the hours go the way that the days go; what has no hour stands at the end of its day', () => {
    const titles = (order: 'latest' | 'earliest') => groupsOf(rows, { ...firstView, order }).map(({ period, items }) => [period, ...items.map((one) => one.title)]);
    expect(titles('latest')).toEqual([['2027-01', 'to come'], ['2026-11', 'b', 'c', 'a'], ['2025-01', 'old']]);
    expect(titles('earliest')).toEqual([['2025-01', 'old'], ['2026-11', 'c', 'b', 'a'], ['2027-01', 'to come']]);
  });

  test('what is left out is not there', () => {
    expect(groupsOf(rows, { ...firstView, hidden: ['note', 'clock'] }).flatMap((group) => group.items.map((one) => one.title))).toEqual(['old']);
    expect(familiesIn(rows)).toEqual(['note', 'meeting', 'clock']);
  });
});

describe('today', () => {
  test('stands between what is ahead and what is not', () => {
    expect(rowAfterToday(groupsOf(rows, firstView), 'latest', today)?.title).toBe('b');
    expect(rowAfterToday(groupsOf(rows, { ...firstView, order: 'earliest' }), 'earliest', today)?.title).toBe('to come');
  });

  test('is not said where everything is on one side', () => {
    const past = groupsOf([row('old', '2025-01-02')], firstView);
    expect([rowAfterToday(past, 'latest', today), rowAfterToday(past, 'earliest', today)]).toEqual([null, null]);
  });
});

describe('the view in an address', () => {
  test.each([firstView, { period: 'quarter', order: 'earliest', hidden: ['note', 'clock'] }, { period: 'day', order: 'latest', hidden: ['case'] }] as const)('%j comes back', (view) => {
    expect(viewOfAddress(viewInAddress(view))).toEqual(view);
  });

  test('what is not understood is as at first', () => {
    expect(viewOfAddress('century.sideways.pigs+note')).toEqual({ ...firstView, hidden: ['note'] });
    expect(viewOfAddress('')).toEqual(firstView);
  });
});

import { expect, test } from 'vitest';
import type { RecordId } from '../ids.ts';
import { kinds } from '../records/kinds.ts';
import { firstEnd, runningClocks, whoCanAct } from './clocks.ts';

const clocks = kinds.proceedings.schema.parse({
  clocks: [
    { key: 'a', order: 'a0', type: 'interception', ends: '2026-03-01' },
    { key: 'b', order: 'a1', type: 'detention', ends: '2026-02-01', state: 'extended' },
    { key: 'c', order: 'a2', type: 'limitation', ends: '2026-01-01', state: 'stopped' },
    { key: 'd', order: 'a3', type: 'other' },
  ],
}).clocks;

test('what runs out first stands first; what was stopped or has no end does not count', () => {
  expect(runningClocks(clocks).map(({ key }) => key)).toEqual(['b', 'a']);
  expect(firstEnd(clocks)).toBe('2026-02-01');
  expect(firstEnd([])).toBeNull();
});

test('the clock says who can act; where it names nobody, the prosecutor can', () => {
  const [clock] = clocks;
  if (clock === undefined) throw new Error('no clock');
  const proceedings = { prosecutor: 'Ana Perić', prosecutorContact: 'ana' as RecordId };
  expect(whoCanAct(clock, proceedings)).toEqual({ name: 'Ana Perić', contact: 'ana' });
  expect(whoCanAct({ ...clock, who: 'Duty judge' }, proceedings)).toEqual({ name: 'Duty judge', contact: null });
  expect(whoCanAct({ ...clock, contact: 'ben' as RecordId }, proceedings)).toEqual({ name: '', contact: 'ben' });
  expect(whoCanAct(clock, {})).toEqual({ name: '', contact: null });
});

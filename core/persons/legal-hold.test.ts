import { expect, test } from 'vitest';
import type { Day } from '../ids.ts';
import { legalHold } from '../records/parts.ts';
import { standingHold } from './legal-hold.ts';

const day = (text: string) => text as Day;
const hold = { ground: 'Court order Kv 3/26', on: day('2026-03-01'), by: 'Ana Kovač' };

test('a hold without an end stands until it is lifted', () => {
  expect(standingHold({ hold }, day('2099-01-01'))).toEqual({ ...hold, until: null });
  expect(standingHold({ hold: null }, day('2026-11-25'))).toBeNull();
});

test('a hold with an end stands through its last day', () => {
  const ending = { ...hold, until: day('2026-11-25') };
  expect(standingHold({ hold: ending }, day('2026-11-25'))).toEqual(ending);
  expect(standingHold({ hold: ending }, day('2026-11-26'))).toBeNull();
});

test('a hold that was lifted stands no more, and keeps on which ground', () => {
  const lifted = { ...hold, until: day('2027-11-25'), lifted: { ground: 'Decision Kv 9/26', on: day('2026-11-24'), by: 'Ana Kovač' } };
  expect(standingHold({ hold: lifted }, day('2026-11-24'))).toBeNull();
  expect(legalHold.safeParse(lifted).data).toEqual(lifted);
  expect(legalHold.safeParse({ ...hold, lifted: { ...lifted.lifted, ground: ' ' } }).success).toBe(false);
  expect(legalHold.parse(hold)).not.toHaveProperty('lifted');
});

test('a record of a kind that knows no hold has none', () => {
  expect(standingHold({ title: 'A note' }, day('2026-11-25'))).toBeNull();
});

import { expect, test } from 'vitest';
import { agendaTimes } from './agenda-times.ts';

const items = (...minutes: (number | null)[]) => minutes.map((one) => ({ minutes: one }));

test('each item begins when those before it are over, and the last one ends the meeting', () => {
  expect(agendaTimes({ start: '09:30', end: null }, items(15, 45, 0))).toEqual({ begins: ['09:30', '09:45', '10:30'], ends: '10:30', planned: 60, unplanned: 0, over: 0 });
});

test('behind an item without planned minutes nothing is told, and without a beginning nothing at all', () => {
  expect(agendaTimes({ start: '09:30', end: null }, items(15, null, 20))).toMatchObject({ begins: ['09:30', '09:45', null], ends: null, planned: 35, unplanned: 1 });
  expect(agendaTimes({ start: null, end: null }, items(15))).toMatchObject({ begins: [null], ends: null, planned: 15 });
  expect(agendaTimes({ start: '09:30', end: '10:00' }, [])).toEqual({ begins: [], ends: null, planned: 0, unplanned: 0, over: 0 });
});

test('more than the meeting is set for is said in minutes, across midnight too; what is not planned is not counted', () => {
  expect(agendaTimes({ start: '09:30', end: '10:00' }, items(15, 45)).over).toBe(30);
  expect(agendaTimes({ start: '09:30', end: '10:30' }, items(15, 45)).over).toBe(0);
  expect(agendaTimes({ start: '23:30', end: '00:30' }, items(30, 45))).toMatchObject({ begins: ['23:30', '00:00'], ends: '00:45', over: 15 });
  expect(agendaTimes({ start: '09:30', end: '10:00' }, items(20, null)).over).toBe(0);
});

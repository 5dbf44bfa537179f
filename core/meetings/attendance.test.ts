import { expect, test } from 'vitest';
import { aMeeting, placed } from '../../test/builders/meetings.ts';
import { allPresent, attendanceMissing, expected, informed, notTaken } from './attendance.ts';

type Given = readonly [name: string, presence: 'invited' | 'present' | 'apologies' | 'absent', role?: 'chair' | 'informed'];
const list = (...people: readonly Given[]) => aMeeting({ attendance: people.map(([name, presence, role]) => ({ ...placed(), name, presence, ...(role === undefined ? {} : { role }) })) }).attendance;
const names = (people: readonly { name: string }[]) => people.map(({ name }) => name);

test('who is informed is not expected, and nothing need be said of them', () => {
  const attendance = list(['Ana', 'present', 'chair'], ['SPAK', 'invited', 'informed'], ['Marko', 'apologies']);
  expect(names(expected(attendance))).toEqual(['Ana', 'Marko']);
  expect(names(informed(attendance))).toEqual(['SPAK']);
  expect(attendanceMissing(attendance)).toBeNull();
});

test('minutes wait for their attendance: nobody named, nothing said of some, nobody there', () => {
  expect(attendanceMissing([])).toEqual({ code: 'attendance-missing' });
  expect(attendanceMissing(list(['SPAK', 'present', 'informed']))).toEqual({ code: 'attendance-missing' });
  expect(attendanceMissing(list(['Ana', 'present'], ['Marko', 'invited'], ['Ђорђе', 'invited']))).toEqual({ code: 'attendance-not-taken', facts: { count: 2, names: 'Marko, Ђорђе' } });
  expect(attendanceMissing(list(...['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, 'invited'] as const)))).toMatchObject({ facts: { count: 6, names: 'a, b, c, d, e…' } });
  expect(attendanceMissing(list(['Ana', 'absent'], ['Marko', 'apologies']))).toEqual({ code: 'attendance-nobody' });
});

test('everybody was there except of whom something else was said', () => {
  const taken = allPresent(list(['Ana', 'invited'], ['Marko', 'apologies'], ['SPAK', 'invited', 'informed'], ['Vesna', 'absent']));
  expect(taken.map(({ name, presence }) => [name, presence])).toEqual([['Ana', 'present'], ['Marko', 'apologies'], ['SPAK', 'invited'], ['Vesna', 'absent']]);
  expect(notTaken(taken)).toEqual([]);
});

import { expect, test } from 'vitest';
import type { MarkingId } from '../ids.ts';
import { defaultScheme } from './default-scheme.ts';
import { highest, isAbove, markingOf } from './scheme.ts';

const of = (id: string) => markingOf(defaultScheme, id as MarkingId);

test('the default scheme rises from UNCLASSIFIED to TS-UE/EU-TS', () => {
  const ranks = defaultScheme.markings.map((one) => one.rank);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  expect(isAbove(of('SENSITIVE'), of('UNCLASSIFIED'))).toBe(true);
  expect(isAbove(of('R-UE'), of('R-UE'))).toBe(false);
});

test('a marking that nobody knows is above everything', () => {
  expect(highest(of('TS-UE'), of('COSMIC')).id).toBe('COSMIC');
});

test('briefing is asked from R-UE/EU-R on, clearance from C-UE/EU-C on', () => {
  expect(of('SENSITIVE').needsBriefing).toBe(false);
  expect(of('R-UE')).toMatchObject({ needsBriefing: true, needsClearance: false });
  expect(of('C-UE')).toMatchObject({ needsBriefing: true, needsClearance: true });
});

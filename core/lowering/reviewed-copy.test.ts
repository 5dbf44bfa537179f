import { describe, expect, test } from 'vitest';
import type { Day, ItemKey, MarkingId, RecordId } from '../ids.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import { markingOf } from '../markings/scheme.ts';
import { kinds, type RecordValue } from '../records/kinds.ts';
import { checkConsent } from './lowering-consent.ts';
import { canBeCopied, planCopy, type CopyGround } from './plan-copy.ts';
import { reviewedCopy } from './reviewed-copy.ts';

const ground: CopyGround = {
  record: 'the-record' as RecordId, level: markingOf(defaultScheme, 'SENSITIVE' as MarkingId), scheme: defaultScheme,
  levelOf: (one) => (one === ('case-sensitive' as RecordId) ? ('SENSITIVE' as MarkingId) : ('R-UE' as MarkingId)),
};
const minutes = (given: object): RecordValue<'meeting'> => kinds.meeting.schema.parse({ title: 'Coordination', ...given });
const agenda = [
  { key: 'one', order: 'a0', title: 'Open', level: null },
  { key: 'two', order: 'a1', title: 'Closed', level: 'R-UE' },
];
const lines = [
  { key: 'l1', order: 'a0', item: 'one', text: 'Said openly' },
  { key: 'l2', order: 'a1', item: 'two', text: 'Said behind closed doors' },
];
let count = 0;
const newKey = () => `fresh-${String((count += 1))}` as ItemKey;
const reasons = (value: RecordValue<'meeting'>) => Object.fromEntries(planCopy('meeting', value, ground).leftOut.map((one) => [one.path, one.reason]));

describe('what a copy can hold', () => {
  test('an agenda item marked above it stays, and the lines that were taken under it', () => {
    const value = minutes({ agenda, lines });
    expect(reasons(value)).toMatchObject({ 'agenda.two.title': 'marked-above', 'lines.l2.text': 'marked-above' });
    const plan = planCopy('meeting', value, ground);
    const taken = Object.fromEntries(plan.fields.map((one) => [one.path, one.value]));
    const copy = reviewedCopy('meeting', value, { plan, taken, newKey });
    expect(copy.ok && copy.value.agenda.map((one) => one.title)).toEqual(['Open']);
    expect(copy.ok && copy.value.lines.map((one) => one.text)).toEqual(['Said openly']);
    expect(copy.ok && copy.value.lines[0]?.item).toBe(copy.ok && copy.value.agenda[0]?.key);
  });

  test('corrections stay: they are of the minutes that were approved, and may tell what was said above the copy', () => {
    const correction = { order: 'a0', of: 'l2', passage: 'closed doors', wording: 'open doors', reason: 'Misheard', by: 'Ana', on: '2026-12-01' };
    const value = minutes({ agenda, lines, corrections: [{ ...correction, key: 'c1' }, { ...correction, key: 'c2', order: 'a1', of: 'l1', decision: 'approved', decidedAs: 'chair', decidedOn: '2026-12-02', decidedBy: 'Ivo' }] });
    const plan = planCopy('meeting', value, ground);
    expect(plan.fields.filter((one) => one.path.startsWith('corrections.'))).toEqual([]);
    expect(reasons(value)).toMatchObject({ 'corrections.c1.passage': 'own', 'corrections.c2.wording': 'own' });
    const taken = Object.fromEntries(plan.fields.map((one) => [one.path, one.value]));
    const copy = reviewedCopy('meeting', value, { plan, taken, newKey });
    expect(copy.ok && copy.value.corrections).toEqual([]);
    expect(reviewedCopy('meeting', value, { plan, taken: { ...taken, 'corrections.c1.passage': 'closed doors' }, newKey })).toMatchObject({ failure: { code: 'not-in-plan' } });
  });

  test('a record of a higher level is not pointed to, one that may be known is', () => {
    expect(reasons(minutes({ case: 'case-above' }))).toEqual({ case: 'points-above' });
    expect(reasons(minutes({ case: 'case-sensitive' }))).toEqual({});
    expect(reasons(minutes({ case: 'the-record' }))).toEqual({ case: 'points-above' });
  });

  test('a reference goes only when somebody says so', () => {
    const plan = planCopy('meeting', minutes({ reference: 'KT 12/26' }), ground);
    expect(plan.fields.map((one) => [one.path, one.proposed])).toContainEqual(['reference', false]);
  });

  test('figures that were frozen, protected persons and ties are not copied', () => {
    expect((['report', 'indicator', 'protection', 'relation', 'jwg'] as const).map(canBeCopied)).toEqual([false, false, false, false, false]);
  });
});

describe('the copy', () => {
  const value = minutes({ place: 'Podgorica', day: '2026-03-04' });
  const plan = planCopy('meeting', value, ground);
  const code = (taken: object) => {
    const copy = reviewedCopy('meeting', value, { plan, taken: taken as never, newKey });
    return copy.ok ? copy.value : copy.failure;
  };

  test('holds what was taken, as it was written anew, and nothing that was left', () => {
    expect(code({ title: 'Coordination, shortened' })).toMatchObject({ title: 'Coordination, shortened', place: '', day: null });
  });

  test('takes nothing that is not offered, and no day but the one that was set', () => {
    expect(code({ title: 'x', draftedFor: 'somebody' })).toMatchObject({ code: 'not-in-plan', facts: { field: 'draftedFor' } });
    expect(code({ title: 'x', day: '2026-03-05' })).toMatchObject({ code: 'not-in-plan', facts: { field: 'day' } });
    expect(code({})).toMatchObject({ code: 'nothing-taken' });
    expect(code({ title: 'x', place: 'y'.repeat(400) })).toMatchObject({ code: 'not-valid', facts: { field: 'place' } });
  });
});

describe('the consent', () => {
  const now = '2026-11-24' as Day;
  const { safeguards } = minutes({ safeguards: { originator: 'SDT Podgorica' } });
  const consent = (by: string, on = '2026-11-20') => ({ ground: 'g', reviewer: 'r', consent: { by, on: on as Day, reference: 'ref' } });

  test('is the originator’s and has been given', () => {
    expect(checkConsent(safeguards, consent(' sdt podgorica '), now).ok).toBe(true);
    expect(checkConsent(safeguards, consent('USKOK'), now)).toMatchObject({ failure: { code: 'not-the-originator', facts: { originator: 'SDT Podgorica' } } });
    expect(checkConsent(safeguards, consent('SDT Podgorica', '2026-11-25'), now)).toMatchObject({ failure: { code: 'consent-to-come' } });
    expect(checkConsent({ ...safeguards, originator: '' }, consent('USKOK'), now).ok).toBe(true);
  });
});

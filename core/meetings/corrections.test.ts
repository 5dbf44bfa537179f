import { describe, expect, it } from 'vitest';
import type { ChangeHash, Day, DeviceId, ItemKey, PersonId } from '../ids.ts';
import type { FieldValue, HybridTime } from '../ledger/change.ts';
import { correctionsOf, markedPieces, numberedCorrections, standingCorrections, stateOfCorrection, staysBesideApproved, withdrawsOnlyOwn, type Correction } from './corrections.ts';

const key = (text: string) => text as ItemKey;
const decided = { decision: 'approved', decidedAs: 'chair', decidedOn: '2026-12-05' as Day, decidedBy: 'Ana' } as const;
const aCorrection = (one: Partial<Correction> = {}): Correction => ({ key: key('c1'), order: 'a0', of: null, passage: 'two', wording: 'three', reason: 'Heard wrong', by: 'Ana', on: '2026-12-01' as Day, decision: null, decidedAs: null, decidedOn: null, decidedBy: '', decidedAt: null, ...one });

describe('corrections to approved minutes', () => {
  it('keep their number whatever is decided of others', () => {
    const list = [aCorrection({ key: key('c2'), order: 'a1' }), aCorrection({ ...decided, decision: 'rejected' })];
    expect(numberedCorrections(list).map((one) => [one.key, one.number, stateOfCorrection(one)])).toEqual([['c1', 1, 'rejected'], ['c2', 2, 'proposed']]);
    expect(stateOfCorrection(aCorrection(decided))).toBe('approved');
  });

  it('of laptops that had not met are numbered by the day on which they were proposed', () => {
    const list = [aCorrection({ key: key('c1'), on: '2026-12-03' as Day }), aCorrection({ key: key('c2'), on: '2026-12-02' as Day })];
    expect(numberedCorrections(list).map((one) => one.key)).toEqual(['c2', 'c1']);
    expect(numberedCorrections(list.toReversed()).map((one) => one.key)).toEqual(['c2', 'c1']);
  });

  it('stand beside their line, or beside the whole where their line is not there', () => {
    const meeting = { agenda: [{ key: key('i1') }], lines: [{ key: key('l1') }] } as unknown as Parameters<typeof correctionsOf>[2];
    const list = [aCorrection({ of: key('l1') }), aCorrection({ key: key('c2'), of: key('gone') }), aCorrection({ key: key('c3') })];
    expect(correctionsOf(list, key('l1'), meeting).map((one) => one.key)).toEqual(['c1']);
    expect(correctionsOf(list, key('i1'), meeting)).toEqual([]);
    expect(correctionsOf(list, null, meeting).map((one) => one.key)).toEqual(['c2', 'c3']);
  });
});

describe('marks in a text', () => {
  const marks = (text: string, ...passages: string[]) => markedPieces(text, passages).map((one) => (one.corrected ? `[${one.text}]` : one.text)).join('');

  it('mark the passages, the others stay as they are', () => {
    expect(marks('Two lorries, two drivers.', 'Two', 'drivers')).toBe('[Two] lorries, two [drivers].');
    expect(marks('Two lorries', 'Two lorries')).toBe('[Two lorries]');
    expect(marks('Two lorries', 'three')).toBe('Two lorries');
    expect(marks('', 'x')).toBe('');
  });

  it('passages that overlap lose and double nothing', () => {
    expect(markedPieces('abcdef', ['abcd', 'cdef', 'bc']).map((one) => one.text).join('')).toBe('abcdef');
    expect(marks('abcdef', 'abcd', 'bc')).toBe('[abcd]ef');
  });
});

describe('what may be written to approved minutes', () => {
  it('a new correction, its decision, files and safeguards', () => {
    expect(staysBesideApproved(['corrections.c9.passage', 'corrections.c9.order', 'attachments.a.name', 'safeguards'], [])).toBe(true);
    expect(staysBesideApproved(['corrections.c1.decision', 'corrections.c1.decidedOn'], [aCorrection()])).toBe(true);
  });

  it('no word of the text, nor of a correction that was proposed, nor a second decision', () => {
    expect(staysBesideApproved(['lines.l1.text'], [])).toBe(false);
    expect(staysBesideApproved(['title'], [])).toBe(false);
    expect(staysBesideApproved(['corrections.c1.wording'], [aCorrection()])).toBe(false);
    expect(staysBesideApproved(['corrections.c1.removed'], [aCorrection()])).toBe(false);
    expect(staysBesideApproved(['corrections.c1.decision', 'corrections.c1.decidedOn'], [aCorrection(decided)])).toBe(false);
  });
});

describe('a correction that is withdrawn', () => {
  const withdrawn = aCorrection({ decision: 'withdrawn', decidedOn: '2026-12-02' as Day });
  const writing = (value: FieldValue, author: string) => ({ shown: { value, author: author as PersonId, change: '' as ChangeHash, device: '' as DeviceId, time: '' as HybridTime }, rivals: [] });
  const before = new Map([['corrections.c1.passage', writing('two', 'ana')], ['corrections.c1.decision', writing(null, 'ivo')]]);

  it('is one that its proposer took back, before it was decided', () => {
    expect(stateOfCorrection(withdrawn)).toBe('withdrawn');
    expect(staysBesideApproved(['corrections.c1.decision', 'corrections.c1.decidedOn'], [aCorrection()])).toBe(true);
    expect(staysBesideApproved(['corrections.c1.decision'], [withdrawn])).toBe(false);
    const withdraw = { 'corrections.c1.decision': 'withdrawn', 'corrections.c1.decidedOn': '2026-12-02' };
    expect(withdrawsOnlyOwn(withdraw, before, 'ana' as PersonId)).toBe(true);
    expect(withdrawsOnlyOwn(withdraw, before, 'ivo' as PersonId)).toBe(false);
    expect(withdrawsOnlyOwn({ 'corrections.c1.decision': 'rejected' }, before, 'ivo' as PersonId)).toBe(true);
  });

  it('stays approved where that was signed meanwhile', () => {
    const signed = aCorrection(decided);
    expect(standingCorrections([signed], [withdrawn])).toEqual([signed]);
    expect(standingCorrections([aCorrection()], [withdrawn, aCorrection({ key: key('c2') })]).map(stateOfCorrection)).toEqual(['withdrawn', 'proposed']);
  });
});

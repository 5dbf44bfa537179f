import { describe, expect, test } from 'vitest';
import { aChannel, aCompartment, aMember, aPerson, aRecordToSend, now, someSafeguards, today } from '../../test/builders/clearance.ts';
import type { JwgId } from '../ids.ts';
import type { Safeguards } from '../records/parts.ts';
import { actFor, applyAct, releaseAct, type ReleaseAct } from './acts.ts';
import { decide } from './decide.ts';
import type { Reason } from './decision.ts';

const group = aCompartment({ members: [aMember('ITA', 'Procura di Bari'), aMember('ALB', 'SPAK')] });

function reasons(safeguards: Safeguards): readonly Reason[] {
  const decision = decide(aRecordToSend({ safeguards }), group, aChannel(), aPerson(), now);
  return decision.verdict === 'held' ? decision.reasons : [];
}

function after(safeguards: Safeguards, act: ReleaseAct): readonly string[] {
  const applied = applyAct(safeguards, act);
  return applied.ok ? reasons(applied.value).map((reason) => reason.code) : [applied.failure.code];
}

const said = { on: today, reference: 'KT-12/26', recipients: [] };

describe('an act lifts the reason it answers, and no other', () => {
  const held = someSafeguards({
    originator: 'AISE', releasableTo: ['ITA'], aboutPersons: true,
    handling: [{ code: 'H2', provider: 'Europol' }, { code: 'H3', restriction: 'Not for the press' }],
  });

  test('each reason names its act', () => {
    expect(reasons(held).map((reason) => [reason.code, actFor(reason)])).toEqual([
      ['handling-h3', 'confirm-h3'], ['no-transfer-ground', 'record-ground'], ['not-releasable', 'record-consent'], ['handling-h2', 'permit-dissemination'],
    ]);
  });

  test('H3 for this group', () => {
    expect(after(held, { act: 'confirm-h3', jwg: 'jwg-1' as JwgId })).not.toContain('handling-h3');
    expect(after(held, { act: 'confirm-h3', jwg: 'jwg-2' as JwgId })).toContain('handling-h3');
  });

  test('the provider’s permission, by the provider only', () => {
    expect(after(held, { act: 'permit-dissemination', by: 'europol', ...said })).not.toContain('handling-h2');
    expect(after(held, { act: 'permit-dissemination', by: 'Interpol', ...said })).toContain('handling-h2');
  });

  test('the originator’s consent, for those it names', () => {
    expect(after(held, { act: 'record-consent', by: 'AISE', ...said, recipients: ['ALB'] })).not.toContain('not-releasable');
    expect(after(held, { act: 'record-consent', by: 'AISE', ...said, recipients: ['MNE'] })).toContain('not-releasable');
  });

  test('the ground of the transfer', () => {
    expect(after(held, { act: 'record-ground', article: '37-safeguards', explanation: 'Agreement of 2019', on: today })).not.toContain('no-transfer-ground');
  });
});

test('what is already there is not recorded twice, and a full list says so', () => {
  const once = someSafeguards({ h3ConfirmedFor: ['jwg-1'] });
  expect(applyAct(once, { act: 'confirm-h3', jwg: 'jwg-1' as JwgId })).toEqual({ ok: true, value: once });
  const full = someSafeguards({ consents: Array.from({ length: 50 }, () => ({ by: 'A', on: today, reference: 'r', covers: 'release', recipients: [] })) });
  expect(after(full, { act: 'record-consent', by: 'A', ...said })).toEqual(['too-many']);
});

test('an act without its reference or its day is none', () => {
  expect(releaseAct.safeParse({ act: 'record-consent', by: 'A', on: today, reference: ' ', recipients: [] }).success).toBe(false);
  expect(releaseAct.safeParse({ act: 'record-ground', article: '36-adequacy', explanation: 'x', on: 'soon' }).success).toBe(false);
});

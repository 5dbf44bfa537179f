import { beforeAll, describe, expect, test } from 'vitest';
import { aCertificate, aLaptop, anOrganisation, aProfile, today, type ALaptop } from '../../test/builders/organisations.ts';
import { at as reading } from '../../test/builders/changes.ts';
import { cryptoReady, randomId } from '../crypto/sodium.ts';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { ChangeHash, CountryCode, Day, JwgId, MarkingId, RecordId } from '../ids.ts';
import { makeChange } from '../ledger/make-change.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import { markingOf } from '../markings/scheme.ts';
import type { Certificate } from '../organisation/certificate.ts';
import type { JointWorkingGroup } from '../organisation/profile.ts';
import { batchLasts, openReleaseAnswer, signReleaseAnswer, verifyReleaseAnswer, writeReleaseAnswer, type ReleaseAnswer, type ReleaseAnswerInput } from './release-answer.ts';
import { boxKeysOf, maySecond, type ReleasePolicy } from './release-policy.ts';
import { openReleaseRequest, writeReleaseRequest } from './release-request.ts';
import { released, type ReleaseFacts } from './released.ts';

const group = 'jwg-firearms' as JwgId;
const now = today + 3_600_000;
const level = (id: string) => markingOf(defaultScheme, id as MarkingId);
let ana: ALaptop;
let ben: ALaptop;
let certificates: readonly Certificate[];

function certified(laptop: ALaptop, country = 'HRV', given: Partial<Certificate> = {}): Certificate {
  const plain = aCertificate(laptop, { jwgs: [{ jwg: group, from: today, until: null }], ...given });
  return { ...plain, person: { ...plain.person, country: country as CountryCode } };
}

beforeAll(async () => {
  await cryptoReady;
  ana = aLaptop('Ana Kovač');
  ben = aLaptop('Ben Horvat');
  certificates = [certified(ana), certified(ben)];
});

function aJwg(given: Partial<JointWorkingGroup> = {}): JointWorkingGroup {
  const jwg = {
    id: group, name: 'JWG Firearms', shortName: 'Firearms', crimeAreas: [], members: [{ country: 'HRV' as CountryCode, institution: 'USKOK' }],
    includesThirdCountries: true, fourEyes: true, dataProtection: null, ...given,
  };
  return aProfile(anOrganisation(), { jwgs: [jwg] }).jwgs[0] ?? jwg;
}

const aChange = (by: ALaptop) => {
  const made = makeChange(
    { record: 'record-1' as RecordId, kind: 'note', act: 'edit', author: by.person.id, device: by.device, parents: [], level: 'SENSITIVE' as MarkingId, fields: { title: 'Lorry' } },
    reading(0, by.device),
  );
  if (!made.ok) throw new Error('not made');
  return made.value;
};

const anItem = () => {
  const change = aChange(ana);
  return { record: 'record-1' as RecordId, kind: change.header.kind, title: 'Lorry', level: change.header.level, aboutPersons: false, changes: [change] };
};

function aRequest(receivers: readonly ALaptop[] = [ben]) {
  const value = { at: now, asker: ana.person.id, device: ana.device, jwg: group, items: [anItem()] };
  const written = writeReleaseRequest(value, receivers.flatMap((one) => boxKeysOf(aCertificate(one), now)), ana.sign.secretKey);
  if (!written.ok) throw new Error('not written');
  return written.value.file;
}

describe('who may be the second person', () => {
  const question = (policy: Partial<ReleasePolicy> = {}, marking = 'SENSITIVE') =>
    ({ jwg: group, policy: { confirmedBy: 'same-country' as const, standing: false, ...policy }, level: level(marking), scheme: defaultScheme, now });

  test('never oneself, nor whoever has left the group, or is of another country', () => {
    const [own, second] = [certified(ana), certified(ben)];
    expect(maySecond(own, second, question())).toBe(true);
    expect(maySecond(own, own, question({ confirmedBy: 'any-member' }))).toBe(false);
    expect(maySecond(own, certified(ben, 'ALB'), question())).toBe(false);
    expect(maySecond(own, certified(ben, 'ALB'), question({ confirmedBy: 'any-member' }))).toBe(true);
    expect(maySecond(own, certified(ben, 'ALB'), question({ confirmedBy: 'union' }))).toBe(false);
    expect(maySecond(own, certified(ben, 'ITA'), question({ confirmedBy: 'union' }))).toBe(true);
    expect(maySecond(own, certified(ben, 'HRV', { jwgs: [{ jwg: group, from: today, until: now }] }), question())).toBe(false);
    expect(maySecond(own, certified(ben, 'HRV', { until: now }), question())).toBe(false);
  });

  test('whoever confirms reads, and must be briefed and cleared for it', () => {
    expect(maySecond(certified(ana), certified(ben), question({}, 'R-UE'))).toBe(false);
    const briefing = { acknowledged: '2025-01-01' as Day, until: '2025-12-31' as Day };
    expect(maySecond(certified(ana), certified(ben, 'HRV', { briefing }), question({}, 'R-UE'))).toBe(true);
    expect(maySecond(certified(ana), certified(ben, 'HRV', { briefing }), question({}, 'C-UE'))).toBe(false);
    const clearance = { upTo: 'C-UE' as MarkingId, until: '2025-12-31' as Day };
    expect(maySecond(certified(ana), certified(ben, 'HRV', { briefing, clearance }), question({}, 'C-UE'))).toBe(true);
  });
});

describe('a request', () => {
  const code = (file: Uint8Array, laptop = ben, known = certificates) => {
    const opened = openReleaseRequest(file, laptop.box, known);
    return opened.ok ? opened.value.items.map((one) => one.title) : opened.failure.code;
  };

  test('opens for whom it is sealed to, with exactly what would go', () => {
    expect(code(aRequest())).toEqual(['Lorry']);
    expect(code(aRequest(), ana)).toBe('release-not-for-you');
    expect(code(aRequest(), ben, [certified(ben)])).toBe('release-unknown-asker');
  });

  test('half a file, another file and a changed bit are recognised', () => {
    const file = aRequest();
    expect(code(file.slice(0, file.length / 2))).toBe('release-unreadable');
    expect(code(jsonToBytes({ format: 'rapporteur-pairing' }))).toBe('release-unreadable');
    const altered = jsonFromBytes(file) as { sealed: string };
    altered.sealed = `${altered.sealed.slice(0, 40)}${altered.sealed[40] === 'A' ? 'B' : 'A'}${altered.sealed.slice(41)}`;
    expect(code(jsonToBytes(altered))).toBe('release-unreadable');
  });

  test('changes that somebody else made, or whose content is another, are not shown', () => {
    const item = anItem();
    const other = { ...item, changes: item.changes.map((one) => ({ ...one, content: { salt: 'x', fields: { title: 'Another lorry' } } })) };
    const value = { at: now, asker: ana.person.id, device: ana.device, jwg: group, items: [other] };
    const written = writeReleaseRequest(value, boxKeysOf(aCertificate(ben), now), ana.sign.secretKey);
    expect(written.ok && code(written.value.file)).toBe('release-altered');
    const stolen = writeReleaseRequest({ ...value, items: [{ ...item, changes: [aChange(ben)] }] }, boxKeysOf(aCertificate(ben), now), ana.sign.secretKey);
    expect(stolen.ok && code(stolen.value.file)).toBe('release-altered');
  });
});

const hash = 'a'.repeat(64) as ChangeHash;
const facts = (given: Partial<ReleaseFacts> = {}): ReleaseFacts => ({ record: 'record-1' as RecordId, changes: [hash], level: level('SENSITIVE'), aboutPersons: false, ...given });
const common = () => ({ v: 1 as const, id: randomId(), jwg: group, asker: ana.person.id, by: ben.person.id, device: ben.device, at: now });
const aBatch = (given: Partial<ReleaseAnswerInput> = {}): ReleaseAnswerInput =>
  ({ type: 'batch', ...common(), request: randomId(), until: now + batchLasts, items: [{ record: 'record-1', changes: [hash] }], ...given }) as ReleaseAnswerInput;

function verified(input: ReleaseAnswerInput, signer: ALaptop = ben): ReleaseAnswer {
  const answer = verifyReleaseAnswer(signReleaseAnswer(input, signer.sign.secretKey), certificates, now);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

describe('an answer', () => {
  const code = (input: ReleaseAnswerInput, signer: ALaptop = ben, at = now) => {
    const answer = verifyReleaseAnswer(signReleaseAnswer(input, signer.sign.secretKey), certificates, at);
    return answer.ok ? 'ok' : answer.failure.code;
  };

  test('is the second person’s own, about somebody else’s release, and not for ever', () => {
    expect(code(aBatch())).toBe('ok');
    expect(code(aBatch(), ana)).toBe('release-bad-signature');
    expect(code(aBatch({ by: ana.person.id, device: ana.device }), ana)).toBe('release-own');
    expect(code(aBatch({ device: ana.device }), ana)).toBe('release-unknown-second');
    expect(code(aBatch({ until: now + batchLasts + 1 }))).toBe('release-too-long');
    expect(code(aBatch(), ben, now - 2 * 24 * 3_600_000)).toBe('release-from-the-future');
  });

  test('travels sealed to the one who asked', () => {
    const file = writeReleaseAnswer(signReleaseAnswer(aBatch(), ben.sign.secretKey), boxKeysOf(aCertificate(ana), now));
    if (!file.ok) throw new Error('not written');
    expect(openReleaseAnswer(file.value, ana.box).ok).toBe(true);
    expect(openReleaseAnswer(file.value, ben.box)).toMatchObject({ failure: { code: 'release-not-for-you' } });
    expect(openReleaseAnswer(aRequest([ana]), ana.box)).toMatchObject({ failure: { code: 'release-unreadable' } });
  });
});

describe('released', () => {
  const ask = (answers: readonly ReleaseAnswer[], asked = facts(), jwg = aJwg(), at = now, known = certificates) =>
    released(asked, { jwg, asker: ana.person.id, answers, certificates: known, scheme: defaultScheme, now: at });

  test('a batch holds for exactly the changes it names, for its month, for the one who asked', () => {
    const yes = verified(aBatch());
    expect(ask([yes])).toMatchObject({ type: 'batch', by: ben.person.id });
    expect(ask([])).toBeNull();
    expect(ask([yes], facts({ changes: [hash, 'b'.repeat(64) as ChangeHash] }))).toBeNull();
    expect(ask([yes], facts({ record: 'record-2' as RecordId }))).toBeNull();
    expect(ask([yes], facts(), aJwg(), now + batchLasts)).toBeNull();
    expect(ask([verified(aBatch({ asker: 'someone-else' }))])).toBeNull();
    expect(ask([verified(aBatch({ jwg: 'jwg-other' }))])).toBeNull();
  });

  test('a revocation by the one who confirmed ends it; another’s does not', () => {
    const yes = verified(aBatch());
    const revoked = (given: Partial<ReleaseAnswerInput> = {}) => ({ type: 'revocation', ...common(), confirmation: yes.id, ...given }) as ReleaseAnswerInput;
    expect(ask([yes, verified(revoked())])).toBeNull();
    expect(ask([yes, verified({ ...revoked(), confirmation: randomId() } as ReleaseAnswerInput)])).not.toBeNull();
  });

  test('whoever confirmed must still be one who may, with a device still in force', () => {
    const yes = verified(aBatch());
    expect(ask([yes], facts(), aJwg(), now, [certified(ana), certified(ben, 'ALB')])).toBeNull();
    expect(ask([yes], facts(), aJwg(), now, [certified(ana)])).toBeNull();
    const lost = certified(ben);
    expect(ask([yes], facts(), aJwg(), now, [certified(ana), { ...lost, devices: lost.devices.map((one) => ({ ...one, until: now })) }])).toBeNull();
  });

  test('a standing decision holds only where the policy knows them, up to its level, and about persons only when it says so', () => {
    const standing = verified({ type: 'standing', ...common(), until: now + 1000, upTo: 'SENSITIVE', aboutPersons: false });
    const knows = aJwg({ release: { confirmedBy: 'same-country', standing: true } });
    expect(ask([standing])).toBeNull();
    expect(ask([standing], facts(), knows)).toMatchObject({ type: 'standing' });
    expect(ask([standing], facts({ level: level('R-UE') }), knows)).toBeNull();
    expect(ask([standing], facts({ aboutPersons: true }), knows)).toBeNull();
    expect(ask([standing], facts(), knows, now + 1000)).toBeNull();
  });

  test('the programme’s own standing decision, from the signed profile', () => {
    const decided = aJwg({ standingReleases: [{ upTo: 'SENSITIVE' as MarkingId, aboutPersons: false, until: '2025-12-31' as Day, by: 'Head of programme', reference: 'D-7' }] });
    expect(ask([], facts(), decided)).toEqual({ type: 'programme', by: 'Head of programme', reference: 'D-7' });
    expect(ask([], facts({ aboutPersons: true }), decided)).toBeNull();
    expect(ask([], facts({ level: level('R-UE') }), decided)).toBeNull();
    expect(ask([], facts(), decided, Date.UTC(2026, 0, 2))).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import {
  aChannel, aCompartment, aMember, aPerson, aRecordToSend, level, now, someSafeguards, tomorrow, yesterday,
} from '../../test/builders/clearance.ts';
import type { JwgId } from '../ids.ts';
import { decide, decideReceive } from './decide.ts';
import type { Channel, CompartmentFacts, PersonFacts, Reason, ReasonCode, RecordFacts } from './decision.ts';

interface Obstacle {
  readonly record?: Partial<RecordFacts>;
  readonly safeguards?: Readonly<Record<string, unknown>>;
  readonly compartment?: Partial<CompartmentFacts>;
  readonly channel?: Partial<Channel>;
  readonly person?: Partial<PersonFacts>;
}

function decided(...obstacles: readonly Obstacle[]) {
  const merged = <Part extends keyof Obstacle>(part: Part) => Object.assign({}, ...obstacles.map((one) => one[part] ?? {})) as NonNullable<Obstacle[Part]>;
  const record = aRecordToSend({ safeguards: someSafeguards(merged('safeguards')), ...merged('record') });
  return decide(record, aCompartment(merged('compartment')), aChannel(merged('channel')), aPerson(merged('person')), now);
}

function reasons(...obstacles: readonly Obstacle[]): readonly Reason[] {
  const decision = decided(...obstacles);
  return decision.verdict === 'held' ? decision.reasons : [];
}

const C = level('C-UE');
const sensitive = level('SENSITIVE');
const secret: Obstacle = { record: { level: C } };

/** One row for every reason that a record with a group can have: what alone brings it about, and how it is told. */
const table: readonly (readonly [ReasonCode, string, Obstacle, Reason])[] = [
  ['draft', 'it is still being written', { record: { draft: true } }, { code: 'draft' }],
  ['handling-h3', 'nobody confirmed the restriction for this group', { safeguards: { handling: [{ code: 'H3', restriction: 'Not before the arrests' }], h3ConfirmedFor: ['jwg-2'] } }, { code: 'handling-h3', restriction: 'Not before the arrests', jwg: 'JWG Trafficking' }],
  ['no-transfer-ground', 'it is about persons and has no ground', { safeguards: { aboutPersons: true } }, { code: 'no-transfer-ground', jwg: 'JWG Trafficking' }],
  ['not-releasable', 'a member is outside the list', { safeguards: { originator: 'Procura di Bari', releasableTo: ['ITA'] } }, { code: 'not-releasable', outside: ['ALB SPAK'], originator: 'Procura di Bari' }],
  ['handling-h2', 'the provider has permitted nothing', { safeguards: { handling: [{ code: 'H2', provider: 'Europol' }] } }, { code: 'handling-h2', provider: 'Europol' }],
  ['release-not-confirmed', 'the second person is missing', { record: { releaseConfirmed: false } }, { code: 'release-not-confirmed', jwg: 'JWG Trafficking' }],
  ['above-channel', 'the channel is accredited lower', { channel: { accreditation: level('UNCLASSIFIED') } }, { code: 'above-channel', level: sensitive, channel: level('UNCLASSIFIED') }],
  ['not-briefed', 'the briefing is over', { ...secret, person: { briefing: { acknowledged: yesterday, until: yesterday } } }, { code: 'not-briefed', level: C, expiredOn: yesterday }],
  ['embargo', 'the day has not come', { safeguards: { embargo: tomorrow } }, { code: 'embargo', until: tomorrow }],
  ['profile-expired', 'the profile is over', { person: { profileValidUntil: now } }, { code: 'profile-expired', since: now }],
  ['no-key', 'the key is not here', { compartment: { hasCurrentKey: false } }, { code: 'no-key', jwg: 'JWG Trafficking' }],
  ['not-in-group', 'the person is in another group', { person: { memberOf: ['jwg-2' as JwgId] } }, { code: 'not-in-group', jwg: 'JWG Trafficking' }],
  ['no-data-protection', 'the group has no controller', { safeguards: { aboutPersons: true, transferGround: { article: '37-safeguards', explanation: 'Agreement', on: yesterday } }, compartment: { dataProtectionNamed: false } }, { code: 'no-data-protection', jwg: 'JWG Trafficking' }],
  ['above-person', 'the clearance is lower', { ...secret, person: { clearance: { upTo: level('R-UE'), until: tomorrow } } }, { code: 'above-person', level: C, clearance: level('R-UE'), lapsedOn: null }],
  ['above-device', 'the ceiling is lower', { person: { deviceCeiling: level('UNCLASSIFIED') } }, { code: 'above-device', level: sensitive, ceiling: level('UNCLASSIFIED') }],
  ['above-compartment', 'the compartment is lower', { compartment: { marking: level('UNCLASSIFIED') } }, { code: 'above-compartment', level: sensitive, compartment: level('UNCLASSIFIED') }],
  ['history-elsewhere', 'others began it in another group', { record: { historyElsewhere: true } }, { code: 'history-elsewhere', jwg: 'JWG Trafficking' }],
  ['limite', 'it may not leave the Union', { safeguards: { limite: true } }, { code: 'limite', jwg: 'JWG Trafficking' }],
];

describe('a record that may go', () => {
  it('is cleared for this compartment and this level', () => {
    expect(decided()).toEqual({ verdict: 'cleared', cleared: { record: 'record-1', compartment: 'compartment-1', level: 'SENSITIVE' } });
    expect(decided({ record: { level: level('TS-UE') } }).verdict).toBe('cleared');
  });
});

describe('a record is held', () => {
  it.each(table)('%s: when %s', (_code, _when, obstacle, reason) => {
    expect(reasons(obstacle)).toEqual([reason]);
  });

  it('for all reasons that apply, in the order in which a person can act on them', () => {
    const everything = table.map(([, , obstacle]) => obstacle);
    const codes = reasons(...everything, secret, { safeguards: { transferGround: null, handling: [{ code: 'H2' }, { code: 'H3' }] } }).map((reason) => reason.code);
    expect(codes).toEqual(table.map(([code]) => code));
  });

  it.each(table.flatMap((one, index) => table.slice(index + 1).map((other) => [one[0], other[0], one, other] as const)))(
    '%s and %s are given together',
    (_one, _other, [firstCode, , first], [secondCode, , second]) => {
      const handling = [first, second].flatMap((one) => one.safeguards?.['handling'] ?? []);
      const codes = reasons(first, second, { safeguards: handling.length > 0 ? { handling } : {} }).map((reason) => reason.code);
      // A record that has a transfer ground is the premise of the row about data protection.
      const expected = [firstCode, secondCode].filter((code) => code !== 'no-transfer-ground' || secondCode !== 'no-data-protection');
      expect(codes).toEqual(expect.arrayContaining(expected));
    },
  );

  it('when it names no group, and for all that can be said without one', () => {
    const record = aRecordToSend({ level: C, draft: true, safeguards: someSafeguards({ embargo: tomorrow }) });
    const nobody = aPerson({ clearance: null, briefing: null, deviceCeiling: sensitive, profileValidUntil: 0 });
    const decision = decide(record, null, aChannel({ network: null }), nobody, now);
    const codes = decision.verdict === 'held' ? decision.reasons.map((reason) => reason.code) : [];
    expect(codes).toEqual(['no-group', 'draft', 'above-channel', 'not-briefed', 'embargo', 'profile-expired', 'above-person', 'above-device']);
    expect(decide(aRecordToSend(), null, aChannel(), aPerson(), now)).toEqual({ verdict: 'held', reasons: [{ code: 'no-group' }] });
  });
});

describe('the channel', () => {
  it.each<[string, Partial<Channel>]>([
    ['is not recognised', { network: null }],
    ['is accredited to nothing', { accreditation: null }],
    ['was lowered to nothing', { loweredTo: 'nothing' }],
    ['was lowered to less', { loweredTo: level('UNCLASSIFIED') }],
    ['has an accreditation that nobody knows', { accreditation: level('COSMIC') }],
    ['was lowered to what nobody knows', { loweredTo: level('COSMIC') }],
    ['cannot be raised', { accreditation: level('UNCLASSIFIED'), loweredTo: level('TS-UE') }],
    ['cannot be raised from what nobody knows', { accreditation: level('COSMIC'), loweredTo: level('TS-UE') }],
  ])('holds when it %s', (_what, channel) => {
    expect(reasons({ channel }).map((reason) => reason.code)).toEqual(['above-channel']);
  });

  it('accredited to nothing carries not even what is unclassified', () => {
    expect(reasons({ record: { level: level('UNCLASSIFIED') }, channel: { accreditation: null } })).toEqual([
      { code: 'above-channel', level: level('UNCLASSIFIED'), channel: null },
    ]);
  });
});

describe('the person', () => {
  it('needs no clearance below C-UE/EU-C and no briefing below R-UE/EU-R', () => {
    const person = { clearance: null, briefing: null };
    expect(reasons({ person })).toEqual([]);
    expect(reasons({ person, record: { level: level('R-UE') } }).map((reason) => reason.code)).toEqual(['not-briefed']);
    expect(reasons({ person, record: { level: C } }).map((reason) => reason.code)).toEqual(['not-briefed', 'above-person']);
  });

  it('whose clearance has lapsed is told when', () => {
    const person = { clearance: { upTo: level('TS-UE'), until: yesterday } };
    expect(reasons({ ...secret, person })).toEqual([{ code: 'above-person', level: C, clearance: level('TS-UE'), lapsedOn: yesterday }]);
  });

  it('is not briefed by a briefing that is still to be acknowledged', () => {
    const person = { briefing: { acknowledged: tomorrow, until: tomorrow } };
    expect(reasons({ ...secret, person })).toEqual([{ code: 'not-briefed', level: C, expiredOn: null }]);
  });
});

describe('release', () => {
  const consent = { by: 'Procura di Bari', on: yesterday, reference: 'n. 12', covers: 'release', recipients: ['SPAK'] };
  const safeguards = { originator: 'Procura di Bari', releasableTo: ['ITA'] };
  const codes = (given: Readonly<Record<string, unknown>>) => reasons({ safeguards: { ...safeguards, ...given } }).map((reason) => reason.code);

  it('reaches countries and institutions on the list, and those with a consent', () => {
    expect(codes({ releasableTo: ['ITA', 'ALB'] })).toEqual([]);
    expect(codes({ releasableTo: ['ITA', ' spak '] })).toEqual([]);
    expect(codes({ consents: [consent] })).toEqual([]);
    expect(codes({ consents: [{ ...consent, by: ' procura di BARI' }] })).toEqual([]);
  });

  it.each<[string, object]>([
    ['of someone else', { by: 'Procura di Roma' }],
    ['of tomorrow', { on: tomorrow }],
    ['for others', { recipients: ['MNE'] }],
    ['for nobody', { recipients: [] }],
    ['for an empty name', { recipients: [''] }],
    ['to disseminate', { covers: 'dissemination' }],
  ])('is not given by a consent %s', (_what, other) => {
    expect(codes({ consents: [{ ...consent, ...other }] })).toEqual(['not-releasable']);
  });

  it('to nobody holds, and without a list the group decides', () => {
    expect(codes({ releasableTo: [] })).toEqual(['not-releasable']);
    expect(codes({ releasableTo: null })).toEqual([]);
  });

  it('names each one outside once', () => {
    const compartment = { members: [aMember('ALB', 'SPAK'), aMember('ALB', 'SPAK'), aMember('MNE', 'SDT')] };
    expect(reasons({ safeguards, compartment })).toMatchObject([{ outside: ['ALB SPAK', 'MNE SDT'] }]);
  });
});

describe('handling codes', () => {
  const permission = { by: 'Europol', on: yesterday, reference: 'SIENA 77', covers: 'dissemination', recipients: [] };
  const h2 = { code: 'H2', provider: 'Europol' };
  const codes = (given: Readonly<Record<string, unknown>>) => reasons({ safeguards: given }).map((reason) => reason.code);

  it('H0 and H1 do not hold the pouch', () => {
    expect(codes({ handling: [{ code: 'H0' }, { code: 'H1', provider: 'Europol' }] })).toEqual([]);
  });

  it('H2 asks the permission of its provider, for all who would get it', () => {
    expect(codes({ handling: [h2], consents: [permission] })).toEqual([]);
    expect(codes({ handling: [h2], consents: [{ ...permission, recipients: ['ITA', 'SPAK'] }] })).toEqual([]);
    expect(codes({ handling: [h2], consents: [{ ...permission, recipients: ['ITA'] }] })).toEqual(['handling-h2']);
    expect(codes({ handling: [h2], consents: [{ ...permission, by: 'Eurojust' }] })).toEqual(['handling-h2']);
    expect(codes({ handling: [h2, { ...h2, provider: 'SELEC' }], consents: [permission] })).toEqual(['handling-h2']);
    expect(codes({ handling: [{ code: 'H2' }], consents: [permission] })).toEqual([]);
  });

  it('H3 asks a person to confirm for this group', () => {
    expect(codes({ handling: [{ code: 'H3', restriction: 'x' }], h3ConfirmedFor: ['jwg-1'] })).toEqual([]);
    expect(codes({ handling: [{ code: 'H3', restriction: 'x' }, { code: 'H3', restriction: 'y' }] })).toEqual(['handling-h3', 'handling-h3']);
  });
});

describe('the rest', () => {
  it('lets a draft go that its author shares', () => {
    expect(reasons({ record: { draft: true, sharedDraft: true } })).toEqual([]);
  });

  it('holds a record whose level nobody knows, wherever it would go', () => {
    const everything = level('COSMIC');
    const codes = reasons({
      record: { level: everything },
      compartment: { marking: everything },
      channel: { accreditation: everything },
      person: { deviceCeiling: everything, clearance: { upTo: everything, until: tomorrow } },
    }).map((reason) => reason.code);
    expect(codes).toEqual(['above-channel', 'above-person', 'above-device', 'above-compartment']);
  });

  it('asks no ground and lets LIMITE pass where there is no third country', () => {
    expect(reasons({ safeguards: { aboutPersons: true, limite: true }, compartment: { includesThirdCountries: false } })).toEqual([]);
  });

  it('asks no second person where the profile does not', () => {
    expect(reasons({ record: { releaseConfirmed: false }, compartment: { fourEyes: false } })).toEqual([]);
  });

  it('clears nothing that depends on a date on a machine that has none', () => {
    const record = aRecordToSend({ safeguards: someSafeguards({ embargo: yesterday }), level: C });
    const decision = decide(record, aCompartment(), aChannel(), aPerson(), Number.NaN);
    expect(decision.verdict === 'held' && decision.reasons.map((reason) => reason.code)).toEqual(['not-briefed', 'embargo', 'profile-expired', 'above-person']);
  });
});

describe('receiving', () => {
  function refused(compartment: Partial<CompartmentFacts>, channel: Partial<Channel> = {}, person: Partial<PersonFacts> = {}) {
    const decision = decideReceive(aCompartment(compartment), aChannel(channel), aPerson(person), now);
    return decision.verdict === 'held' ? decision.reasons.map((reason) => reason.code) : [];
  }

  it('is cleared when nothing is in the way', () => {
    expect(decideReceive(aCompartment(), aChannel(), aPerson(), now)).toEqual({
      verdict: 'cleared',
      cleared: { compartment: 'compartment-1', level: 'TS-UE' },
    });
  });

  it.each<[ReasonCode, Partial<CompartmentFacts>, Partial<Channel>, Partial<PersonFacts>]>([
    ['above-channel', {}, { accreditation: sensitive }, {}],
    ['not-briefed', {}, {}, { briefing: null }],
    ['profile-expired', {}, {}, { profileValidUntil: now - 1 }],
    ['no-key', { hasCurrentKey: false }, {}, {}],
    ['not-in-group', {}, {}, { memberOf: [] }],
    ['above-person', {}, {}, { clearance: null }],
    ['above-device', {}, {}, { deviceCeiling: sensitive }],
  ])('is refused: %s', (code, compartment, channel, person) => {
    expect(refused(compartment, channel, person)).toEqual([code]);
  });

  it('is refused for all reasons at once', () => {
    const codes = refused({ hasCurrentKey: false }, { network: null }, { memberOf: [], clearance: null, briefing: null, deviceCeiling: sensitive, profileValidUntil: 0 });
    expect(codes).toEqual(['above-channel', 'not-briefed', 'profile-expired', 'no-key', 'not-in-group', 'above-person', 'above-device']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aChannel, aCompartment, aMember, aPerson, aRecordToSend, level, now, someSafeguards, today, tomorrow, yesterday } from '../../test/builders/clearance.ts';
import type { JwgId, NetworkId } from '../ids.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import type { Marking } from '../markings/marking.ts';
import type { Safeguards } from '../records/parts.ts';
import { decide, decideOpening, decideReceive } from './decide.ts';
import type { Channel, CompartmentFacts, PersonFacts, RecordFacts } from './decision.ts';

interface Facts {
  readonly record: RecordFacts;
  readonly compartment: CompartmentFacts;
  readonly channel: Channel;
  readonly person: PersonFacts;
}

/** Mostly nothing in the way, so that what clears is seen as often as what holds. */
function mostly<Value>(clear: Value, any: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 7, arbitrary: fc.constant(clear) }, { weight: 2, arbitrary: any });
}

const marking = fc.constantFrom(...defaultScheme.markings);
const limit = mostly(level('TS-UE'), marking);
const day = fc.constantFrom(yesterday, today, tomorrow);
const members = [aMember('ITA', 'Procura di Bari'), aMember('ALB', 'SPAK'), aMember('MNE', 'SDT')];
const names = fc.subarray(['ITA', 'ALB', 'MNE', 'SPAK', 'SDT'], { minLength: 1 });
const consents = fc.array(
  fc.record({ by: fc.constantFrom('BKA', 'Europol'), on: mostly(yesterday, day), reference: fc.constant('r'), covers: fc.constantFrom('release', 'dissemination', 'judicial-use'), recipients: names }),
  { maxLength: 3 },
);
const codes = fc.subarray([{ code: 'H0' }, { code: 'H1' }, { code: 'H2', provider: 'Europol' }, { code: 'H3', restriction: 'x' }], { maxLength: 2 });
const ground = { article: '37-safeguards', explanation: 'x', on: yesterday };

const safeguards: fc.Arbitrary<Safeguards> = fc
  .record({
    originator: fc.constantFrom('', 'BKA'),
    handling: mostly<{ code: string }[]>([], codes),
    releasableTo: mostly<string[] | null>(null, names),
    consents,
    aboutPersons: fc.boolean(),
    transferGround: mostly<object | null>(ground, fc.oneof(fc.constant(null), day.map((on) => ({ ...ground, on })))),
    embargo: mostly<string | null>(null, day),
    h3ConfirmedFor: mostly(['jwg-1'], fc.subarray(['jwg-1', 'jwg-2'])),
    limite: mostly(false, fc.boolean()),
  })
  .map(someSafeguards);

const facts: fc.Arbitrary<Facts> = fc.record({
  record: fc
    .record({ level: marking, draft: mostly(false, fc.boolean()), sharedDraft: fc.boolean(), releaseConfirmed: mostly(true, fc.boolean()), safeguards })
    .map(aRecordToSend),
  compartment: fc
    .record({
      marking: limit,
      members: fc.subarray(members),
      includesThirdCountries: fc.boolean(),
      fourEyes: fc.boolean(),
      dataProtectionNamed: mostly(true, fc.boolean()),
      hasCurrentKey: mostly(true, fc.boolean()),
    })
    .map(aCompartment),
  channel: fc
    .record({
      accreditation: mostly<Marking | null>(level('TS-UE'), fc.oneof(marking, fc.constant(null))),
      loweredTo: mostly<Channel['loweredTo']>(null, fc.oneof(marking, fc.constant('nothing' as const))),
    })
    .map(aChannel),
  person: fc
    .record({
      memberOf: mostly<readonly JwgId[]>(['jwg-1' as JwgId], fc.constant([])),
      clearance: mostly<PersonFacts['clearance']>({ upTo: level('TS-UE'), until: today }, fc.oneof(fc.constant(null), fc.record({ upTo: marking, until: day }))),
      briefing: mostly<PersonFacts['briefing']>({ acknowledged: today, until: today }, fc.oneof(fc.constant(null), fc.record({ acknowledged: day, until: day }))),
      deviceCeiling: limit,
      profileValidUntil: mostly(now + 1, fc.constant(now)),
    })
    .map(aPerson),
});

const lower = (one: Marking): Marking => defaultScheme.markings.findLast((other) => other.rank < one.rank) ?? one;
const higher = (one: Marking): Marking => defaultScheme.markings.find((other) => other.rank > one.rank) ?? one;

const onSafeguards = (change: (given: Safeguards) => Partial<Safeguards>) => (given: Facts): Facts => ({
  ...given,
  record: { ...given.record, safeguards: { ...given.record.safeguards, ...change(given.record.safeguards) } },
});
const onRecord = (change: (given: RecordFacts) => Partial<RecordFacts>) => (given: Facts): Facts => ({ ...given, record: { ...given.record, ...change(given.record) } });
const onGroup = (change: (given: CompartmentFacts) => Partial<CompartmentFacts>) => (given: Facts): Facts => ({ ...given, compartment: { ...given.compartment, ...change(given.compartment) } });
const onChannel = (change: (given: Channel) => Partial<Channel>) => (given: Facts): Facts => ({ ...given, channel: { ...given.channel, ...change(given.channel) } });
const onPerson = (change: (given: PersonFacts) => Partial<PersonFacts>) => (given: Facts): Facts => ({ ...given, person: { ...given.person, ...change(given.person) } });

/** Everything that only ever restricts. */
const restrictions: Readonly<Record<string, (given: Facts) => Facts>> = {
  'the level goes up': onRecord(({ level: one }) => ({ level: higher(one) })),
  'the level becomes unknown': onRecord(() => ({ level: level('COSMIC') })),
  'it becomes a draft again': onRecord(() => ({ draft: true })),
  'the draft is no longer shared': onRecord(() => ({ sharedDraft: false })),
  'the second person withdraws': onRecord(() => ({ releaseConfirmed: false })),
  'the list gets shorter': onSafeguards(({ releasableTo }) => ({ releasableTo: releasableTo?.slice(1) ?? ['ITA'] })),
  'the list becomes empty': onSafeguards(() => ({ releasableTo: [] })),
  'a consent is withdrawn': onSafeguards(({ consents }) => ({ consents: consents.slice(1) })),
  'a consent is narrowed': onSafeguards(({ consents }) => ({ consents: consents.map((one) => (one.recipients.length > 1 ? { ...one, recipients: one.recipients.slice(1) } : one)) })),
  'H2 is added': onSafeguards(({ handling }) => ({ handling: [...handling, { code: 'H2', provider: 'SELEC' }] })),
  'H3 is added': onSafeguards(({ handling }) => ({ handling: [...handling, { code: 'H3', restriction: 'y' }] })),
  'the confirmation for H3 is withdrawn': onSafeguards(() => ({ h3ConfirmedFor: [] })),
  'it turns out to be about persons': onSafeguards(() => ({ aboutPersons: true })),
  'the ground for transfer falls away': onSafeguards(() => ({ transferGround: null })),
  'an embargo is put on it': onSafeguards(() => ({ embargo: tomorrow })),
  'it turns out to be LIMITE': onSafeguards(() => ({ limite: true })),
  'the compartment is lower': onGroup(({ marking: one }) => ({ marking: lower(one) })),
  'the group gains a member': onGroup(({ members: given }) => ({ members: [...given, aMember('SRB', 'TOK')], includesThirdCountries: true })),
  'the group gains a third country': onGroup(() => ({ includesThirdCountries: true })),
  'the group asks for four eyes': onGroup(() => ({ fourEyes: true })),
  'the group loses its controller': onGroup(() => ({ dataProtectionNamed: false })),
  'the key is gone': onGroup(() => ({ hasCurrentKey: false })),
  'the network is not recognised': onChannel(() => ({ network: null })),
  'the channel is accredited lower': onChannel(({ accreditation }) => ({ accreditation: accreditation === null ? null : lower(accreditation) })),
  'the channel loses its accreditation': onChannel(() => ({ accreditation: null })),
  'the person lowers the channel': onChannel(({ loweredTo }) => ({ loweredTo: loweredTo === null ? level('R-UE') : loweredTo === 'nothing' ? 'nothing' : lower(loweredTo) })),
  'the person lowers the channel to nothing': onChannel(() => ({ loweredTo: 'nothing' })),
  'the ceiling goes down': onPerson(({ deviceCeiling }) => ({ deviceCeiling: lower(deviceCeiling) })),
  'the clearance goes down': onPerson(({ clearance }) => ({ clearance: clearance === null ? null : { ...clearance, upTo: lower(clearance.upTo) } })),
  'the clearance lapses': onPerson(({ clearance }) => ({ clearance: clearance === null ? null : { ...clearance, until: yesterday } })),
  'the clearance is withdrawn': onPerson(() => ({ clearance: null })),
  'the briefing is out of date': onPerson(({ briefing }) => ({ briefing: briefing === null ? null : { ...briefing, until: yesterday } })),
  'the person leaves the group': onPerson(() => ({ memberOf: [] })),
  'the profile runs out': onPerson(() => ({ profileValidUntil: now })),
};

const maySend = ({ record, compartment, channel, person }: Facts) => decide(record, compartment, channel, person, now).verdict === 'cleared';
const mayReceive = ({ compartment, channel, person }: Facts) => decideReceive(compartment, channel, person, now).verdict === 'cleared';

describe('raising a restriction never clears more', () => {
  it.each(Object.keys(restrictions))('%s', (name) => {
    const restrict = restrictions[name] ?? ((given: Facts) => given);
    fc.assert(
      fc.property(facts, (given) => {
        const restricted = restrict(given);
        expect(maySend(restricted) && !maySend(given)).toBe(false);
        // A compartment of a lower marking asks less of whoever fetches it: that is no restriction on arriving.
        if (name !== 'the compartment is lower') expect(mayReceive(restricted) && !mayReceive(given)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('nor do any number of them together', () => {
    const several = fc.array(fc.constantFrom(...Object.entries(restrictions)), { maxLength: 6 });
    fc.assert(
      fc.property(facts, several, (given, chosen) => {
        const restricted = chosen.reduce((before, [, restrict]) => restrict(before), given);
        expect(maySend(restricted) && !maySend(given)).toBe(false);
      }),
      { numRuns: 4000 },
    );
  });

  it('is seen in cases that are cleared as well as in ones that are held', () => {
    const sample = fc.sample(facts, { numRuns: 2000, seed: 7 });
    const cleared = sample.filter(maySend).length;
    expect(cleared).toBeGreaterThan(sample.length / 10);
    expect(sample.length - cleared).toBeGreaterThan(sample.length / 10);
  });
});

describe('every decision', () => {
  it('is total: cleared, or held for at least one reason and none twice', () => {
    fc.assert(
      fc.property(facts, fc.double(), ({ record, compartment, channel, person }, when) => {
        const decision = decide(record, compartment, channel, person, when);
        const codes = decision.verdict === 'held' ? decision.reasons.map((reason) => reason.code) : ['cleared'];
        expect(codes.length).toBeGreaterThan(0);
        expect(new Set(codes).size).toBe(codes.length);
      }),
    );
  });

  it('never clears what this device could not have written, or this channel cannot carry', () => {
    fc.assert(
      fc.property(facts, (given) => {
        fc.pre(maySend(given));
        const rank = given.record.level.rank;
        expect(rank).toBeLessThanOrEqual(given.person.deviceCeiling.rank);
        expect(rank).toBeLessThanOrEqual(given.channel.accreditation?.rank ?? -1);
        expect(rank).toBeLessThanOrEqual(given.compartment.marking.rank);
      }),
    );
  });

  it('lets what lies here be opened exactly when it could be fetched over a channel that carries everything', () => {
    fc.assert(
      fc.property(facts, ({ compartment, person, channel }) => {
        const best = { ...channel, accreditation: compartment.marking, loweredTo: null, network: 'office' as NetworkId };
        expect(decideOpening(compartment, person, now).verdict).toBe(decideReceive(compartment, best, person, now).verdict);
      }),
    );
  });
});

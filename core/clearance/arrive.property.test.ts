import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CompartmentId, CountryCode, DeviceId, LetterHash, PersonId } from '../ids.ts';
import type { Verdict } from '../letters/verdict.ts';
import { decideArrival, type ArrivalRules, type ArrivingLetter } from './arrive.ts';

const [ana, ben, milica, gone] = ['ana', 'ben', 'milica', 'gone'] as [PersonId, PersonId, PersonId, PersonId];
const hash = (digit: string) => digit.repeat(64) as LetterHash;
const deviceOf = (person: PersonId) => `${person}-laptop` as DeviceId;

const aLetter = (parts: Partial<ArrivingLetter> = {}): ArrivingLetter => ({ hash: hash('a'), device: deviceOf(ana), number: 7, person: ana, country: 'HRV' as CountryCode, isFork: false, ...parts });
const aVerdict = (person: PersonId, says: Verdict['says'] = 'accept', parts: Partial<Verdict> = {}): Verdict => ({
  v: 1, compartment: 'c' as CompartmentId, letters: [hash('a')], says, person, device: deviceOf(person), at: 100, ...parts,
});
const rules = (parts: Partial<ArrivalRules> = {}, verdicts: readonly Verdict[] = []): ArrivalRules => ({
  cutOffs: new Map(),
  quarantineThirdCountries: false,
  administrators: [],
  isMember: (person, at) => person !== gone || at < 50,
  verdictsOn: (letter) => verdicts.filter((one) => one.letters.includes(letter)),
  ...parts,
});
const cutOff = (number: number, last = hash('f')) => new Map([[deviceOf(ana), { number, hash: last }]]);

describe('what comes after a removed device’s last letter', () => {
  test.each([
    ['before it', 6, 'taken'], ['the last itself', 7, 'taken'], ['after it', 8, 'quarantined'],
  ] as const)('%s', (_what, number, verdict) => {
    expect(decideArrival(aLetter({ number, hash: number === 7 ? hash('f') : hash('a') }), rules({ cutOffs: cutOff(7) })).verdict).toBe(verdict);
  });

  test('also in the last one’s place, beside another under an earlier number, and from a device that had sent none', () => {
    expect(decideArrival(aLetter({ number: 7 }), rules({ cutOffs: cutOff(7) })).verdict).toBe('quarantined');
    expect(decideArrival(aLetter({ number: 3, isFork: true }), rules({ cutOffs: cutOff(7) })).verdict).toBe('quarantined');
    expect(decideArrival(aLetter({ number: 1 }), rules({ cutOffs: new Map([[deviceOf(ana), null]]) })).verdict).toBe('quarantined');
    expect(decideArrival(aLetter({ number: 3, isFork: true }), rules()).verdict).toBe('taken');
  });

  test('is released by another current member, and by nobody else', () => {
    const decide = (verdict: Verdict, cutOffs: ArrivalRules['cutOffs'] = cutOff(5)) => decideArrival(aLetter(), rules({ cutOffs }, [verdict])).verdict;
    expect(decide(aVerdict(ben))).toBe('taken');
    expect(decide(aVerdict(ana, 'accept', { device: 'her-other-laptop' as DeviceId }))).toBe('quarantined');
    expect(decide(aVerdict(gone))).toBe('quarantined');
    expect(decide(aVerdict(gone, 'accept', { at: 40 }))).toBe('taken');
    expect(decide(aVerdict(ben), new Map([...cutOff(5), [deviceOf(ben), null] as const]))).toBe('quarantined');
    expect(decide(aVerdict(ben, 'accept', { letters: [hash('b')] }))).toBe('quarantined');
  });
});

describe('what a third country’s member sends', () => {
  const serbian = aLetter({ person: milica, device: deviceOf(milica), country: 'SRB' as CountryCode });
  const asked = { quarantineThirdCountries: true, administrators: [ben] };

  test('waits for the administrator where the profile says so', () => {
    expect(decideArrival(serbian, rules()).verdict).toBe('taken');
    expect(decideArrival(serbian, rules(asked))).toEqual({ verdict: 'quarantined', reasons: ['third-country'], rejected: false });
    expect(decideArrival(aLetter(), rules(asked)).verdict).toBe('taken');
    expect(decideArrival(serbian, rules(asked, [aVerdict(ana)])).verdict).toBe('quarantined');
    expect(decideArrival(serbian, rules(asked, [aVerdict(ben)])).verdict).toBe('taken');
  });

  test('an administrator’s own letters need nobody’s leave', () => {
    expect(decideArrival(serbian, rules({ ...asked, administrators: [milica] })).verdict).toBe('taken');
  });

  test('two reasons are lifted each on its own', () => {
    const both = { ...asked, cutOffs: new Map([[deviceOf(milica), null]]) };
    expect(decideArrival(serbian, rules(both, [aVerdict(ana)]))).toMatchObject({ reasons: ['third-country'] });
    expect(decideArrival(serbian, rules(both, [aVerdict(ben)])).verdict).toBe('taken');
  });

  test('a rejection is shown, counts only from who may give it, and is no end', () => {
    expect(decideArrival(serbian, rules(asked, [aVerdict(ana, 'reject')]))).toMatchObject({ rejected: false });
    expect(decideArrival(serbian, rules(asked, [aVerdict(ben, 'reject')]))).toMatchObject({ rejected: true });
    expect(decideArrival(serbian, rules(asked, [aVerdict(ben, 'reject'), aVerdict(ben)])).verdict).toBe('taken');
  });
});

describe('whatever comes, in whatever order', () => {
  const person = fc.constantFrom(ana, ben, milica, gone);
  const verdicts = fc.array(fc.record({ person, says: fc.constantFrom('accept' as const, 'reject' as const), at: fc.constantFrom(10, 60, 100) }).map(({ person: by, says, at }) => aVerdict(by, says, { at })), { maxLength: 6 });
  const letters = fc.record({ person, number: fc.integer({ min: 1, max: 9 }), country: fc.constantFrom('HRV', 'SRB'), isFork: fc.boolean() }).map((parts) => aLetter({ ...parts, country: parts.country as CountryCode, device: deviceOf(parts.person) }));
  const known = fc.record({
    quarantineThirdCountries: fc.boolean(),
    administrators: fc.subarray([ana, ben, milica]),
    cutOffs: fc.subarray([ana, ben, milica]).map((some) => new Map(some.map((one) => [deviceOf(one), { number: 5, hash: hash('f') }]))),
  });

  test('more verdicts never take back what was let in, and their order decides nothing', () => {
    fc.assert(
      fc.property(letters, known, verdicts, verdicts, (letter, parts, some, more) => {
        const before = decideArrival(letter, rules(parts, some));
        const after = decideArrival(letter, rules(parts, [...some, ...more]));
        if (before.verdict === 'taken') expect(after.verdict).toBe('taken');
        expect(decideArrival(letter, rules(parts, [...more, ...some]))).toEqual(after);
      }),
    );
  });

  test('nobody lets in their own', () => {
    fc.assert(
      fc.property(letters, known, verdicts, (letter, parts, some) => {
        const without = decideArrival(letter, rules(parts, some.filter((one) => one.person !== letter.person)));
        expect(decideArrival(letter, rules(parts, some))).toEqual(without);
      }),
    );
  });
});

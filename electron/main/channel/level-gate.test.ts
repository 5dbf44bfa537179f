import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { Day, MarkingId } from '../../../core/ids.ts';
import { defaultScheme as scheme } from '../../../core/markings/default-scheme.ts';
import { anOrganisation, aProfile } from '../../../test/builders/organisations.ts';
import { ceilingWithin, passGate, trustOf, type Gate } from './level-gate.ts';

beforeAll(() => cryptoReady);

const id = (text: string) => text as MarkingId;
const gate = (accreditation: string | null, loweredTo: string | null = null, ceiling = 'R-UE'): Gate => ({
  scheme, trust: trustOf(scheme, accreditation, loweredTo), closed: loweredTo === 'nothing', ceiling: id(ceiling),
});

test.each([
  ['SENSITIVE', gate('SENSITIVE'), 'passes'],
  ['UNCLASSIFIED', gate('SENSITIVE'), 'passes'],
  ['R-UE', gate('SENSITIVE'), 'above-channel'],
  ['R-UE', gate('R-UE'), 'passes'],
  ['R-UE', gate('R-UE', null, 'SENSITIVE'), 'above-device'],
  ['R-UE', gate('R-UE', 'SENSITIVE'), 'above-channel'],
  ['UNCLASSIFIED', gate('R-UE', 'nothing'), 'above-channel'],
  ['UNCLASSIFIED', gate(null), 'above-channel'],
  ['UNCLASSIFIED', gate('R-UE', 'no such marking'), 'above-channel'],
  ['no such marking', gate('R-UE'), 'above-device'],
  ['no such marking', gate('R-UE', null, 'no such marking'), 'above-device'],
  [null, gate(null), 'passes'],
  [null, gate('R-UE', 'nothing'), 'above-channel'],
] as const)('a database at %s', (marking, at, verdict) => {
  expect(passGate(marking === null ? null : id(marking), at)).toBe(verdict);
});

test('lowering never lets more through, whatever it is lowered to', () => {
  const marking = fc.constantFrom(...scheme.markings.map((one) => one.id as string));
  const lowering = fc.oneof(marking, fc.constant('nothing'), fc.string());
  fc.assert(
    fc.property(marking, fc.oneof(marking, fc.constant(null)), lowering, marking, (level, accreditation, loweredTo, ceiling) => {
      const before = passGate(id(level), gate(accreditation, null, ceiling));
      const after = passGate(id(level), gate(accreditation, loweredTo, ceiling));
      if (before !== 'passes') expect(after).not.toBe('passes');
    }),
  );
});

test('the page’s ceiling counts only as far as the profile gives it to somebody, today', () => {
  const plain = aProfile(anOrganisation());
  const accredited = aProfile(anOrganisation(), {
    accreditations: [{ devices: null, by: 'NSA', reference: '1/2026', marking: id('R-UE'), until: '2026-12-31' as Day }],
  });
  expect(ceilingWithin(plain, id('TS-UE'), '2026-11-24')).toBe('SENSITIVE');
  expect(ceilingWithin(plain, id('UNCLASSIFIED'), '2026-11-24')).toBe('UNCLASSIFIED');
  expect(ceilingWithin(accredited, id('TS-UE'), '2026-11-24')).toBe('R-UE');
  expect(ceilingWithin(accredited, id('R-UE'), '2026-12-31')).toBe('R-UE');
  expect(ceilingWithin(accredited, id('R-UE'), '2027-01-01')).toBe('SENSITIVE');
  expect(ceilingWithin(accredited, id('no such marking'), '2026-11-24')).toBe('R-UE');
});

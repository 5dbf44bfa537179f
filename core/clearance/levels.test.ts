import { beforeAll, describe, expect, it } from 'vitest';
import { anEdit } from '../../test/builders/changes.ts';
import { aCompartment, level } from '../../test/builders/clearance.ts';
import { cryptoReady } from '../crypto/sodium.ts';
import type { JwgId } from '../ids.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import { compartmentFor, levelOf } from './levels.ts';
import { mayWrite } from './write.ts';

beforeAll(() => cryptoReady);

describe('the level of a letter', () => {
  it('is the highest among its changes', () => {
    const changes = ['UNCLASSIFIED', 'R-UE', 'SENSITIVE'].map((one) => anEdit({}, { level: one }));
    const [first = anEdit({}), ...others] = changes;
    expect(levelOf(defaultScheme, [first, ...others]).id).toBe('R-UE');
    expect(levelOf(defaultScheme, [anEdit({}, { level: 'COSMIC' }), first]).id).toBe('COSMIC');
  });
});

describe('the compartment of a record', () => {
  const group = 'jwg-1' as JwgId;
  const compartments = [aCompartment({ marking: level('SENSITIVE') }), aCompartment({ marking: level('R-UE') }), aCompartment({ jwg: 'jwg-2' as JwgId, marking: level('S-UE') })];

  it('is that of its group at its level', () => {
    expect(compartmentFor(group, level('R-UE'), compartments)).toBe(compartments[1]);
  });

  it('is none without a group, or at a level that the group has not', () => {
    expect(compartmentFor(null, level('R-UE'), compartments)).toBeNull();
    expect(compartmentFor(group, level('S-UE'), compartments)).toBeNull();
    expect(compartmentFor(group, level('UNCLASSIFIED'), compartments)).toBeNull();
  });
});

describe('writing', () => {
  it.each([
    ['SENSITIVE', 'SENSITIVE', true],
    ['UNCLASSIFIED', 'SENSITIVE', true],
    ['R-UE', 'SENSITIVE', false],
    ['COSMIC', 'TS-UE', false],
    ['UNCLASSIFIED', 'COSMIC', false],
    ['COSMIC', 'COSMIC', false],
  ])('%s under a ceiling of %s: %s', (one, ceiling, may) => {
    expect(mayWrite(level(one), level(ceiling))).toBe(may);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { cryptoReady, newSealKey, newSignPair, toBase64Url } from '../crypto/sodium.ts';
import type { CompartmentId, DeviceId, LetterHash, PersonId } from '../ids.ts';
import { openParcel, packStatements } from './parcel.ts';
import { isStatement, openVerdict, writeVerdict, type Verdict } from './verdict.ts';

beforeAll(() => cryptoReady);

const compartment = 'firearms' as CompartmentId;

function aMember() {
  const keys = newSignPair();
  const [person, device] = ['ana' as PersonId, toBase64Url(keys.publicKey) as DeviceId];
  const verdict: Verdict = { v: 1, compartment, letters: ['a'.repeat(64) as LetterHash], says: 'accept', person, device, at: 1 };
  return { verdict, keys, devices: new Map([[device, { person, signKey: keys.publicKey }]]) };
}

const codeOf = (result: ReturnType<typeof openVerdict>) => (result.ok ? 'ok' : result.failure.code);

describe('a verdict', () => {
  test('travels in a parcel of its own and opens as it was written', () => {
    const { verdict, keys, devices } = aMember();
    const place = { compartment, epoch: 1, key: newSealKey<'compartment'>(), uploader: 'm1' };
    const document = packStatements([writeVerdict(verdict, keys.secretKey)], place);
    const opened = openParcel(document, compartment, [place]);
    const [item] = opened.ok ? opened.value.letters : [];
    expect(isStatement(item)).toBe(true);
    const read = openVerdict(item, compartment, devices);
    expect(read.ok && read.value).toEqual(verdict);
  });

  test('that is malformed, forged, of a stranger, in another’s name or for another compartment says nothing', () => {
    const { verdict, keys, devices } = aMember();
    const good = writeVerdict(verdict, keys.secretKey);
    const refused = (item: unknown, known = devices, at = compartment) => codeOf(openVerdict(item, at, known));
    expect(refused({ statement: 'e30', signature: good.signature })).toBe('verdict-malformed');
    expect(refused({ statement: good.statement })).toBe('verdict-malformed');
    expect(refused({ ...good, signature: `${good.signature.slice(0, -3)}AAA` })).toBe('verdict-bad-signature');
    expect(refused(good, new Map())).toBe('verdict-unknown-signer');
    expect(refused(writeVerdict({ ...verdict, person: 'ben' as PersonId }, keys.secretKey))).toBe('verdict-wrong-person');
    expect(refused(good, devices, 'drugs' as CompartmentId)).toBe('verdict-wrong-compartment');
  });
});

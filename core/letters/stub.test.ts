import { beforeAll, describe, expect, test } from 'vitest';
import type { SignPair } from '../crypto/keys.ts';
import { cryptoReady, newSealKey, newSignPair, randomId } from '../crypto/sodium.ts';
import type { CompartmentId, DeviceId, LetterHash, ParcelId, RecordId } from '../ids.ts';
import { keyToText } from '../organisation/key-text.ts';
import { openParcel } from './parcel.ts';
import { isStub, openStub, writeStub, type Stub } from './stub.ts';

let office: SignPair;
const compartment = 'arms-sensitive' as CompartmentId;
const parcel = 'a'.repeat(64) as ParcelId;
const letter = { hash: 'b'.repeat(64) as LetterHash, device: 'anas-laptop' as DeviceId, number: 7, previous: 'c'.repeat(64) as LetterHash, record: 'r'.repeat(22) as RecordId };

beforeAll(async () => {
  await cryptoReady;
  office = newSignPair();
});

function aStub(changes: Partial<Stub> = {}): Stub {
  return { v: 1, parcel, compartment, orders: [randomId()], removed: [letter], replacedBy: [], at: 1_700_000_000_000, ...changes };
}

describe('a stub', () => {
  test('says which letters went and by what order, to the members alone', () => {
    const [stub, key] = [aStub(), newSealKey<'compartment'>()];
    const document = writeStub(stub, { epoch: 2, key }, office.secretKey);
    expect(isStub(document)).toBe(true);
    expect(JSON.stringify(document)).not.toContain(letter.hash);
    expect(openStub({ ...document, _rev: '2-a' }, compartment, [{ epoch: 2, key }], keyToText(office.publicKey))).toEqual({ ok: true, value: stub });
    expect(openParcel(document, compartment, [{ epoch: 2, key }]).ok).toBe(false);
  });

  test('is believed only from the organisation, for its parcel and its compartment', () => {
    const key = newSealKey<'compartment'>();
    const keys = [{ epoch: 1, key }];
    const by = (signer: SignPair, changes: Partial<Stub> = {}) => writeStub(aStub(changes), { epoch: 1, key }, signer.secretKey);
    const codeOf = (document: unknown, place = compartment, known = keys) => {
      const opened = openStub(document, place, known, keyToText(office.publicKey));
      return opened.ok ? 'opened' : opened.failure.code;
    };
    expect(codeOf(by(newSignPair()))).toBe('stub-bad-signature');
    expect(codeOf({ ...by(office), _id: 'd'.repeat(64) })).toBe('stub-cannot-open');
    expect(codeOf(by(office), 'drugs-sensitive' as CompartmentId)).toBe('stub-cannot-open');
    expect(codeOf(by(office), compartment, [])).toBe('stub-no-key');
    expect(codeOf({ ...by(office), sealed: 'AAAA' })).toBe('stub-malformed');
    expect(codeOf({ _id: parcel, stub: true })).toBe('stub-malformed');
    expect(codeOf(null)).toBe('stub-malformed');
  });

  test('hides by its size how much went', () => {
    const key = newSealKey<'compartment'>();
    const sizeOf = (count: number) =>
      writeStub(aStub({ removed: Array.from({ length: count }, () => letter) }), { epoch: 1, key }, office.secretKey).sealed.length;
    expect(sizeOf(1)).toBe(sizeOf(3));
  });
});

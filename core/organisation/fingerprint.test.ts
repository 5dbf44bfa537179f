import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { cryptoReady } from '../crypto/sodium.ts';
import { fingerprint } from './fingerprint.ts';

beforeAll(() => cryptoReady);

const key = fc.uint8Array({ minLength: 32, maxLength: 32 });

test('a fingerprint is six groups of five digits', () => {
  fc.assert(fc.property(key, (bytes) => /^\d{5}( \d{5}){5}$/.test(fingerprint(bytes))));
});

test('other keys have other fingerprints, the same key the same one', () => {
  fc.assert(fc.property(key, fc.nat(31), fc.integer({ min: 1, max: 255 }), (bytes, at, bits) => {
    const other = bytes.map((byte, index) => (index === at ? byte ^ bits : byte));
    expect(fingerprint(bytes)).toBe(fingerprint(Uint8Array.from(bytes)));
    expect(fingerprint(other)).not.toBe(fingerprint(bytes));
  }));
});

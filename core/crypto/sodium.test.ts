import { beforeAll, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { derivationFloor } from './keys.ts';
import * as crypto from './sodium.ts';

beforeAll(() => crypto.cryptoReady);

describe('sealing', () => {
  test('what is sealed opens with the same key and context, and only then', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (plain, context) => {
        const key = crypto.newSealKey();
        const sealed = crypto.seal(key, plain, context);
        expect(crypto.open(key, sealed, context)).toEqual({ ok: true, value: plain });
        expect(crypto.open(crypto.newSealKey(), sealed, context).ok).toBe(false);
        expect(crypto.open(key, sealed, `${context}x`).ok).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  test('no altered byte goes unnoticed', () => {
    const key = crypto.newSealKey();
    const sealed = crypto.seal(key, new TextEncoder().encode('Ђорђевић'), 'changes/1');
    for (let at = 0; at < sealed.length; at += 1) {
      const altered = sealed.slice();
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(crypto.open(key, altered, 'changes/1').ok).toBe(false);
    }
  });

  test('bytes too short to be sealed are refused', () => {
    expect(crypto.open(crypto.newSealKey(), new Uint8Array(10), '').ok).toBe(false);
  });

  test('the same text is never sealed to the same bytes', () => {
    const key = crypto.newSealKey();
    const plain = new Uint8Array(40);
    expect(crypto.seal(key, plain, '')).not.toEqual(crypto.seal(key, plain, ''));
  });
});

describe('blind index', () => {
  test('equal under one key, different under another', () => {
    const one = crypto.deriveKey(crypto.newSealKey(), 'an index') as Parameters<typeof crypto.blindIndex>[0];
    const other = crypto.deriveKey(crypto.newSealKey(), 'an index') as Parameters<typeof crypto.blindIndex>[0];
    expect(crypto.blindIndex(one, 'a')).toBe(crypto.blindIndex(one, 'a'));
    expect(crypto.blindIndex(one, 'a')).not.toBe(crypto.blindIndex(one, 'b'));
    expect(crypto.blindIndex(one, 'a')).not.toBe(crypto.blindIndex(other, 'a'));
  });
});

describe('signatures', () => {
  test('bind the message, the signer and the purpose', () => {
    const pair = crypto.newSignPair();
    const message = new TextEncoder().encode('letter 7');
    const signature = crypto.sign(pair.secretKey, 'letter', message);
    expect(crypto.verifySignature(pair.publicKey, 'letter', message, signature)).toBe(true);
    expect(crypto.verifySignature(pair.publicKey, 'profile', message, signature)).toBe(false);
    expect(crypto.verifySignature(crypto.newSignPair().publicKey, 'letter', message, signature)).toBe(false);
    expect(crypto.verifySignature(pair.publicKey, 'letter', new Uint8Array(3), signature)).toBe(false);
  });

  test('keys and signatures of the wrong size are refused, not thrown', () => {
    expect(crypto.verifySignature(new Uint8Array(5), 'letter', new Uint8Array(1), new Uint8Array(64))).toBe(false);
    expect(crypto.verifySignature(crypto.newSignPair().publicKey, 'letter', new Uint8Array(1), new Uint8Array(3))).toBe(false);
  });
});

describe('sealed boxes', () => {
  test('open for the receiver alone', () => {
    const receiver = crypto.newBoxPair();
    const box = crypto.sealBox(receiver.publicKey, new Uint8Array([1, 2, 3]));
    expect(crypto.openBox(receiver, box)).toEqual({ ok: true, value: new Uint8Array([1, 2, 3]) });
    expect(crypto.openBox(crypto.newBoxPair(), box).ok).toBe(false);
  });
});

describe('derivation from a passphrase', () => {
  const salt = new Uint8Array(crypto.passphraseSaltBytes);

  test('is refused below the floor', () => {
    expect(crypto.deriveFromPassphrase('a', salt, { ...derivationFloor, operations: 2 }).ok).toBe(false);
    expect(crypto.deriveFromPassphrase('a', salt, { ...derivationFloor, memory: 1024 * 1024 }).ok).toBe(false);
  });

  test('does not depend on how the keyboard composes a letter', () => {
    const composed = crypto.deriveFromPassphrase('\u0107evapi', salt, derivationFloor);
    const decomposed = crypto.deriveFromPassphrase('c\u0301evapi', salt, derivationFloor);
    expect(composed).toEqual(decomposed);
    expect(crypto.deriveFromPassphrase('cevapi', salt, derivationFloor)).not.toEqual(composed);
  });
});

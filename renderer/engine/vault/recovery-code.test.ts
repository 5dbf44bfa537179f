import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecoveryCode, recoveryBytes, writeRecoveryCode } from './recovery-code.ts';

const keys = fc.uint8Array({ minLength: recoveryBytes, maxLength: recoveryBytes });

describe('the recovery code', () => {
  test('reads back what was written, however it is typed', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const code = writeRecoveryCode(key);
        const asTyped = [
          code, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code.replaceAll('-', '')} `, code.replaceAll('0', 'o'),
          code.replaceAll('1', 'l'), code.replaceAll('1', 'I'), code.replaceAll('-', '–'),
        ];
        for (const typed of asTyped) expect(readRecoveryCode(typed)).toEqual({ ok: true, value: key });
      }),
    );
  });

  test('a wrong character is noticed', () => {
    fc.assert(
      fc.property(keys, fc.nat({ max: 31 }), fc.integer({ min: 1, max: 31 }), (key, at, shift) => {
        const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
        const plain = writeRecoveryCode(key).replaceAll('-', '');
        const wrong = alphabet[(alphabet.indexOf(plain.charAt(at)) + shift) % 32] ?? '';
        expect(readRecoveryCode(plain.slice(0, at) + wrong + plain.slice(at + 1)).ok).toBe(false);
      }),
    );
  });

  test('two exchanged neighbours are noticed', () => {
    fc.assert(
      fc.property(keys, fc.nat({ max: 30 }), (key, at) => {
        const plain = writeRecoveryCode(key).replaceAll('-', '');
        fc.pre(plain[at] !== plain[at + 1]);
        const wrong = plain.slice(0, at) + plain.charAt(at + 1) + plain.charAt(at) + plain.slice(at + 2);
        expect(readRecoveryCode(wrong).ok).toBe(false);
      }),
    );
  });

  test('what is no code is refused', () => {
    for (const typed of ['', '-', 'ABCD', 'a'.repeat(33), 'U'.repeat(33), `${'0'.repeat(32)}é`, '0'.repeat(32)]) {
      expect(readRecoveryCode(typed).ok).toBe(false);
    }
  });

  test('nine groups are printed', () => {
    expect(writeRecoveryCode(new Uint8Array(recoveryBytes))).toBe('0000-0000-0000-0000-0000-0000-0000-0000-0');
  });
});

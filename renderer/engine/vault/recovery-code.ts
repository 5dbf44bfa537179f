import { failed, ok, type Result } from '../../../core/result.ts';

/** 160 bits: 32 characters of five bits each. */
export const recoveryBytes = 20;

// Crockford's base 32 (www.crockford.com/base32.html): no I, L, O, U; the check symbol is the number modulo 37.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const checkAlphabet = `${alphabet}*~$=U`;
const groupLength = 4;

/**
 * A recovery key as it is printed and read aloud: eight groups of four characters, and a check
 * symbol in a group of its own.
 */
export function writeRecoveryCode(key: Uint8Array): string {
  if (key.length !== recoveryBytes) throw new Error('a recovery key has 20 bytes');
  const number = numberOf(key);
  const text = Array.from({ length: 32 }, (_, index) => alphabet[Number((number >> BigInt(5 * (31 - index))) & 31n)]).join('');
  const groups = text.match(new RegExp(`.{${groupLength}}`, 'g')) ?? [];
  return [...groups, checkAlphabet[Number(number % 37n)]].join('-');
}

/**
 * Reads what a person typed from paper: case, spaces and dashes do not matter, O is 0, I and L are
 * 1. `not-a-code` when a character or the check symbol is wrong; nothing is told of where.
 */
export function readRecoveryCode(typed: string): Result<Uint8Array, 'not-a-code'> {
  const text = typed.toUpperCase().replace(/[\s\-\u2010-\u2015]/g, '');
  const body = text.slice(0, -1).replaceAll('O', '0').replace(/[IL]/g, '1');
  const check = text.slice(-1).replace('O', '0').replace(/[IL]/, '1');
  if (body.length !== 32) return failed('not-a-code');
  let number = 0n;
  for (const character of body) {
    const digit = alphabet.indexOf(character);
    if (digit < 0) return failed('not-a-code');
    number = number * 32n + BigInt(digit);
  }
  if (check !== checkAlphabet[Number(number % 37n)]) return failed('not-a-code');
  return ok(bytesOf(number));
}

function numberOf(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}

function bytesOf(number: bigint): Uint8Array {
  return Uint8Array.from({ length: recoveryBytes }, (_, index) => Number((number >> BigInt(8 * (recoveryBytes - 1 - index))) & 255n));
}

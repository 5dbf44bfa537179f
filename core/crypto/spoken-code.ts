import { randomBytes } from './sodium.ts';

// Crockford's base 32 (www.crockford.com/base32.html): no I, L, O, U.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 12;

/**
 * A code to be read aloud: 60 random bits as three groups of four characters. Behind Argon2id that
 * is out of reach for whoever finds the file it protects; a handful of digits would not be.
 */
export function newSpokenCode(): string {
  const text = [...randomBytes(length)].map((byte) => alphabet[byte & 31]).join('');
  return (text.match(/.{4}/g) ?? []).join('-');
}

/** What a person typed, as the key is derived from it; `null` when it cannot be such a code. O is 0, I and L are 1. */
export function readSpokenCode(typed: string): string | null {
  const text = typed.toUpperCase().replaceAll(/[\s\-\u2010-\u2015]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return text.length === length && [...text].every((character) => alphabet.includes(character)) ? text : null;
}

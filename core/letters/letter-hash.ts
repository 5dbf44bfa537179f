import { canonicalHash } from '../crypto/canonical.ts';
import type { LetterHash } from '../ids.ts';
import type { Letter } from './letter.ts';

/** What a signature over a letter is for. */
export const letterPurpose = 'letter';

/**
 * The letter's hash: everything but the signature, with each change standing for itself by its own
 * hash. That hash covers the change's content through a commitment, so when the content has been
 * erased by order, the letter around it still verifies.
 */
export function letterHash(letter: Omit<Letter, 'signature'>): LetterHash {
  const known = hashes.get(letter);
  if (known !== undefined) return known;
  return rememberHash(letter, hashOf(letter));
}

/** Says what the hash of a letter is that was worked out before the letter was signed. */
export function rememberHash(letter: Omit<Letter, 'signature'>, hash: LetterHash): LetterHash {
  hashes.set(letter, hash);
  return hash;
}

/** A letter is never altered, so its hash is worked out once: writing, packing and filing all ask for it. */
const hashes = new WeakMap<object, LetterHash>();

function hashOf(letter: Omit<Letter, 'signature'>): LetterHash {
  return canonicalHash({
    v: letter.v,
    compartment: letter.compartment,
    record: letter.record,
    level: letter.level,
    device: letter.device,
    number: letter.number,
    previous: letter.previous,
    seen: letter.seen,
    changes: letter.changes.map((one) => one.hash),
  }) as LetterHash;
}

/** The bytes that are signed. */
export function letterMessage(hash: LetterHash): Uint8Array {
  return new TextEncoder().encode(hash);
}

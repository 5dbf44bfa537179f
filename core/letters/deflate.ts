import { deflateSync, inflateSync } from 'fflate';
import { failed, ok, type Result } from '../result.ts';

/** Raw DEFLATE (RFC 1951); the same bytes give the same bytes. Level 3: letters are one per cent larger than at 6, in two thirds of the time. */
export function deflate(plain: Uint8Array): Uint8Array {
  return deflateSync(plain, { level: 3 });
}

/**
 * Inflates to exactly `length` bytes into memory of that size, whatever the deflated bytes would
 * become: a bomb costs no more than was allowed. `too-much`: there would be more; anything else that
 * is wrong is `damaged`.
 */
export function inflateWithin(deflated: Uint8Array, length: number): Result<Uint8Array, 'too-much' | 'damaged'> {
  // One byte more shows whether there is more.
  const plain = new Uint8Array(length + 1);
  try {
    const filled = inflateSync(deflated, { out: plain }).length;
    if (filled > length) return failed('too-much');
    return filled === length ? ok(plain.subarray(0, length)) : failed('damaged');
  } catch {
    return failed('damaged');
  }
}

import { deflateSync, Inflate } from 'fflate';
import { failed, ok, type Result } from '../result.ts';

/** Raw DEFLATE (RFC 1951); the same bytes give the same bytes. */
export function deflate(plain: Uint8Array): Uint8Array {
  return deflateSync(plain, { level: 6 });
}

/** Deflated bytes handed over at once: these give 4 MB at the very most, so a bomb is noticed early. */
const step = 4096;

/**
 * Inflates to exactly `length` bytes. Stops as soon as there would be more (`too-much`), so that a
 * bomb costs no more memory than was allowed; anything else that is wrong is `damaged`.
 */
export function inflateWithin(deflated: Uint8Array, length: number): Result<Uint8Array, 'too-much' | 'damaged'> {
  const plain = new Uint8Array(length);
  let filled = 0;
  const stream = new Inflate((chunk) => {
    if (filled + chunk.length <= length) plain.set(chunk, filled);
    filled += chunk.length;
  });
  try {
    for (let from = 0; from < deflated.length; from += step) {
      stream.push(deflated.subarray(from, from + step), from + step >= deflated.length);
      if (filled > length) return failed('too-much');
    }
  } catch {
    return failed('damaged');
  }
  return filled === length ? ok(plain) : failed('damaged');
}

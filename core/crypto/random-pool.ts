/** As many bytes as one question to the system brings: the most that `getRandomValues` answers at once is 64 KiB. */
const poolBytes = 8192;

const pool = new Uint8Array(poolBytes);
let used = poolBytes;

/**
 * `count` random bytes of the system's generator. libsodium asks it for four bytes at a time, which
 * for the nonces of some thousand rows costs more than sealing them. Bytes that were handed out are
 * wiped from the pool; nothing is handed out twice.
 */
export function pooledRandom(count: number): Uint8Array {
  const out = new Uint8Array(count);
  if (count > poolBytes / 4) {
    for (let from = 0; from < count; from += 65_536) crypto.getRandomValues(out.subarray(from, from + 65_536));
    return out;
  }
  if (used + count > poolBytes) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  out.set(pool.subarray(used, used + count));
  pool.fill(0, used, used + count);
  used += count;
  return out;
}

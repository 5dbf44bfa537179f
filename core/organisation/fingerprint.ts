import { canonicalBytes } from '../crypto/canonical.ts';
import { sha256, toBase64Url } from '../crypto/sodium.ts';

const groups = 6;
const bytesPerGroup = 5;

/**
 * A public key as people compare it aloud: six groups of five digits, about 99 bits. Digits, because
 * they are read the same way in every language and script of the programme; letters are not.
 *
 * Each group is five bytes of the key's SHA-256 taken modulo 100,000. Finding a second key with the
 * same fingerprint costs about 2^99 tries.
 */
export function fingerprint(publicKey: Uint8Array): string {
  const digest = sha256(canonicalBytes({ fingerprint: toBase64Url(publicKey) }));
  const parts: string[] = [];
  for (let group = 0; group < groups; group += 1) {
    const bytes = digest.subarray(group * bytesPerGroup, (group + 1) * bytesPerGroup);
    const number = bytes.reduce((sum, byte) => (sum * 256 + byte) % 100_000, 0);
    parts.push(String(number).padStart(5, '0'));
  }
  return parts.join(' ');
}

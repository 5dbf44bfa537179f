import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { BoxPair, BoxPublicKey, SealKey } from '../crypto/keys.ts';
import { fromBase64Url, open, openBox, randomBytes, seal, sealBox, toBase64Url, wipe } from '../crypto/sodium.ts';
import { grantTag } from '../organisation/grant.ts';
import { keyBytes } from '../organisation/key-text.ts';
import { failed, ok, type Result } from '../result.ts';

export type SealedFormat = 'rapporteur-release-request' | 'rapporteur-release-answer';

/** Bytes of a file between two laptops; a batch that needs more is asked for in parts. */
export const sealedFileLimit = 8_000_000;

const sealedFile = z.strictObject({
  format: z.enum(['rapporteur-release-request', 'rapporteur-release-answer']),
  v: z.literal(1),
  keys: z.array(z.strictObject({ tag: z.string().regex(/^[0-9a-f]{32}$/), box: z.string().max(200) })).min(1).max(2000),
  sealed: z.string().max(sealedFileLimit),
});

const context = (format: SealedFormat) => `rapporteur/sealed-file/1/${format}`;

/**
 * Seals a value under a fresh key, and that key to each receiving device. The file says neither who
 * it is from nor for whom: a device finds its key by the hash of its box key.
 */
export function writeSealedFile(format: SealedFormat, value: unknown, receivers: readonly string[]): Result<Uint8Array, 'too-large'> {
  const key = randomBytes(32) as SealKey<'sealed-file'>;
  const sealed = toBase64Url(seal(key, jsonToBytes(value), context(format)));
  const keys = [...new Set(receivers)].map((one) => {
    const box = keyBytes<BoxPublicKey>(one);
    return { tag: grantTag(box), box: toBase64Url(sealBox(box, key)) };
  });
  wipe(key);
  if (sealed.length > sealedFileLimit) return failed('too-large', { limit: sealedFileLimit });
  return ok(jsonToBytes(sealedFile.parse({ format, v: 1, keys, sealed })));
}

/** `release-unreadable`: not such a file, or damaged. `release-not-for-you`: sealed to other devices. */
export function openSealedFile(format: SealedFormat, file: Uint8Array, box: BoxPair): Result<unknown, 'release-unreadable' | 'release-not-for-you'> {
  const shape = file.length > 2 * sealedFileLimit ? null : sealedFile.safeParse(jsonFromBytes(file));
  if (shape === null || !shape.success || shape.data.format !== format) return failed('release-unreadable');
  const tag = grantTag(box.publicKey);
  const own = shape.data.keys.find((one) => one.tag === tag);
  if (own === undefined) return failed('release-not-for-you');
  const [boxed, sealed] = [fromBase64Url(own.box), fromBase64Url(shape.data.sealed)];
  const key = boxed.ok ? openBox(box, boxed.value) : boxed;
  if (!key.ok || !sealed.ok || key.value.length !== 32) return failed('release-unreadable');
  const plain = open(key.value as SealKey<'sealed-file'>, sealed.value, context(format));
  wipe(key.value);
  return plain.ok ? ok(jsonFromBytes(plain.value)) : failed('release-unreadable');
}

import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { BoxPair, BoxPublicKey, SealKey } from '../crypto/keys.ts';
import { fromBase64, openBox, sealBox, toBase64 } from '../crypto/sodium.ts';
import type { CompartmentId } from '../ids.ts';
import { failed, ok, type Result } from '../result.ts';
import { compartmentId, epochNumber } from './grant.ts';
import { keyBytes, keyText, keyToText } from './key-text.ts';

const wrappedKey = z.strictObject({ v: z.literal(1), compartment: compartmentId, epoch: epochNumber, key: keyText });

/** One epoch's key of a compartment, sealed to the organisation's recovery key, base64. */
export function wrapForRecovery(
  compartment: CompartmentId,
  epoch: { readonly epoch: number; readonly key: SealKey<'compartment'> },
  recoveryKey: BoxPublicKey,
): string {
  const value: z.input<typeof wrappedKey> = { v: 1, compartment, epoch: epoch.epoch, key: keyToText(epoch.key) };
  return toBase64(sealBox(recoveryKey, jsonToBytes(value)));
}

/**
 * Opens what `wrapForRecovery` made. The name and number inside must be the ones asked for: a key
 * under another's name would open nothing and hide that the right one is missing.
 */
export function unwrapForRecovery(
  wrapped: string,
  wanted: { readonly compartment: CompartmentId; readonly epoch: number },
  recovery: BoxPair,
): Result<SealKey<'compartment'>, 'recovery-cannot-open'> {
  const box = fromBase64(wrapped);
  const plain = box.ok ? openBox(recovery, box.value) : box;
  const value = plain.ok ? wrappedKey.safeParse(jsonFromBytes(plain.value)) : null;
  if (value?.success !== true) return failed('recovery-cannot-open');
  const { compartment, epoch, key } = value.data;
  if (compartment !== wanted.compartment || epoch !== wanted.epoch) return failed('recovery-cannot-open');
  return ok(keyBytes<SealKey<'compartment'>>(key));
}

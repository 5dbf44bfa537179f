import { z } from 'zod';
import { fromBase64Url, toBase64Url } from '../crypto/sodium.ts';

/** A 32-byte key as it stands in profiles, certificates and grants: base64url, 43 characters. */
export const keyText = z.string().regex(/^[\w-]{43}$/);
/** An Ed25519 signature: base64url, 86 characters. */
export const signatureText = z.string().regex(/^[\w-]{86}$/);

/**
 * The bytes of a key text that a schema has passed. The last character of 43 carries two bits that
 * must be zero; a text where they are not is no key, and gives 32 zero bytes, which verify nothing.
 */
export function keyBytes<Key extends Uint8Array>(text: string): Key {
  const bytes = fromBase64Url(text);
  return (bytes.ok && bytes.value.length === 32 ? bytes.value : new Uint8Array(32)) as Key;
}

/** Key bytes as text. */
export function keyToText(key: Uint8Array): string {
  return toBase64Url(key);
}

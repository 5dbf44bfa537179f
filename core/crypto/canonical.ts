import canonicalize from 'canonicalize';
import { sha256Hex } from './sodium.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The one byte sequence of a JSON value: RFC 8785, UTF-8. What is hashed or signed goes through here. */
export function canonicalBytes(value: unknown): Uint8Array {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('only JSON has a canonical form');
  return encoder.encode(text);
}

/** SHA-256 of the canonical form, in hexadecimal. */
export function canonicalHash(value: unknown): string {
  return sha256Hex(canonicalBytes(value));
}

/** JSON from bytes; `undefined` when they are not UTF-8 or not JSON. */
export function jsonFromBytes(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decoder.decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** JSON as UTF-8 bytes, for what is sealed and not hashed. */
export function jsonToBytes(value: unknown): Uint8Array {
  return encoder.encode(JSON.stringify(value));
}

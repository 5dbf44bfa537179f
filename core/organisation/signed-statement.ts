import { z } from 'zod';
import { canonicalBytes, jsonFromBytes } from '../crypto/canonical.ts';
import type { SignSecretKey } from '../crypto/keys.ts';
import { fromBase64Url, sign, toBase64Url, verifySignature } from '../crypto/sodium.ts';
import { failed, ok, type Result } from '../result.ts';

/**
 * A statement and the signature over exactly its bytes. The bytes travel as they were signed, so
 * that checking never depends on how a reader would write the same value again.
 */
export const signedStatement = z.strictObject({
  /** Canonical JSON, base64url. */
  statement: z.string().max(4_000_000),
  /** Ed25519, base64url. */
  signature: z.string().regex(/^[\w-]{86}$/),
});
export type SignedStatement = z.infer<typeof signedStatement>;

/** What a signature of ours may be for. Part of what is signed: one never serves for another. */
export type StatementPurpose =
  | 'organisation-profile'
  | 'join-request'
  | 'device-of-identity'
  | 'certificate'
  | 'grant'
  | 'directory-entry'
  | 'erase-order'
  | 'parcel-stub'
  | 'removal-receipt'
  | 'letter-verdict'
  | 'minutes-record'
  | 'device-erasure'
  | 'hand-over'
  | 'report'
  | 'release-request'
  | 'release-answer'
  | 'lowering'
  | 'register-head'
  | 'register-checkpoint';

/** Signs a JSON value for one purpose. */
export function signStatement(purpose: StatementPurpose, value: unknown, key: SignSecretKey): SignedStatement {
  const bytes = canonicalBytes(value);
  return { statement: toBase64Url(bytes), signature: toBase64Url(sign(key, purpose, bytes)) };
}

/** The JSON inside, without any check: only for finding out whose key to check it with. */
export function peekStatement(signed: SignedStatement): unknown {
  const bytes = fromBase64Url(signed.statement);
  return bytes.ok ? jsonFromBytes(bytes.value) : undefined;
}

/**
 * Checks a statement against a public key, then against its schema.
 * `malformed`: not a statement, or signed but not of this shape. `bad-signature`: not by that key.
 */
export function openStatement<Schema extends z.ZodType>(
  purpose: StatementPurpose,
  schema: Schema,
  signed: unknown,
  publicKey: Uint8Array,
): Result<z.output<Schema>, 'malformed' | 'bad-signature'> {
  const shape = signedStatement.safeParse(signed);
  if (!shape.success) return failed('malformed');
  const bytes = fromBase64Url(shape.data.statement);
  const signature = fromBase64Url(shape.data.signature);
  if (!bytes.ok || !signature.ok) return failed('malformed');
  if (!verifySignature(publicKey, purpose, bytes.value, signature.value)) return failed('bad-signature');
  const value = schema.safeParse(jsonFromBytes(bytes.value));
  return value.success ? ok(value.data) : failed('malformed');
}

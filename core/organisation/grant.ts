import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { BoxPair, BoxPublicKey, SealKey, SignSecretKey } from '../crypto/keys.ts';
import { fromBase64, openBox, sealBox, sha256Hex, toBase64 } from '../crypto/sodium.ts';
import type { CompartmentId, DeviceId } from '../ids.ts';
import { jwgId, markingId } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import { deviceId, instant, userName } from './certificate.ts';
import { keyBytes, keyText } from './key-text.ts';
import { openStatement, signStatement } from './signed-statement.ts';

export const compartmentId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .transform((text) => text as CompartmentId);
export const databaseName = z.string().regex(/^[a-z][a-z0-9_]{7,63}$/);
/** Numbers of a compartment's keys run from 1. */
export const epochNumber = z.number().int().min(1).max(1_000_000);

const sealKeyText = <Use extends string>() => keyText.transform((text) => keyBytes<SealKey<Use>>(text));

const grantShape = <Key extends z.ZodType, DirectoryKey extends z.ZodType>(key: Key, directoryKey: DirectoryKey) =>
  z.strictObject({
    v: z.literal(1),
    device: deviceId,
    serial: z.number().int().min(1).max(999_999),
    at: instant,
    user: userName,
    directoryKey,
    compartments: z
      .array(
        z.strictObject({
          id: compartmentId,
          database: databaseName,
          /** The database of the files that its records have; absent in grants of before there were any. */
          files: databaseName.optional(),
          jwg: jwgId,
          marking: markingId,
          epochs: z.array(z.strictObject({ epoch: epochNumber, key })).min(1).max(10_000),
        }),
      )
      .max(2000),
  });

const grantContent = grantShape(sealKeyText<'compartment'>(), sealKeyText<'directory'>());
/** What a device may open: the directory's key and, per compartment, its database and keys. */
export type Grant = z.output<typeof grantContent>;
/** The same with its keys as text, as the secretariat writes it. */
export type GrantStatement = z.input<typeof grantContent>;

/** A grant in the directory's database. */
export interface GrantDocument {
  readonly _id: string;
  readonly v: 1;
  /** Sealed box to the device, base64. */
  readonly sealed: string;
}

const grantDocument = z.object({
  _id: z.string().regex(/^grant-[0-9a-f]{32}-\d{6}$/),
  v: z.literal(1),
  sealed: z.string().max(8_000_000),
});

/**
 * Where a device finds its grants: 128 bits of a hash of its box key. The server never sees that
 * key, so it cannot tell whose grant it holds.
 */
export function grantTag(boxKey: Uint8Array): string {
  return sha256Hex(jsonToBytes({ grantFor: toBase64(boxKey) })).slice(0, 32);
}

/** The range of ids for one device's grants, oldest to newest; `after` a serial: only those that are newer. */
export function grantKeyRange(boxKey: Uint8Array, after = -1): { readonly startkey: string; readonly endkey: string } {
  return { startkey: grantId(boxKey, after + 1), endkey: grantId(boxKey, 999_999) };
}

function grantId(boxKey: Uint8Array, serial: number): string {
  return `grant-${grantTag(boxKey)}-${String(serial).padStart(6, '0')}`;
}

/** Signs a grant and seals it to one device. Throws when it is not one. */
export function writeGrant(grant: GrantStatement, boxKey: BoxPublicKey, key: SignSecretKey): GrantDocument {
  grantContent.parse(grant);
  const sealed = sealBox(boxKey, jsonToBytes(signStatement('grant', grant, key)));
  return { _id: grantId(boxKey, grant.serial), v: 1, sealed: toBase64(sealed) };
}

export type GrantFailure = 'grant-malformed' | 'grant-cannot-open' | 'grant-bad-signature' | 'grant-other-device';

/** Opens a grant and checks that it is the organisation's and this device's. */
export function openGrant(document: unknown, box: BoxPair, device: DeviceId, organisationSignKey: string): Result<Grant, GrantFailure> {
  const shape = grantDocument.safeParse(document);
  const sealed = shape.success ? fromBase64(shape.data.sealed) : failed('not-base64');
  if (!shape.success || !sealed.ok) return failed('grant-malformed');
  const plain = openBox(box, sealed.value);
  if (!plain.ok) return failed('grant-cannot-open');
  const opened = openStatement('grant', grantContent, jsonFromBytes(plain.value), keyBytes(organisationSignKey));
  if (!opened.ok) return failed(opened.failure.code === 'malformed' ? 'grant-malformed' : 'grant-bad-signature');
  if (opened.value.device !== device) return failed('grant-other-device');
  return ok(opened.value);
}

/** The newest grant that opens for this device among some documents; others are passed over. */
export function newestGrant(documents: readonly unknown[], box: BoxPair, device: DeviceId, organisationSignKey: string): Grant | null {
  const range = grantKeyRange(box.publicKey);
  let newest: Grant | null = null;
  for (const document of documents) {
    const shape = grantDocument.safeParse(document);
    if (!shape.success || shape.data._id < range.startkey || shape.data._id > range.endkey) continue;
    const opened = openGrant(document, box, device, organisationSignKey);
    if (opened.ok && (newest === null || opened.value.serial > newest.serial)) newest = opened.value;
  }
  return newest;
}

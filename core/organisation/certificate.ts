import { z } from 'zod';
import type { BoxPublicKey, SignPublicKey, SignSecretKey } from '../crypto/keys.ts';
import { canonicalBytes } from '../crypto/canonical.ts';
import { fromBase64Url, sign, toBase64Url, verifySignature } from '../crypto/sodium.ts';
import type { DeviceId, PersonId } from '../ids.ts';
import { country, day, jwgId, markingId, personId, requiredLine } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import { keyBytes, keyText, keyToText, signatureText } from './key-text.ts';
import { openStatement, signStatement, type SignedStatement } from './signed-statement.ts';

export const deviceId = z
  .string()
  .regex(/^[\w-]{1,64}$/)
  .transform((text) => text as DeviceId);
/** CouchDB user name: `m` and 32 hexadecimal digits. Names of people never stand on the server. */
export const userName = z.string().regex(/^m[0-9a-f]{32}$/);
export const instant = z.number().int().min(0).max(8_640_000_000_000_000);

/** The person and the two keys of a device, and the identity key's signature that binds them. */
export const certifiedKeys = z.strictObject({
  id: deviceId,
  signKey: keyText,
  boxKey: keyText,
  byIdentity: signatureText,
});
export type CertifiedKeys = z.infer<typeof certifiedKeys>;

/**
 * The organisation's signed statement about a person: who they are, which devices are theirs, which
 * groups they belong to, what they are cleared and briefed for. A higher serial replaces a lower.
 */
export const certificate = z.strictObject({
  v: z.literal(1),
  serial: z.number().int().min(1),
  person: z.strictObject({
    id: personId,
    name: requiredLine,
    country,
    institution: requiredLine,
    identityKey: keyText,
  }),
  user: userName,
  devices: z.array(certifiedKeys.extend({ from: instant, until: instant.nullable() })).max(50),
  jwgs: z.array(z.strictObject({ jwg: jwgId, from: instant, until: instant.nullable() })).max(200),
  clearance: z.strictObject({ upTo: markingId, until: day }).nullable(),
  briefing: z.strictObject({ acknowledged: day, until: day }).nullable(),
  from: instant,
  until: instant,
});
export type Certificate = z.infer<typeof certificate>;

function deviceStatement(person: PersonId, device: { id: DeviceId; signKey: string; boxKey: string }): Uint8Array {
  return canonicalBytes({ v: 1, person, device: device.id, signKey: device.signKey, boxKey: device.boxKey });
}

/** The identity key's signature over one of the person's devices, base64url. */
export function certifyDevice(
  identityKey: SignSecretKey,
  person: PersonId,
  device: { readonly id: DeviceId; readonly signKey: SignPublicKey; readonly boxKey: BoxPublicKey },
): string {
  const keys = { id: device.id, signKey: keyToText(device.signKey), boxKey: keyToText(device.boxKey) };
  return toBase64Url(sign(identityKey, 'device-of-identity', deviceStatement(person, keys)));
}

/** Whether that identity key really signed that device for that person. */
export function deviceIsOfIdentity(identityKey: string, person: PersonId, device: CertifiedKeys): boolean {
  const signature = fromBase64Url(device.byIdentity);
  if (!signature.ok) return false;
  return verifySignature(keyBytes(identityKey), 'device-of-identity', deviceStatement(person, device), signature.value);
}

/** Signs a certificate; throws when it is not one, or when a device in it was not signed by its identity. */
export function signCertificate(value: Certificate, key: SignSecretKey): SignedStatement {
  const checked = certificate.parse(value);
  const stranger = checked.devices.find((one) => !deviceIsOfIdentity(checked.person.identityKey, checked.person.id, one));
  if (stranger !== undefined) throw new Error('a device is certified only when its identity key signed it');
  return signStatement('certificate', checked, key);
}

/**
 * Reads a certificate. Both signatures count: the organisation's over the whole, and the identity
 * key's over each device, so that not even the organisation can add a device in a person's name.
 */
export function openCertificate(
  signed: unknown,
  organisationSignKey: string,
): Result<Certificate, 'malformed' | 'bad-signature' | 'device-not-of-identity'> {
  const opened = openStatement('certificate', certificate, signed, keyBytes(organisationSignKey));
  if (!opened.ok) return opened;
  const { person, devices } = opened.value;
  const all = devices.every((one) => deviceIsOfIdentity(person.identityKey, person.id, one));
  return all ? ok(opened.value) : failed('device-not-of-identity');
}

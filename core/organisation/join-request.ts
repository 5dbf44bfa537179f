import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { BoxPair, BoxPublicKey, SignPair, SignPublicKey } from '../crypto/keys.ts';
import { fromBase64Url, openBox, randomBytes, sealBox, toBase64Url, toHex } from '../crypto/sodium.ts';
import type { DeviceId, Instant, PersonId } from '../ids.ts';
import { country, personId, requiredLine } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import { certifiedKeys, certifyDevice, deviceIsOfIdentity, instant, userName } from './certificate.ts';
import { fingerprint } from './fingerprint.ts';
import { keyBytes, keyText, keyToText } from './key-text.ts';
import { openStatement, peekStatement, signedStatement, signStatement } from './signed-statement.ts';

/** A join request is about two kilobytes; more than this is not read. */
export const joinRequestLimit = 64_000;

const content = z.strictObject({
  v: z.literal(1),
  /** Sign key of the organisation that is asked. */
  organisation: keyText,
  made: instant,
  person: z.strictObject({
    id: personId,
    name: requiredLine,
    country,
    institution: requiredLine,
    identityKey: keyText,
  }),
  device: certifiedKeys,
  credential: z.strictObject({ user: userName, password: z.string().regex(/^[\w-]{43}$/) }),
});
export type JoinRequestContent = z.infer<typeof content>;

const joinRequestFile = z.strictObject({
  format: z.literal('rapporteur-join-request'),
  v: z.literal(1),
  /** Sealed box to the organisation, base64url. */
  sealed: z.string().max(joinRequestLimit),
});

export interface Credential {
  readonly user: string;
  readonly password: string;
}

/** A user name that says nothing and a password of 256 random bits, proposed by the laptop. */
export function newCredential(): Credential {
  return { user: `m${toHex(randomBytes(16))}`, password: toBase64Url(randomBytes(32)) };
}

export interface JoinRequestInput {
  readonly organisation: { readonly signKey: string; readonly boxKey: string };
  readonly made: Instant;
  readonly person: { readonly id: PersonId; readonly name: string; readonly country: string; readonly institution: string };
  readonly identity: SignPair;
  readonly device: { readonly id: DeviceId; readonly signKey: SignPublicKey; readonly boxKey: BoxPublicKey };
  readonly credential: Credential;
}

/**
 * The file that a laptop gives to the secretariat: everything about the person and the device,
 * signed by the identity key, sealed so that only the organisation reads it. Whoever carries it can
 * replace it as a whole, which comparing fingerprints aloud shows, but not alter it.
 */
export function writeJoinRequest(input: JoinRequestInput): Uint8Array {
  const { identity, device, person } = input;
  const value: z.input<typeof content> = {
    v: 1,
    organisation: input.organisation.signKey,
    made: input.made,
    person: {
      id: person.id,
      name: person.name,
      country: person.country,
      institution: person.institution,
      identityKey: keyToText(identity.publicKey),
    },
    device: {
      id: device.id,
      signKey: keyToText(device.signKey),
      boxKey: keyToText(device.boxKey),
      byIdentity: certifyDevice(identity.secretKey, person.id, device),
    },
    credential: { user: input.credential.user, password: input.credential.password },
  };
  const signed = signStatement('join-request', content.parse(value), identity.secretKey);
  const sealed = sealBox(keyBytes<BoxPublicKey>(input.organisation.boxKey), jsonToBytes(signed));
  const file: z.input<typeof joinRequestFile> = { format: 'rapporteur-join-request', v: 1, sealed: toBase64Url(sealed) };
  return jsonToBytes(file);
}

/** A file name that tells the secretariat whose it is; safe on every file system. */
export function joinRequestFileName(name: string): string {
  const safe = name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, ' ').trim().replaceAll(' ', '-').slice(0, 60);
  return `join-request-${safe === '' ? 'person' : safe}.rapporteur`;
}

export type JoinRequestFailure =
  | 'join-request-too-large'
  | 'join-request-unreadable'
  | 'join-request-other-organisation'
  | 'join-request-altered';

/**
 * Opens a join request with the organisation's keys. `join-request-unreadable`: not such a file, or
 * sealed to someone else; `join-request-altered`: a signature inside does not hold.
 */
export function openJoinRequest(
  file: Uint8Array,
  organisationBox: BoxPair,
  organisationSignKey: string,
): Result<JoinRequestContent & { readonly fingerprint: string }, JoinRequestFailure> {
  if (file.length > joinRequestLimit) return failed('join-request-too-large', { limit: joinRequestLimit });
  const shape = joinRequestFile.safeParse(jsonFromBytes(file));
  const box = shape.success ? fromBase64Url(shape.data.sealed) : failed('not-base64');
  if (!box.ok) return failed('join-request-unreadable');
  const plain = openBox(organisationBox, box.value);
  if (!plain.ok) return failed('join-request-unreadable');
  const signed = signedStatement.safeParse(jsonFromBytes(plain.value));
  if (!signed.success) return failed('join-request-unreadable');
  const claimed = content.safeParse(peekStatement(signed.data));
  if (!claimed.success) return failed('join-request-unreadable');
  const opened = openStatement('join-request', content, signed.data, keyBytes(claimed.data.person.identityKey));
  if (!opened.ok) return failed('join-request-altered');
  const { person, device, organisation } = opened.value;
  if (!deviceIsOfIdentity(person.identityKey, person.id, device)) return failed('join-request-altered');
  if (organisation !== organisationSignKey) return failed('join-request-other-organisation');
  return ok({ ...opened.value, fingerprint: fingerprint(keyBytes(person.identityKey)) });
}

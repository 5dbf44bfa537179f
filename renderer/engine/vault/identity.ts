import { z } from 'zod';
import type { BoxPublicKey, BoxSecretKey, SignPair, SignPublicKey, SignSecretKey } from '../../../core/crypto/keys.ts';
import { fromBase64Url, newBoxPair, newSignPair, toBase64Url, wipe } from '../../../core/crypto/sodium.ts';
import type { DeviceId, Instant, PersonId } from '../../../core/ids.ts';
import { fingerprint } from '../../../core/organisation/fingerprint.ts';
import { newCredential } from '../../../core/organisation/join-request.ts';
import { country, requiredLine } from '../../../core/records/parts.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { PersonInput } from '../api.ts';
import type { NamedState, OpenIdentity } from '../pouch-seam/pouch-ground.ts';

/** The sealed row that holds the identity. Without it a vault does not open. */
export const identityState = 'identity';

/** What is known of the person and of this device while the vault is open. */
export interface Identity extends OpenIdentity {
  readonly made: Instant;
  readonly sample: boolean;
  /** Of the identity key, to be compared aloud. */
  readonly fingerprint: string;
}

const key = z.string().regex(/^[\w-]+$/);
const pair = z.strictObject({ publicKey: key, secretKey: key });
const personSchema = z.strictObject({ name: requiredLine, country, institution: requiredLine });

const storedIdentity = z.strictObject({
  v: z.literal(1),
  person: personSchema,
  made: z.number(),
  sample: z.boolean(),
  identity: pair,
  device: pair,
  box: pair,
  credential: z.strictObject({ user: z.string(), password: z.string() }),
});

/**
 * A new device, of a new person or of the one whose identity key is handed in. The person's identifier is their identity key, the device's its
 * signing key (base64url, 43 characters), so that a signature can be checked against an identifier
 * with nothing between them to believe.
 *
 * Throws when the person does not fit the schema: the form validates before it asks.
 */
export function newIdentity(input: PersonInput, made: Instant, sample: boolean, identityKeys: SignPair = newSignPair()): Identity {
  const person = personSchema.parse(input);
  return identityFrom({
    person, made, sample, identityKeys, deviceKeys: newSignPair(), box: newBoxPair(), credential: newCredential(),
  });
}

/** The identity as it is sealed into the store. */
export function storedFrom(identity: Identity): NamedState {
  const value: z.input<typeof storedIdentity> = {
    v: 1,
    person: { name: identity.name, country: identity.country, institution: identity.institution },
    made: identity.made,
    sample: identity.sample,
    identity: pairToText(identity.identityKeys),
    device: pairToText(identity.deviceKeys),
    box: pairToText(identity.box),
    credential: { ...identity.credential },
  };
  return { name: identityState, value };
}

/** Reads the sealed row back; anything that does not fit is `damaged`. */
export function readIdentity(value: unknown): Result<Identity, 'damaged'> {
  const parsed = storedIdentity.safeParse(value);
  if (!parsed.success) return failed('damaged');
  const { person, made, sample, credential } = parsed.data;
  const identityKeys = pairFromText<SignPublicKey, SignSecretKey>(parsed.data.identity, 64);
  const deviceKeys = pairFromText<SignPublicKey, SignSecretKey>(parsed.data.device, 64);
  const box = pairFromText<BoxPublicKey, BoxSecretKey>(parsed.data.box, 32);
  if (identityKeys === null || deviceKeys === null || box === null) return failed('damaged');
  return ok(identityFrom({ person, made, sample, identityKeys, deviceKeys, box, credential }));
}

/** Overwrites the secret keys; the identity is of no use afterwards. */
export function wipeIdentity(identity: Identity): void {
  wipe(identity.identityKeys.secretKey);
  wipe(identity.deviceKeys.secretKey);
  wipe(identity.box.secretKey);
}

interface IdentityParts extends Pick<Identity, 'made' | 'sample' | 'deviceKeys' | 'box' | 'credential'> {
  readonly person: z.output<typeof personSchema>;
  readonly identityKeys: SignPair;
}

function identityFrom(parts: IdentityParts): Identity {
  const { person, ...rest } = parts;
  return {
    ...rest,
    ...person,
    person: toBase64Url(parts.identityKeys.publicKey) as PersonId,
    device: toBase64Url(parts.deviceKeys.publicKey) as DeviceId,
    fingerprint: fingerprint(parts.identityKeys.publicKey),
  };
}

function pairToText(keys: { readonly publicKey: Uint8Array; readonly secretKey: Uint8Array }): z.input<typeof pair> {
  return { publicKey: toBase64Url(keys.publicKey), secretKey: toBase64Url(keys.secretKey) };
}

function pairFromText<Public extends Uint8Array, Secret extends Uint8Array>(
  text: z.output<typeof pair>,
  secretLength: number,
): { readonly publicKey: Public; readonly secretKey: Secret } | null {
  const publicKey = fromBase64Url(text.publicKey);
  const secretKey = fromBase64Url(text.secretKey);
  if (!publicKey.ok || !secretKey.ok || publicKey.value.length !== 32 || secretKey.value.length !== secretLength) return null;
  return { publicKey: publicKey.value as Public, secretKey: secretKey.value as Secret };
}

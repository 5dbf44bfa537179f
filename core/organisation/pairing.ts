import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { DerivationParameters, SignPair, SignPublicKey, SignSecretKey } from '../crypto/keys.ts';
import { deriveFromPassphrase, fromBase64Url, open, passphraseSaltBytes, randomBytes, seal, sign, toBase64Url, verifySignature, wipe } from '../crypto/sodium.ts';
import { newSpokenCode, readSpokenCode } from '../crypto/spoken-code.ts';
import type { DeviceId, Instant } from '../ids.ts';
import { country, requiredLine } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import { deviceId, instant } from './certificate.ts';
import { keyText } from './key-text.ts';

/** How long a pairing file may be used: long enough to carry it across the room, not to lose it. */
export const pairingLasts = 30 * 60 * 1000;
/** A clock may be this far ahead of the other laptop's. */
const clockTolerance = 5 * 60 * 1000;
const fileLimit = 20_000;

const pairingFile = z.strictObject({
  format: z.literal('rapporteur-pairing'),
  v: z.literal(1),
  made: instant,
  salt: z.string().max(100),
  operations: z.number().int().min(1).max(10_000),
  memory: z.number().int().min(1).max(4_294_967_295),
  sealed: z.string().max(fileLimit),
});
type PairingFile = z.output<typeof pairingFile>;

const content = z.strictObject({
  person: z.strictObject({ name: requiredLine, country, institution: requiredLine }),
  identity: z.strictObject({ publicKey: keyText, secretKey: z.string().regex(/^[\w-]{86}$/) }),
  /** Sign key of the organisation that the first laptop has joined. */
  organisation: keyText,
  /** The laptop that made the file. */
  from: deviceId,
});

/** What passes from a person's first laptop to the second. */
export interface Pairing {
  readonly person: { readonly name: string; readonly country: string; readonly institution: string };
  readonly identity: SignPair;
  readonly organisation: string;
  readonly from: DeviceId;
}

function context({ made, salt, operations, memory }: Pick<PairingFile, 'made' | 'salt' | 'operations' | 'memory'>): string {
  return `rapporteur/pairing/1/${made}/${operations}/${memory}/${salt}`;
}

/**
 * Seals a person's identity for their second laptop under a key derived from a fresh code. The file
 * travels on a stick, the code by voice; neither is of use without the other. Blocks for as long as
 * the derivation takes.
 */
export function writePairing(pairing: Pairing, parameters: DerivationParameters, made: Instant): { readonly file: Uint8Array; readonly code: string; readonly until: Instant } {
  const code = newSpokenCode();
  const salt = randomBytes(passphraseSaltBytes);
  const key = deriveFromPassphrase(readSpokenCode(code) ?? '', salt, parameters);
  if (!key.ok) throw new Error('a pairing is never made below the floor');
  const head = { made, salt: toBase64Url(salt), operations: parameters.operations, memory: parameters.memory };
  const { identity, ...rest } = pairing;
  const value: z.input<typeof content> = { ...rest, identity: { publicKey: toBase64Url(identity.publicKey), secretKey: toBase64Url(identity.secretKey) } };
  const sealed = seal(key.value, jsonToBytes(content.parse(value)), context(head));
  wipe(key.value);
  const file: z.input<typeof pairingFile> = { format: 'rapporteur-pairing', v: 1, ...head, sealed: toBase64Url(sealed) };
  return { file: jsonToBytes(file), code, until: made + pairingLasts };
}

export type PairingFailure =
  | 'pairing-unreadable' | 'pairing-expired' | 'pairing-from-the-future' | 'pairing-wrong-code' | 'parameters-below-floor' | 'pairing-altered';

/**
 * Opens a pairing file with the code that was read aloud. The time is asked before the code is
 * tried. `pairing-wrong-code`: the code is another, or the file was altered; the two look alike.
 * `pairing-altered`: it opened, but the two halves of the identity do not belong together.
 */
export function openPairing(file: Uint8Array, typed: string, now: Instant): Result<Pairing, PairingFailure> {
  const shape = file.length > fileLimit ? null : pairingFile.safeParse(jsonFromBytes(file));
  if (shape === null || !shape.success) return failed('pairing-unreadable');
  const { data } = shape;
  if (now > data.made + pairingLasts) return failed('pairing-expired', { since: data.made + pairingLasts });
  if (now < data.made - clockTolerance) return failed('pairing-from-the-future', { made: data.made });
  const [salt, sealed, code] = [fromBase64Url(data.salt), fromBase64Url(data.sealed), readSpokenCode(typed)];
  if (!salt.ok || !sealed.ok || salt.value.length !== passphraseSaltBytes) return failed('pairing-unreadable');
  if (code === null) return failed('pairing-wrong-code');
  const key = deriveFromPassphrase(code, salt.value, data);
  if (!key.ok) return key;
  const plain = open(key.value, sealed.value, context(data));
  wipe(key.value);
  if (!plain.ok) return failed('pairing-wrong-code');
  const opened = content.safeParse(jsonFromBytes(plain.value));
  wipe(plain.value);
  return opened.success ? pairingFrom(opened.data) : failed('pairing-altered');
}

function pairingFrom({ identity, ...rest }: z.output<typeof content>): Result<Pairing, 'pairing-altered'> {
  const [publicKey, secretKey] = [fromBase64Url(identity.publicKey), fromBase64Url(identity.secretKey)];
  if (!publicKey.ok || !secretKey.ok || secretKey.value.length !== 64) return failed('pairing-altered');
  const pair = { publicKey: publicKey.value as SignPublicKey, secretKey: secretKey.value as SignSecretKey };
  const probe = randomBytes(32);
  const fits = verifySignature(pair.publicKey, 'pairing-probe', probe, sign(pair.secretKey, 'pairing-probe', probe));
  return fits ? ok({ ...rest, identity: pair }) : failed('pairing-altered');
}

import { z } from 'zod';
import { fromBase64Url, verifySignature } from '../crypto/sodium.ts';
import type { ChangeHash, CompartmentId, DeviceId, JwgId, LetterHash, MarkingId, PersonId } from '../ids.ts';
import type { Change } from '../ledger/change.ts';
import { verifyChange } from '../ledger/verify-change.ts';
import type { MarkingScheme } from '../markings/marking.ts';
import { highest, isAbove, markingOf } from '../markings/scheme.ts';
import { deviceId } from '../organisation/certificate.ts';
import type { CertifiedDevice } from '../organisation/directory.ts';
import { compartmentId } from '../organisation/grant.ts';
import { keyBytes, signatureText } from '../organisation/key-text.ts';
import { markingId, recordId } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import { letterHash, letterMessage, letterPurpose } from './letter-hash.ts';
import type { Letter } from './letter.ts';
import { nestsDeeperThan } from './nesting.ts';

/** Limits against hostile input. A record's whole life is far below them. */
export const mostChangesInALetter = 5_000;
const deepestNesting = 100;
const mostDevicesSeen = 5_000;

const letterHashText = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((text) => text as LetterHash);
const letterNumber = z.number().int().min(1).max(Number.MAX_SAFE_INTEGER);

const envelope = z.strictObject({
  v: z.literal(1),
  compartment: compartmentId,
  record: recordId,
  level: markingId,
  device: deviceId,
  number: letterNumber,
  previous: letterHashText.nullable(),
  seen: z
    .record(z.string().regex(/^[\w-]{1,64}$/), z.strictObject({ number: letterNumber, hash: letterHashText }))
    .refine((seen) => Object.keys(seen).length <= mostDevicesSeen),
  changes: z.array(z.unknown()).min(1),
  signature: signatureText,
});

export type LetterFailure =
  | 'letter-malformed'
  | 'letter-too-large'
  | 'letter-wrong-compartment'
  | 'letter-unknown-signer'
  | 'letter-not-in-group'
  | 'letter-bad-signature'
  | 'letter-wrong-author'
  | 'letter-bad-change'
  | 'letter-wrong-level'
  | 'letter-above-compartment';

/** Where a letter arrived, and who is known there. */
export interface LetterContext {
  readonly compartment: CompartmentId;
  readonly jwg: JwgId;
  readonly marking: MarkingId;
  readonly scheme: MarkingScheme;
  readonly devices: ReadonlyMap<DeviceId, CertifiedDevice>;
  /** Changes whose content an order has erased; only these may arrive without it. */
  readonly erasures?: ReadonlySet<ChangeHash>;
}

declare const verifiedBrand: unique symbol;
/** A letter that passed every check. Only `verifyLetter` makes one. */
export interface VerifiedLetter {
  readonly [verifiedBrand]: true;
  readonly letter: Letter;
  readonly hash: LetterHash;
  readonly person: PersonId;
}

/**
 * Checks a letter out of a parcel: its shape, that it belongs here, who signed it, that every change
 * is what it claims to be and was made by the signer's person, and that its level is the highest
 * inside and not above the compartment's.
 *
 * A change may name another device than the letter does: after a restored backup the person's new
 * device sends what the old one wrote. It may not name another person.
 */
export function verifyLetter(value: unknown, context: LetterContext): Result<VerifiedLetter, LetterFailure> {
  const read = readLetter(value, context);
  if (!read.ok) return read;
  return isSigned(read.value) ? levelled(read.value, context) : failed('letter-bad-signature');
}

/**
 * Checks letters that arrived together; the answers are in their order. A letter names the one
 * before it by its hash, so the signature of the last letter of an unbroken run vouches for the
 * whole run, and only that one is checked: a signature costs ten times what the hashes of a letter
 * cost. What no later letter vouches for is checked by its own signature.
 */
export function verifyLetters(values: readonly unknown[], context: LetterContext): readonly Result<VerifiedLetter, LetterFailure>[] {
  const read = values.map((value) => readLetter(value, context));
  const genuine = new Set<ReadLetter>();
  const vouchedFor = new Set<string>();
  const fromTheLast = read.flatMap((one) => (one.ok ? [one.value] : [])).toSorted((one, other) => other.letter.number - one.letter.number);
  for (const one of fromTheLast) {
    const { device, previous } = one.letter;
    if (!vouchedFor.has(`${device} ${one.hash}`) && !isSigned(one)) continue;
    genuine.add(one);
    // Only for its own device: nobody's letter may vouch for one in another's name.
    vouchedFor.add(`${device} ${previous}`);
  }
  return read.map((one) => {
    if (!one.ok) return one;
    return genuine.has(one.value) ? levelled(one.value, context) : failed('letter-bad-signature');
  });
}

/** A letter that is in every way what it says, except that nobody has looked who signed it. */
interface ReadLetter {
  readonly letter: Letter;
  readonly hash: LetterHash;
  readonly signer: CertifiedDevice;
}

function readLetter(value: unknown, context: LetterContext): Result<ReadLetter, LetterFailure> {
  if (nestsDeeperThan(value, deepestNesting)) return failed('letter-malformed');
  const shape = envelope.safeParse(value);
  if (!shape.success) return failed('letter-malformed');
  const outer = shape.data;
  if (outer.changes.length > mostChangesInALetter) return failed('letter-too-large', { limit: mostChangesInALetter });
  if (outer.compartment !== context.compartment) return failed('letter-wrong-compartment');
  if ((outer.previous === null) !== (outer.number === 1)) return failed('letter-malformed');
  const signer = context.devices.get(outer.device);
  if (signer === undefined) return failed('letter-unknown-signer');
  if (!signer.jwgs.includes(context.jwg)) return failed('letter-not-in-group');
  const changes = verifyChanges(outer.changes, signer, outer.record, context);
  if (!changes.ok) return changes;
  const letter: Letter = { ...outer, changes: changes.value };
  return ok({ letter, hash: letterHash(letter), signer });
}

function isSigned({ letter, hash, signer }: ReadLetter): boolean {
  const signature = fromBase64Url(letter.signature);
  return signature.ok && verifySignature(signer.signKey, letterPurpose, letterMessage(hash), signature.value);
}

function levelled({ letter, hash, signer }: ReadLetter, context: LetterContext): Result<VerifiedLetter, LetterFailure> {
  const level = checkLevel(letter, context);
  if (!level.ok) return level;
  return ok({ letter, hash, person: signer.person } as VerifiedLetter);
}

function verifyChanges(
  candidates: readonly unknown[],
  signer: CertifiedDevice,
  record: Letter['record'],
  context: LetterContext,
): Result<readonly Change[], 'letter-bad-change' | 'letter-wrong-author'> {
  const known = {
    publicKeyOf: (device: DeviceId) => keyOfDevice(device, context.devices),
    erasures: context.erasures ?? new Set<ChangeHash>(),
  };
  const changes: Change[] = [];
  for (const candidate of candidates) {
    const change = verifyChange(candidate, known);
    if (!change.ok) return failed('letter-bad-change', { why: change.failure.code });
    const { header } = change.value;
    if (header.record !== record) return failed('letter-bad-change', { why: 'other-record' });
    const maker = context.devices.get(header.device);
    if (header.author !== signer.person || (maker !== undefined && maker.person !== signer.person)) {
      return failed('letter-wrong-author');
    }
    changes.push(change.value);
  }
  return ok(changes);
}

/** A device's id is its sign key, so that a former, never certified device of a person can still be checked. */
function keyOfDevice(device: DeviceId, devices: LetterContext['devices']): Uint8Array {
  return devices.get(device)?.signKey ?? keyBytes(device);
}

function checkLevel(letter: Letter, context: LetterContext): Result<null, 'letter-wrong-level' | 'letter-above-compartment'> {
  const named = markingOf(context.scheme, letter.level);
  const [first, ...rest] = letter.changes.map((one) => markingOf(context.scheme, one.header.level));
  if (first === undefined || highest(first, ...rest).rank !== named.rank) return failed('letter-wrong-level');
  if (isAbove(named, markingOf(context.scheme, context.marking))) return failed('letter-above-compartment');
  return ok(null);
}

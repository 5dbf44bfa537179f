import { z } from 'zod';
import { inflateWithin, deflate } from './deflate.ts';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { SealKey, Sealed } from '../crypto/keys.ts';
import { fromBase64, open, seal, sha256Hex, toBase64 } from '../crypto/sodium.ts';
import type { CompartmentId, LetterHash, ParcelId } from '../ids.ts';
import { failed, ok, type Result } from '../result.ts';
import { letterHash } from './letter-hash.ts';
import type { SignedStatement } from '../organisation/signed-statement.ts';
import type { Letter, ParcelDocument } from './letter.ts';
import { padme } from './padme.ts';

/** Sealed bytes of the largest parcel: base64 makes 320 KB of it, well below CouchDB's 512 KB limit. */
export const largestParcel = 240 * 1024;
/** What packing aims at when nothing else is asked for. */
export const usualParcel = 64 * 1024;
/**
 * Sealed bytes of the smallest. Below 64 KB a parcel is small only because there was no more to
 * send: padding one note to 64 KB would take 20 seconds of a 32 kbit/s link.
 */
export const smallestParcel = 4 * 1024;
/** Letters inflate to no more than this, whatever a parcel claims. */
export const inflationLimit = 4 * 1024 * 1024;
const mostLettersInAParcel = 2_000;

const nonceBytes = 24;
const tagBytes = 16;
const headerBytes = 8;
const overhead = nonceBytes + tagBytes + headerBytes;

export interface ParcelPlace {
  readonly compartment: CompartmentId;
  readonly epoch: number;
  readonly key: SealKey<'compartment'>;
  /** CouchDB user name of whoever uploads. */
  readonly uploader: string;
}

export interface PackedParcel {
  readonly document: ParcelDocument;
  readonly letters: readonly LetterHash[];
}

export interface Packed {
  readonly parcels: readonly PackedParcel[];
  /** Letters that fit into no parcel on their own; the record must be split or its text shortened. */
  readonly tooLarge: readonly Letter[];
}

const sealContext = (place: { compartment: string; epoch: number; uploader: string }) =>
  `rapporteur/parcel/1/${place.compartment}/${place.epoch}/${place.uploader}`;

/**
 * Packs letters of one compartment, in their order, into sealed parcels. `aim` is the sealed size to
 * aim at, between 64 and 240 KB: small for a slow link, where little is lost when it breaks.
 */
export function packLetters(letters: readonly Letter[], place: ParcelPlace, size: { readonly aim: number } = { aim: usualParcel }): Packed {
  const aim = Math.min(largestParcel, Math.max(usualParcel, size.aim));
  const parcels: PackedParcel[] = [];
  const tooLarge: Letter[] = [];
  let waiting: readonly Written[] = letters.map((letter) => ({ letter, text: JSON.stringify(letter) }));
  // How many plain bytes fit, learnt from the parcel before: texts of one language deflate alike.
  let plainPerSealed = 2;
  while (waiting.length > 0) {
    const taken = take(waiting, (aim - overhead) * plainPerSealed);
    const packed = packAtMost(taken, aim);
    if (packed === null) {
      tooLarge.push(...waiting.slice(0, 1).map((one) => one.letter));
      waiting = waiting.slice(1);
      continue;
    }
    waiting = waiting.slice(packed.letters.length);
    plainPerSealed = Math.min(20, Math.max(1, (packed.plainLength / packed.deflated.length) * 0.97));
    parcels.push(sealParcel(packed, place));
  }
  return { parcels, tooLarge };
}

/**
 * Seals signed statements (verdict.ts) into one parcel of their own, never together with letters:
 * what is done to letters, a removal for instance, leaves them where they are. `null`: too many for one.
 */
export function packStatements(statements: readonly SignedStatement[], place: ParcelPlace): ParcelDocument | null {
  const plain = jsonToBytes(statements);
  const deflated = deflate(plain);
  if (plain.length > inflationLimit || sealedSize(deflated.length) > largestParcel) return null;
  return sealParcel({ letters: [], plainLength: plain.length, deflated }, place).document;
}

/** A letter and its JSON, made once however often it is packed. */
interface Written {
  readonly letter: Letter;
  readonly text: string;
}

interface Deflated {
  readonly letters: readonly Written[];
  readonly plainLength: number;
  readonly deflated: Uint8Array;
}

function take(letters: readonly Written[], plainBytes: number): readonly Written[] {
  let sum = 0;
  const count = letters.findIndex(({ text }, index) => {
    sum += text.length;
    return index > 0 && (sum > plainBytes || index >= mostLettersInAParcel);
  });
  return count === -1 ? letters : letters.slice(0, count);
}

/** Deflates as many of these as fit the aim; one alone may use the whole of the largest parcel. `null`: the first does not fit. */
function packAtMost(letters: readonly Written[], aim: number): Deflated | null {
  const plain = new TextEncoder().encode(`[${letters.map((one) => one.text).join()}]`);
  const deflated = plain.length > inflationLimit ? null : deflate(plain);
  const limit = letters.length === 1 ? largestParcel : aim;
  if (deflated !== null && sealedSize(deflated.length) <= limit) return { letters, plainLength: plain.length, deflated };
  if (letters.length === 1) return null;
  // As many as would have fitted by this measure, a little less, and at most all but one.
  const share = deflated === null ? 0.5 : Math.max(0.5, (aim / (deflated.length + overhead)) * 0.95);
  return packAtMost(letters.slice(0, Math.min(letters.length - 1, Math.max(1, Math.floor(letters.length * share)))), aim);
}

function sealedSize(deflatedLength: number): number {
  return Math.max(smallestParcel, padme(deflatedLength + overhead));
}

function sealParcel(packed: Deflated, place: ParcelPlace): PackedParcel {
  const { deflated, plainLength } = packed;
  const body = new Uint8Array(sealedSize(deflated.length) - nonceBytes - tagBytes);
  const header = new DataView(body.buffer);
  header.setUint32(0, deflated.length);
  header.setUint32(4, plainLength);
  body.set(deflated, headerBytes);
  const sealed = seal(place.key, body, sealContext(place));
  return {
    document: {
      _id: parcelId(sealed),
      v: 1,
      epoch: place.epoch,
      uploader: place.uploader,
      nonce: toBase64(sealed.subarray(0, nonceBytes)),
      sealed: toBase64(sealed.subarray(nonceBytes)),
    },
    letters: packed.letters.map(({ letter }) => letterHash(letter)),
  };
}

/** SHA-256 over nonce and ciphertext: the document's id. */
function parcelId(sealed: Uint8Array): ParcelId {
  return sha256Hex(sealed) as ParcelId;
}

/** The shape of a parcel's document; `_rev` and whatever else a store adds is left out. */
export const parcelShape = z.object({
  _id: z.string().regex(/^[0-9a-f]{64}$/),
  v: z.literal(1),
  epoch: z.number().int().min(1).max(1_000_000),
  uploader: z.string().regex(/^[\w-]{1,64}$/),
  nonce: z.string().length(32),
  sealed: z.string().max(Math.ceil(largestParcel / 3) * 4),
});

/** Whether a parcel's id is the hash of what it holds: it is as it was sealed, whoever sealed it. */
export function isWholeParcel(document: ParcelDocument): boolean {
  const sealed = sealedBytes(document);
  return sealed !== null && parcelId(sealed) === document._id;
}

export type ParcelFailure =
  | 'parcel-malformed'
  | 'parcel-wrong-id'
  | 'parcel-no-key'
  | 'parcel-cannot-open'
  | 'parcel-inflates-too-much';

export interface OpenedParcel {
  readonly id: ParcelId;
  readonly epoch: number;
  readonly uploader: string;
  /** Not checked yet: each goes to `verifyLetter`. */
  readonly letters: readonly unknown[];
}

/**
 * Opens a parcel's document as it came from CouchDB (`_rev` is passed over). Checks its id before
 * anything else, then its seal; never inflates beyond the limit. Facts of `parcel-no-key`: `{epoch}`.
 */
export function openParcel(
  document: unknown,
  compartment: CompartmentId,
  keys: readonly { readonly epoch: number; readonly key: SealKey<'compartment'> }[],
): Result<OpenedParcel, ParcelFailure> {
  const shape = parcelShape.safeParse(document);
  const sealed = shape.success ? sealedBytes(shape.data) : null;
  if (!shape.success || sealed === null) return failed('parcel-malformed');
  const { _id, epoch, uploader } = shape.data;
  if (parcelId(sealed) !== _id) return failed('parcel-wrong-id');
  const key = keys.find((one) => one.epoch === epoch)?.key;
  if (key === undefined) return failed('parcel-no-key', { epoch });
  const body = open(key, sealed, sealContext({ compartment, epoch, uploader }));
  if (!body.ok) return failed('parcel-cannot-open');
  const letters = unpack(body.value);
  return letters.ok ? ok({ id: _id as ParcelId, epoch, uploader, letters: letters.value }) : letters;
}

function sealedBytes(document: z.output<typeof parcelShape>): Sealed | null {
  const nonce = fromBase64(document.nonce);
  const body = fromBase64(document.sealed);
  if (!nonce.ok || !body.ok || nonce.value.length !== nonceBytes) return null;
  const all = new Uint8Array(nonceBytes + body.value.length);
  all.set(nonce.value);
  all.set(body.value, nonceBytes);
  return all as Sealed;
}

function unpack(body: Uint8Array): Result<readonly unknown[], 'parcel-malformed' | 'parcel-inflates-too-much'> {
  if (body.length < headerBytes) return failed('parcel-malformed');
  const header = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const deflatedLength = header.getUint32(0);
  const plainLength = header.getUint32(4);
  if (deflatedLength > body.length - headerBytes) return failed('parcel-malformed');
  if (plainLength > inflationLimit) return failed('parcel-inflates-too-much', { limit: inflationLimit });
  const plain = inflateWithin(body.subarray(headerBytes, headerBytes + deflatedLength), plainLength);
  if (!plain.ok) return failed(plain.failure.code === 'too-much' ? 'parcel-inflates-too-much' : 'parcel-malformed');
  const letters = jsonFromBytes(plain.value);
  if (!Array.isArray(letters) || letters.length === 0 || letters.length > mostLettersInAParcel) return failed('parcel-malformed');
  return ok(letters as readonly unknown[]);
}

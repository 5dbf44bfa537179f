import { z } from 'zod';
import { canonicalBytes, jsonFromBytes } from '../crypto/canonical.ts';
import type { SealKey, SignSecretKey } from '../crypto/keys.ts';
import { fromBase64, open, seal, toBase64 } from '../crypto/sodium.ts';
import type { CompartmentId, LetterHash, ParcelId } from '../ids.ts';
import { deviceId, instant } from '../organisation/certificate.ts';
import { compartmentId, epochNumber } from '../organisation/grant.ts';
import { keyBytes } from '../organisation/key-text.ts';
import { orderId } from '../organisation/removal-order.ts';
import { openStatement, signStatement } from '../organisation/signed-statement.ts';
import { recordId } from '../records/parts.ts';
import { failed, ok, type Result } from '../result.ts';
import { padme } from './padme.ts';

const hash64 = z.string().regex(/^[0-9a-f]{64}$/);
const letterHashText = hash64.transform((text) => text as LetterHash);
const parcelIdText = hash64.transform((text) => text as ParcelId);

/** A letter that went, with what the chains of numbers need so that it does not look withheld. */
const removedLetter = z.strictObject({
  hash: letterHashText,
  device: deviceId,
  number: z.number().int().min(1),
  previous: letterHashText.nullable(),
  record: recordId,
});
export type RemovedLetter = z.output<typeof removedLetter>;

const content = z.strictObject({
  v: z.literal(1),
  parcel: parcelIdText,
  compartment: compartmentId,
  /** The orders in the directory by which it went. */
  orders: z.array(orderId).min(1).max(1_000),
  /** Letters that are nowhere in this compartment any more. */
  removed: z.array(removedLetter).max(2_000),
  /** Parcels that hold what stayed, and letters whose content was erased. */
  replacedBy: z.array(parcelIdText).max(2_000),
  at: instant,
});
/** What the secretariat says in place of a parcel that it took away. */
export type Stub = z.output<typeof content>;

/** The document that overwrites a parcel's. The statement inside is signed by the organisation and sealed like a parcel. */
export interface StubDocument {
  readonly _id: ParcelId;
  readonly v: 1;
  readonly stub: true;
  readonly epoch: number;
  /** 24 bytes, base64. */
  readonly nonce: string;
  readonly sealed: string;
}

const stubDocument = z.object({
  _id: hash64,
  v: z.literal(1),
  stub: z.literal(true),
  epoch: epochNumber,
  nonce: z.string().length(32),
  sealed: z.string().min(1_000).max(2_000_000),
});

/** Padding hides how many letters went. */
const smallestStub = 2 * 1024;
const nonceBytes = 24;
const sealContext = (parcel: string, compartment: string, epoch: number) => `rapporteur/stub/1/${compartment}/${epoch}/${parcel}`;

/** Whether a document stands in place of a parcel; `openStub` then says whether it is genuine. */
export function isStub(document: unknown): boolean {
  return typeof document === 'object' && document !== null && 'stub' in document;
}

/** Signs a stub and seals it with the compartment's key. The caller adds the parcel's `_rev`. */
export function writeStub(
  stub: Stub,
  epoch: { readonly epoch: number; readonly key: SealKey<'compartment'> },
  key: SignSecretKey,
): StubDocument {
  const plain = canonicalBytes(signStatement('parcel-stub', content.parse(stub), key));
  const padded = new Uint8Array(Math.max(smallestStub, padme(plain.length))).fill(0x20);
  padded.set(plain);
  const sealed = seal(epoch.key, padded, sealContext(stub.parcel, stub.compartment, epoch.epoch));
  return {
    _id: stub.parcel,
    v: 1,
    stub: true,
    epoch: epoch.epoch,
    nonce: toBase64(sealed.subarray(0, nonceBytes)),
    sealed: toBase64(sealed.subarray(nonceBytes)),
  };
}

export type StubFailure = 'stub-malformed' | 'stub-no-key' | 'stub-cannot-open' | 'stub-bad-signature' | 'stub-of-another';

/**
 * Opens a stub (`_rev` is passed over) and checks that the organisation signed it for exactly this
 * parcel and compartment. Facts of `stub-no-key`: `{epoch}`.
 */
export function openStub(
  document: unknown,
  compartment: CompartmentId,
  keys: readonly { readonly epoch: number; readonly key: SealKey<'compartment'> }[],
  organisationSignKey: string,
): Result<Stub, StubFailure> {
  const shape = stubDocument.safeParse(document);
  if (!shape.success) return failed('stub-malformed');
  const { _id, epoch } = shape.data;
  const [nonce, body] = [fromBase64(shape.data.nonce), fromBase64(shape.data.sealed)];
  if (!nonce.ok || !body.ok) return failed('stub-malformed');
  const key = keys.find((one) => one.epoch === epoch)?.key;
  if (key === undefined) return failed('stub-no-key', { epoch });
  const sealed = new Uint8Array([...nonce.value, ...body.value]);
  const plain = open(key, sealed, sealContext(_id, compartment, epoch));
  if (!plain.ok) return failed('stub-cannot-open');
  const opened = openStatement('parcel-stub', content, jsonFromBytes(plain.value), keyBytes(organisationSignKey));
  if (!opened.ok) return failed(opened.failure.code === 'malformed' ? 'stub-malformed' : 'stub-bad-signature');
  if (opened.value.parcel !== _id || opened.value.compartment !== compartment) return failed('stub-of-another');
  return ok(opened.value);
}

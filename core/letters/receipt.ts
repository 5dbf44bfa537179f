import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { BoxPair, BoxPublicKey, SignSecretKey } from '../crypto/keys.ts';
import { fromBase64, openBox, sealBox, sha256Hex, toBase64 } from '../crypto/sodium.ts';
import type { DeviceId } from '../ids.ts';
import { deviceId, instant } from '../organisation/certificate.ts';
import { keyBytes } from '../organisation/key-text.ts';
import { orderId } from '../organisation/removal-order.ts';
import { openStatement, peekStatement, signedStatement, signStatement } from '../organisation/signed-statement.ts';
import { failed, ok, type Result } from '../result.ts';

const count = z.number().int().min(0);

const content = z.strictObject({
  v: z.literal(1),
  /** The removal order or the erase order that was followed. */
  order: orderId,
  device: deviceId,
  /** `not-held`: there was nothing of it on this device. `held-back`: a legal hold stands, and what was ordered waits for its end. */
  done: z.enum(['erased', 'moved', 'not-held', 'held-back']),
  at: instant,
  /** Of an erase order: how much went, and of how many records something had not been delivered. */
  erased: z.strictObject({ records: count, drafts: count, undelivered: count }).optional(),
});
/** A device's statement that it followed an order of removal or erasure. */
export type Receipt = z.output<typeof content>;

/** In the orders database, under the hash of what it holds; only the secretariat opens it. */
export interface ReceiptDocument {
  readonly _id: string;
  readonly v: 1;
  readonly uploader: string;
  /** Sealed box to the organisation, base64; always of one length. */
  readonly sealed: string;
}

const receiptDocument = z.object({
  _id: z.string().regex(/^[0-9a-f]{64}$/),
  v: z.literal(1),
  uploader: z.string().regex(/^[\w-]{1,64}$/),
  sealed: z.string().max(4_000),
});

/** All receipts are this long inside, so that their length tells nothing. */
const receiptBytes = 1024;

/** Signs a receipt with the device's key and seals it to the organisation's box key (profile.organisation.boxKey). */
export function writeReceipt(receipt: Receipt, uploader: string, deviceKey: SignSecretKey, organisationBoxKey: string): ReceiptDocument {
  const plain = jsonToBytes(signStatement('removal-receipt', content.parse(receipt), deviceKey));
  if (plain.length > receiptBytes) throw new Error('a receipt is short');
  const padded = new Uint8Array(receiptBytes).fill(0x20);
  padded.set(plain);
  const sealed = sealBox(keyBytes<BoxPublicKey>(organisationBoxKey), padded);
  return { _id: sha256Hex(sealed), v: 1, uploader, sealed: toBase64(sealed) };
}

export type ReceiptFailure = 'receipt-malformed' | 'receipt-cannot-open' | 'receipt-unknown-device' | 'receipt-bad-signature';

/** Opens a receipt with the organisation's box keys; `signKeyOf` knows every device that was ever certified. */
export function openReceipt(
  document: unknown,
  organisationBox: BoxPair,
  signKeyOf: (device: DeviceId) => Uint8Array | undefined,
): Result<Receipt, ReceiptFailure> {
  const shape = receiptDocument.safeParse(document);
  const sealed = shape.success ? fromBase64(shape.data.sealed) : failed('not-base64');
  if (!shape.success || !sealed.ok || sha256Hex(sealed.value) !== shape.data._id) return failed('receipt-malformed');
  const plain = openBox(organisationBox, sealed.value);
  if (!plain.ok) return failed('receipt-cannot-open');
  const signed = signedStatement.safeParse(jsonFromBytes(plain.value));
  const claimed = signed.success ? content.safeParse(peekStatement(signed.data)) : null;
  if (!signed.success || claimed?.success !== true) return failed('receipt-malformed');
  const signKey = signKeyOf(claimed.data.device);
  if (signKey === undefined) return failed('receipt-unknown-device');
  const opened = openStatement('removal-receipt', content, signed.data, signKey);
  return opened.ok ? ok(opened.value) : failed('receipt-bad-signature');
}

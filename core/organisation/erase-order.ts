import { z } from 'zod';
import { jsonFromBytes, jsonToBytes } from '../crypto/canonical.ts';
import type { BoxPair, BoxPublicKey, SignSecretKey } from '../crypto/keys.ts';
import { fromBase64, openBox, sealBox, toBase64 } from '../crypto/sodium.ts';
import type { DeviceId } from '../ids.ts';
import { failed, ok, type Result } from '../result.ts';
import { deviceId, instant } from './certificate.ts';
import { compartmentId, grantTag } from './grant.ts';
import { keyBytes } from './key-text.ts';
import { orderId } from './removal-order.ts';
import { openStatement, signStatement } from './signed-statement.ts';

const order = z.strictObject({
  v: z.literal(1),
  id: orderId,
  device: deviceId,
  /** Only these are erased, and whatever else the device holds stays; `null`: everything on it, keys first. */
  compartments: z.array(compartmentId).min(1).max(2000).nullable(),
  at: instant,
});
/** The organisation's order to one device to erase compartments, or all that it holds. Nothing else ever erases anything: no 401, no 403. */
export type EraseOrder = z.output<typeof order>;

/** In the orders database; the same document in a file when the device cannot reach the server. */
export interface EraseOrderDocument {
  readonly _id: string;
  readonly v: 1;
  /** Sealed box to the device, base64. */
  readonly sealed: string;
}

const orderDocument = z.object({
  _id: z.string().regex(/^order-[0-9a-f]{32}-[\w-]{22}$/),
  v: z.literal(1),
  sealed: z.string().max(400_000),
});

/**
 * The database of orders and receipts. Whoever has or had an account may read it, and its name
 * follows from the directory's, so that a device finds its orders when its membership and its grant
 * are gone.
 */
export function ordersDatabaseOf(directoryDatabase: string): string {
  return `o${directoryDatabase.slice(1)}`;
}

/** The range of ids for one device's orders. */
export function eraseOrderKeyRange(boxKey: Uint8Array): { readonly startkey: string; readonly endkey: string } {
  const start = `order-${grantTag(boxKey)}-`;
  return { startkey: start, endkey: `${start}~` };
}

/** Signs an order and seals it to the device that it names. */
export function writeEraseOrder(value: EraseOrder, boxKey: BoxPublicKey, key: SignSecretKey): EraseOrderDocument {
  const signed = signStatement('erase-order', order.parse(value), key);
  return { _id: `order-${grantTag(boxKey)}-${value.id}`, v: 1, sealed: toBase64(sealBox(boxKey, jsonToBytes(signed))) };
}

export type EraseOrderFailure = 'erase-order-malformed' | 'erase-order-cannot-open' | 'erase-order-bad-signature' | 'erase-order-other-device';

/** Opens an order and checks that it is the organisation's and names this device. */
export function openEraseOrder(document: unknown, box: BoxPair, device: DeviceId, organisationSignKey: string): Result<EraseOrder, EraseOrderFailure> {
  const shape = orderDocument.safeParse(document);
  const sealed = shape.success ? fromBase64(shape.data.sealed) : failed('not-base64');
  if (!sealed.ok) return failed('erase-order-malformed');
  const plain = openBox(box, sealed.value);
  if (!plain.ok) return failed('erase-order-cannot-open');
  const opened = openStatement('erase-order', order, jsonFromBytes(plain.value), keyBytes(organisationSignKey));
  if (!opened.ok) return failed(opened.failure.code === 'malformed' ? 'erase-order-malformed' : 'erase-order-bad-signature');
  return opened.value.device === device ? ok(opened.value) : failed('erase-order-other-device');
}

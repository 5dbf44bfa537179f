import { randomId } from '../../core/crypto/sodium.ts';
import type { BoxPublicKey } from '../../core/crypto/keys.ts';
import type { CompartmentId, Instant } from '../../core/ids.ts';
import type { Receipt } from '../../core/letters/receipt.ts';
import type { Certificate } from '../../core/organisation/certificate.ts';
import { writeEraseOrder, type EraseOrderDocument } from '../../core/organisation/erase-order.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import { ok, type Result } from '../../core/result.ts';
import { refusedBy } from '../couchdb/couchdb.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import { signPairOf, type OfficeBook } from './office-book.ts';
import { readReceipts } from './receipts.ts';

export interface GivenOrder {
  readonly id: string;
  readonly document: EraseOrderDocument;
  /** Given before: the same device, the same compartments. */
  readonly known: boolean;
}

export type KeptOrder = OfficeBook['eraseOrders'][number];
type OrderedDevice = Certificate['devices'][number];

/**
 * Orders a device to erase compartments, or with `null` all that it holds: signed, sealed to it, and laid where it finds it without being
 * a member. The same order is given once: it is laid down again only where the server has lost it.
 */
export async function orderErasure(desk: Desk, device: OrderedDevice, compartments: readonly CompartmentId[] | null): Promise<Result<GivenOrder, ServerFailure>> {
  const standing = await standingOrder(desk, device, compartments);
  if (!standing.ok) return standing;
  const order: KeptOrder = standing.value ?? { id: randomId<string>(), device: device.id, compartments: compartments === null ? null : [...compartments], at: desk.now };
  const book = desk.book();
  const kept = standing.value === null ? desk.keep({ ...book, eraseOrders: [...book.eraseOrders, order] }) : ok(null);
  if (!kept.ok) return kept;
  const { id, at } = order;
  const document = writeEraseOrder({ v: 1, id, device: order.device, compartments: order.compartments, at }, keyBytes<BoxPublicKey>(device.boxKey), signPairOf(book).secretKey);
  const path = `/${desk.ordersDatabase}/${document._id}`;
  const there = await desk.couchdb.ask('GET', path);
  if (!there.ok) return there;
  if (there.value.status === 200) return ok({ id: order.id, document, known: true });
  const answer = await desk.couchdb.ask('PUT', path, document);
  if (!answer.ok) return answer;
  return answer.value.status === 201 ? ok({ id: order.id, document, known: standing.value !== null }) : refusedBy(answer.value, path);
}

/**
 * The same order, given before and still standing: not confirmed yet, or the device has ended and can
 * have received nothing since. A device that goes on working after its receipt is given a new one.
 */
async function standingOrder(desk: Desk, device: OrderedDevice, compartments: readonly CompartmentId[] | null): Promise<Result<KeptOrder | null, ServerFailure>> {
  const wanted = nameOf(compartments);
  const same = desk.book().eraseOrders.findLast((one) => one.device === device.id && nameOf(one.compartments) === wanted);
  if (same === undefined || device.until !== null) return ok(same ?? null);
  const receipts = await readReceipts(desk);
  if (!receipts.ok) return receipts;
  return ok(confirmationOf(same, receipts.value) === null ? same : null);
}

function nameOf(compartments: readonly CompartmentId[] | null): string {
  return compartments === null ? 'everything' : compartments.toSorted().join(' ');
}

/** When a device said that it carried an order out, by its own clock, and how much went; counts are unknown of receipts from before there were any. */
export interface Confirmation {
  readonly at: Instant;
  readonly erased: Receipt['erased'] | null;
}

/** The receipt for an order, over the network or by hand; `null`: the device is silent about it. */
export function confirmationOf(order: KeptOrder, receipts: readonly Receipt[]): Confirmation | null {
  const receipt = receipts.find((one) => one.order === order.id && one.device === order.device);
  if (receipt !== undefined) return { at: receipt.at, erased: receipt.erased ?? null };
  return order.byHand ?? null;
}

import { randomId } from '../../core/crypto/sodium.ts';
import type { BoxPublicKey } from '../../core/crypto/keys.ts';
import type { CompartmentId } from '../../core/ids.ts';
import type { Certificate } from '../../core/organisation/certificate.ts';
import { writeEraseOrder, type EraseOrderDocument } from '../../core/organisation/erase-order.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import { ok, type Result } from '../../core/result.ts';
import { refusedBy } from '../couchdb/couchdb.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import { signPairOf } from './office-book.ts';

export interface GivenOrder {
  readonly id: string;
  readonly document: EraseOrderDocument;
}

/** Orders a device to erase compartments: signed, sealed to it, and laid where it finds it without being a member. */
export async function orderErasure(
  desk: Desk,
  device: Certificate['devices'][number],
  compartments: readonly CompartmentId[],
): Promise<Result<GivenOrder, ServerFailure>> {
  const id = randomId<string>();
  const order = { v: 1 as const, id, device: device.id, compartments: [...compartments], at: desk.now };
  const document = writeEraseOrder(order, keyBytes<BoxPublicKey>(device.boxKey), signPairOf(desk.book()).secretKey);
  const path = `/${desk.ordersDatabase}/${document._id}`;
  const answer = await desk.couchdb.ask('PUT', path, document);
  if (!answer.ok) return answer;
  if (answer.value.status !== 201) return refusedBy(answer.value, path);
  const kept = desk.keep({ ...desk.book(), eraseOrders: [...desk.book().eraseOrders, { id, device: device.id }] });
  return kept.ok ? ok({ id, document }) : kept;
}

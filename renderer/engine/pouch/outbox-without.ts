import { eraseContent } from '../../../core/ledger/erasure.ts';
import type { Letter } from '../../../core/letters/letter.ts';
import { largestParcel, openParcel, packLetters } from '../../../core/letters/parcel.ts';
import type { RemovalOrder } from '../../../core/organisation/removal-order.ts';
import type { OutgoingParcel, PouchGround, Resealed } from '../pouch-seam/pouch-ground.ts';
import type { OfficeDirectory } from './directory.ts';

export interface OutboxParts {
  readonly ground: Pick<PouchGround, 'letters'>;
  readonly directory: Pick<OfficeDirectory, 'grant'>;
}

/**
 * What an order does to parcels that were sealed before and have not gone: letters lose the content
 * that was ordered to be erased, and letters of a record that went above leave; the others of the same
 * parcel go as they are, under the numbers that they have. Orders name what the office has seen, so a
 * letter that leaves here leaves no gap. A parcel that does not open any more does not go.
 */
export async function outboxWithout(order: RemovalOrder, { ground, directory }: OutboxParts): Promise<readonly Resealed[]> {
  const doomed = new Set(order.changes);
  const letters = await ground.letters.ofCompartment(order.compartment);
  const touched = new Set(letters.filter((one) => one.record === order.record && one.changes.some((hash) => doomed.has(hash))).map((one) => one.hash));
  if (touched.size === 0) return [];
  const keys = directory.grant()?.compartments.find((one) => one.id === order.compartment)?.epochs ?? [];
  const instead: Resealed[] = [];
  for (const parcel of await ground.letters.outbox()) {
    if (parcel.compartment !== order.compartment || !parcel.letters.some((hash) => touched.has(hash))) continue;
    instead.push({ was: parcel.document._id, now: resealed(parcel, order, doomed, keys) });
  }
  return instead;
}

function resealed(parcel: OutgoingParcel, order: RemovalOrder, doomed: ReadonlySet<string>, keys: Parameters<typeof openParcel>[2]): readonly OutgoingParcel[] {
  const { compartment, database, document } = parcel;
  const opened = openParcel(document, compartment, keys);
  const key = keys.find((one) => one.epoch === document.epoch)?.key;
  if (!opened.ok || key === undefined) return [];
  // This laptop wrote and sealed them.
  const letters = opened.value.letters as readonly Letter[];
  const left = letters.flatMap((letter): Letter[] => {
    if (order.kind === 'raised') return letter.changes.every((one) => doomed.has(one.hash)) ? [] : [letter];
    return [{ ...letter, changes: letter.changes.map((one) => (doomed.has(one.hash) ? eraseContent(one) : one)) }];
  });
  const packed = packLetters(left, { compartment, epoch: document.epoch, key, uploader: document.uploader }, { aim: largestParcel });
  if (packed.tooLarge.length > 0) throw new Error('what fitted into a parcel fits into one without a part of it');
  return packed.parcels.map((one) => ({ database, compartment, document: one.document, letters: one.letters }));
}

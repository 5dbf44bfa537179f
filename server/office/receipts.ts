import type { CompartmentId, DeviceId } from '../../core/ids.ts';
import { openReceipt, type Receipt } from '../../core/letters/receipt.ts';
import { ok, type Result } from '../../core/result.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import { certificateOf } from './members.ts';
import { boxPairOf } from './office-book.ts';
import { forEachDocument } from './parcel-reader.ts';

/** Every receipt on the server that a certified device signed. */
export async function readReceipts(desk: Desk): Promise<Result<readonly Receipt[], ServerFailure>> {
  const directory = await desk.directory();
  if (!directory.ok) return directory;
  const receipts: Receipt[] = [];
  const box = boxPairOf(desk.book());
  const signKeyOf = (device: DeviceId) => directory.value.devices.get(device)?.signKey;
  const read = await forEachDocument(desk.couchdb, desk.ordersDatabase, (document) => {
    const opened = openReceipt(document, box, signKeyOf);
    if (opened.ok) receipts.push(opened.value);
  });
  return read.ok ? ok(receipts) : read;
}

export interface DeviceOfPerson {
  readonly device: DeviceId;
  readonly name: string;
}

/** Devices that were ever given a compartment's key, removed ones too: they may still hold what was in it. */
export function devicesEverIn(desk: Desk, compartment: CompartmentId): readonly DeviceOfPerson[] {
  return desk.book().members.flatMap((member) => {
    const { name } = certificateOf(member, desk.book()).person;
    return member.grants.filter((one) => one.compartments.includes(compartment)).map((one) => ({ device: one.device, name }));
  });
}

/** Those of a compartment's devices from which no receipt for this order has come. */
export function silentAbout(desk: Desk, order: { readonly id: string; readonly compartment: CompartmentId }, receipts: readonly Receipt[]): readonly DeviceOfPerson[] {
  return devicesEverIn(desk, order.compartment).filter((one) => !receipts.some((receipt) => receipt.order === order.id && receipt.device === one.device));
}

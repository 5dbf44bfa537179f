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

/** What a compartment's devices say of an order. */
export interface Answers {
  /** No receipt has come. */
  readonly silent: readonly DeviceOfPerson[];
  /** They have not carried it out, because a legal hold stands there. */
  readonly heldBack: readonly DeviceOfPerson[];
}

/** Who has answered nothing, and who answered that a legal hold stands; whoever has carried the order out since is in neither. */
export function answersTo(desk: Desk, order: { readonly id: string; readonly compartment: CompartmentId }, receipts: readonly Receipt[]): Answers {
  const own = Map.groupBy(receipts.filter((one) => one.order === order.id), (one) => one.device);
  const open = devicesEverIn(desk, order.compartment).filter((one) => !(own.get(one.device) ?? []).some((each) => each.done !== 'held-back'));
  return { silent: open.filter((one) => !own.has(one.device)), heldBack: open.filter((one) => own.has(one.device)) };
}

import { jsonFromBytes } from '../../../core/crypto/canonical.ts';
import { openEraseOrder, type EraseOrder, type EraseOrderFailure } from '../../../core/organisation/erase-order.ts';
import { writeErasureReceipt, type ErasureReceipt } from '../../../core/organisation/erasure-receipt.ts';
import { fingerprint } from '../../../core/organisation/fingerprint.ts';
import type { RecordId } from '../../../core/ids.ts';
import { standingHold } from '../../../core/persons/legal-hold.ts';
import { recordKinds } from '../../../core/records/kinds.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import { rowValue } from '../notebook/catalogue.ts';
import { localDay } from '../notebook/today.ts';
import { eraseReceipt, followedState } from '../pouch/erase-orders.ts';
import { readEraseOrders } from '../pouch/erase-orders-store.ts';
import type { NamedState } from '../pouch-seam/pouch-ground.ts';
import type { Session } from '../session.ts';
import { attempted } from '../store/storage-failure.ts';
import type { DevicesParts } from './create-devices.ts';
import type { HeldHere, PreparedErasure } from './devices-api.ts';
import { eraseCompartments, heldOfCompartments } from './erase-compartments.ts';
import { destroyKeySlots, removeDatabases } from './erase-everything.ts';

const locked = failed('vault-locked');

/** All that is on the laptop. */
export async function heldHere(session: Session): Promise<HeldHere> {
  await session.ready();
  const underWay = (await session.letters.outbox()).reduce((sum, parcel) => sum + parcel.letters.length, 0);
  const records = recordKinds.reduce((sum, kind) => sum + session.notebook.rows(kind).length + session.notebook.rows(kind, { binned: true }).length, 0);
  const unsent = [...session.ledger.unsent.byRecord().keys()];
  return { records, drafts: (await session.drafts.list()).length, undelivered: unsent.length + underWay, onHold: onHold(session, unsent) };
}

/** What an order would take. */
export async function heldByOrder({ database }: Pick<DevicesParts, 'database'>, session: Session, { compartments }: EraseOrder): Promise<HeldHere> {
  if (compartments === null) return heldHere(session);
  await session.ready();
  const held = await heldOfCompartments(session, database, compartments);
  const unsent = [...session.ledger.unsent.byRecord().keys()].filter((record) => held.records.has(record));
  return { records: held.records.size, drafts: held.drafts.length, undelivered: unsent.length, onHold: onHold(session, unsent) };
}

function onHold({ ledger, now }: Session, records: readonly RecordId[]): number {
  const today = localDay(now());
  return records.filter((record) => {
    const entry = ledger.catalogue.get(record);
    return entry !== undefined && standingHold(rowValue(entry), today) !== null;
  }).length;
}

/** Signs the receipt while there still is a key; `null`: the person at the laptop decided it. Nothing is erased. */
export async function preparedErasure(parts: DevicesParts, session: Session, order: EraseOrder | null): Promise<PreparedErasure> {
  const { person, name, device, deviceKeys } = session.identity;
  const { records, drafts, undelivered } = order === null ? await heldHere(session) : await heldByOrder(parts, session, order);
  const receipt: ErasureReceipt = {
    v: 1,
    person, name, device,
    fingerprint: fingerprint(deviceKeys.publicKey),
    at: parts.now(),
    order: order?.id ?? null,
    compartments: order === null || order.compartments === null ? null : [...order.compartments],
    erased: { records, drafts },
    undelivered,
  };
  return { receipt, block: writeErasureReceipt(receipt, deviceKeys.secretKey) };
}

/** Keys first. From the moment the slots are gone nothing opens any more, whatever else is still there. */
export async function eraseEverything(parts: DevicesParts): Promise<Result<null, 'vault-locked' | 'storage-failed'>> {
  if (parts.session() === null) return locked;
  const names = await parts.databases();
  const destroyed = await attempted(() => destroyKeySlots(parts.database));
  if (!destroyed.ok) return failed('storage-failed');
  await parts.leave();
  const removed = await attempted(() => removeDatabases(parts.database, names));
  return removed.ok ? ok(null) : failed('storage-failed');
}

/** An order in a file, for this laptop and not carried out before. */
export async function orderIn(session: Session, file: Uint8Array): Promise<Result<EraseOrder, EraseOrderFailure | 'erase-order-followed' | 'not-joined'>> {
  const profile = session.organisation.profile();
  if (profile === null) return failed('not-joined');
  const { box, device } = session.identity;
  const order = openEraseOrder(jsonFromBytes(file), box, device, profile.organisation.signKey);
  if (!order.ok) return order;
  const { followed } = await readEraseOrders(session.states);
  return followed[order.value.id] === undefined ? order : failed('erase-order-followed');
}

/** What is kept of an order that came by hand: that it was carried out, and the receipt, which goes with the next contact as well. */
export async function statesByHand(session: Session, order: EraseOrder, held: HeldHere): Promise<readonly NamedState[]> {
  const profile = session.organisation.profile();
  if (profile === null) return [];
  const around = { identity: session.identity, now: session.now };
  return [followedState(order, held, eraseReceipt(order, held, profile, around), await readEraseOrders(session.states), around)];
}

/** Carries an order out and ends the session. What it was carried out on is told when it is over. */
export async function carryOut(
  parts: DevicesParts,
  order: EraseOrder,
  statesOf: (session: Session, held: HeldHere) => readonly NamedState[] | Promise<readonly NamedState[]>,
): Promise<Result<null, 'vault-locked' | 'storage-failed'>> {
  const session = parts.session();
  if (session === null) return locked;
  const { compartments } = order;
  if (compartments === null) {
    const gone = await eraseEverything(parts);
    if (gone.ok) parts.erased(true);
    return gone;
  }
  const states = await statesOf(session, await heldByOrder(parts, session, order));
  const erased = await session.ledger.exclusively(() => attempted(() => eraseCompartments(session, parts.database, compartments, states)));
  await parts.leave();
  parts.erased(false);
  return erased.ok ? ok(null) : failed('storage-failed');
}

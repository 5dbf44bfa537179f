import type { ReceiptDocument } from '../../../core/letters/receipt.ts';
import { writeReceipt } from '../../../core/letters/receipt.ts';
import { eraseOrderKeyRange, openEraseOrder, ordersDatabaseOf, type EraseOrder } from '../../../core/organisation/erase-order.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import type { HeldHere } from '../api.ts';
import type { PouchGround } from '../pouch-seam/pouch-ground.ts';
import { WireFailure } from './answers.ts';
import { eraseOrdersState, readEraseOrders, type EraseOrdersState } from './erase-orders-store.ts';
import { StorageStop } from './failures.ts';
import { withPatience } from './patience.ts';
import { bringReceipts, type ReceiptMeans } from './receipts.ts';
import { askRemote, useRemote } from './remote.ts';

/** What a look at the orders came to. */
export interface LookedForOrders {
  /** An order is being carried out: the session ends, and nothing else may be asked of it. */
  readonly ordered: boolean;
  /** Documents that are no order for this laptop, not counted before. */
  readonly refused: number;
}

const nothing: LookedForOrders = { ordered: false, refused: 0 };

/**
 * Looks for orders to erase, whatever else the server still answers this laptop, and carries out the
 * first that was not carried out before. It asks nobody. The receipt goes first, signed while there is
 * a key; a server that does not take it saves nothing from being erased. An office that has no place
 * of orders, or does not answer, has ordered nothing: no 401 and no 403 ever erases anything.
 */
export async function obeyEraseOrders(means: ReceiptMeans): Promise<LookedForOrders> {
  const { ground } = means;
  const profile = ground.organisation.profile();
  if (profile === null) return nothing;
  const documents = await fetchOrders(profile, means);
  if (documents.length === 0) return nothing;
  const state = await readEraseOrders(ground.states);
  const { due, refused } = sortOrders(documents, state, profile, ground);
  const [order] = due;
  if (order !== undefined) await obey(order, state, profile, means);
  else if (refused.length > 0) await write(ground, { ...state, refused: [...state.refused, ...refused] });
  return { ordered: order !== undefined, refused: refused.length };
}

async function fetchOrders(profile: OrganisationProfile, { ground, send, pause, signal }: ReceiptMeans): Promise<readonly unknown[]> {
  const range = eraseOrderKeyRange(ground.identity.box.publicKey);
  try {
    const { rows } = await withPatience({ pause, signal, tries: 2 }, () =>
      useRemote(ordersDatabaseOf(profile.directoryDatabase), send, signal, ({ database }) => askRemote(database.allDocs({ ...range, include_docs: true }))),
    );
    return rows.map((row) => row.doc);
  } catch (cause) {
    if (!(cause instanceof WireFailure) || cause.code === 'cancelled') throw cause;
    return [];
  }
}

/** Orders that are this laptop's and were not carried out, the oldest first, and the names of what is none. */
function sortOrders(documents: readonly unknown[], state: EraseOrdersState, { organisation }: OrganisationProfile, { identity }: PouchGround): { readonly due: readonly EraseOrder[]; readonly refused: readonly string[] } {
  const due: EraseOrder[] = [];
  const refused: string[] = [];
  for (const document of documents) {
    const opened = openEraseOrder(document, identity.box, identity.device, organisation.signKey);
    if (!opened.ok) refused.push(nameOf(document));
    else if (state.followed[opened.value.id] === undefined) due.push(opened.value);
  }
  return { due: due.toSorted((one, other) => one.at - other.at), refused: refused.filter((one) => !state.refused.includes(one)) };
}

function nameOf(document: unknown): string {
  const id: unknown = typeof document === 'object' && document !== null ? (document as { readonly _id?: unknown })._id : '';
  return String(id).slice(0, 100);
}

async function obey(order: EraseOrder, state: EraseOrdersState, profile: OrganisationProfile, means: ReceiptMeans): Promise<void> {
  const { ground } = means;
  const held = await ground.erasing.weigh(order);
  const receipt = eraseReceipt(order, held, profile, ground);
  let isThere = false;
  await bringReceipts([receipt], means, async (ids) => void (isThere ||= ids.has(receipt._id)));
  ground.erasing.carryOut(order, [followedState(order, held, isThere ? null : receipt, state, ground)]);
}

/** The signed receipt for an order, sealed to the organisation. */
export function eraseReceipt(order: EraseOrder, { records, drafts, undelivered }: HeldHere, profile: OrganisationProfile, { identity, now }: Pick<PouchGround, 'identity' | 'now'>): ReceiptDocument {
  const { device, deviceKeys, credential } = identity;
  return writeReceipt({ v: 1, order: order.id, device, done: 'erased', at: now(), erased: { records, drafts, undelivered } }, credential.user, deviceKeys.secretKey, profile.organisation.boxKey);
}

/** That an order was carried out, and the receipt as long as it is owed. */
export function followedState(order: EraseOrder, { records, drafts, undelivered }: HeldHere, receipt: ReceiptDocument | null, state: EraseOrdersState, { now }: Pick<PouchGround, 'now'>) {
  const one = { at: now(), compartments: order.compartments?.length ?? 0, records, drafts, undelivered, receipt };
  return eraseOrdersState({ ...state, followed: { ...state.followed, [order.id]: one } });
}

async function write({ states }: PouchGround, state: EraseOrdersState): Promise<void> {
  const written = await states.write([eraseOrdersState(state)]);
  if (!written.ok) throw new StorageStop(written.failure.code);
}

import { z } from 'zod';
import type { ReceiptDocument } from '../../../core/letters/receipt.ts';
import type { NamedState, PouchGround, SealedStates } from '../pouch-seam/pouch-ground.ts';
import { StorageStop } from './failures.ts';

const stateName = 'pouch/erase-orders';

const receipt = z.object({ _id: z.string(), v: z.literal(1), uploader: z.string(), sealed: z.string() });
const count = z.number().int().min(0);

const followed = z.object({
  at: z.number(),
  compartments: count,
  records: count,
  drafts: count,
  undelivered: count,
  /** The signed receipt until the organisation has it; `null`: it has. */
  receipt: receipt.nullable(),
});
/** An order to erase compartments that this laptop carried out, and went on. */
export type FollowedErasure = z.output<typeof followed>;

const schema = z.object({
  followed: z.record(z.string(), followed),
  /** Documents that lay where an order lies and were none for this laptop: each is counted once. */
  refused: z.array(z.string()),
});
export type EraseOrdersState = z.output<typeof schema>;

/** Refused documents remembered; a server that makes up more than these has them counted again. */
const mostRefused = 500;

/** What is known of erase orders. A row that cannot be read is begun anew: carrying one out twice erases what is not there. */
export async function readEraseOrders(states: SealedStates): Promise<EraseOrdersState> {
  const read = await states.read(stateName, schema);
  return (read.ok ? read.value : null) ?? { followed: {}, refused: [] };
}

export function eraseOrdersState(value: EraseOrdersState): NamedState {
  return { name: stateName, value: { ...value, refused: value.refused.slice(-mostRefused) } };
}

/** Receipts of orders after which the laptop went on, that the organisation does not have yet. */
export async function owedEraseReceipts({ states }: Pick<PouchGround, 'states'>): Promise<readonly ReceiptDocument[]> {
  const state = await readEraseOrders(states);
  return Object.values(state.followed).flatMap((one) => (one.receipt === null ? [] : [one.receipt]));
}

/** The server has these. */
export async function eraseReceiptsDelivered(ids: ReadonlySet<string>, { states }: Pick<PouchGround, 'states'>): Promise<void> {
  const state = await readEraseOrders(states);
  const settled = Object.entries(state.followed).map(([order, one]) => [order, one.receipt !== null && ids.has(one.receipt._id) ? { ...one, receipt: null } : one] as const);
  const written = await states.write([eraseOrdersState({ ...state, followed: Object.fromEntries(settled) })]);
  if (!written.ok) throw new StorageStop(written.failure.code);
}

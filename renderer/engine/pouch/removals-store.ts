import { z } from 'zod';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';

const stateName = 'pouch/removals';

const receipt = z.object({ _id: z.string(), v: z.literal(1), uploader: z.string(), sealed: z.string() });

const followed = z.object({
  done: z.enum(['erased', 'moved', 'not-held']),
  at: z.number(),
  /** The signed receipt until the organisation has it; `null`: it has. */
  receipt: receipt.nullable(),
});
/** An order of removal that this laptop has followed. */
export type Followed = z.output<typeof followed>;

const waiting = z.object({
  at: z.number(),
  receipt: receipt.nullable(),
});
/** An order of erasure that waits, because a legal hold stands on the record here; the receipt says so. */
export type HeldBack = z.output<typeof waiting>;

const schema = z.object({
  followed: z.record(z.string(), followed),
  /** Orders that the person has let go ahead although they take much. */
  allowed: z.array(z.string()),
  /** Orders that a legal hold stops, with what the organisation was told. */
  heldBack: z.record(z.string(), waiting).default({}),
});
export interface RemovalsState {
  readonly followed: Readonly<Record<string, Followed>>;
  readonly allowed: readonly string[];
  readonly heldBack: Readonly<Record<string, HeldBack>>;
}

/** What is known of orders followed. A row that cannot be read is begun anew: following an order twice changes nothing. */
export async function readRemovals(states: SealedStates): Promise<RemovalsState> {
  const read = await states.read(stateName, schema);
  return (read.ok ? read.value : null) ?? { followed: {}, allowed: [], heldBack: {} };
}

export function removalsState(value: RemovalsState): NamedState {
  return { name: stateName, value };
}

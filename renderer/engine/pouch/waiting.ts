import { z } from 'zod';
import type { CompartmentId, ParcelId } from '../../../core/ids.ts';
import type { PouchPreview } from '../api.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';
import { mayOpenLater, type OpenedParcelContent, type WaitingWhy } from './opening.ts';

const reasons = ['no-key', 'future-epoch', 'unknown-order', 'not-in-group', 'above-ceiling', 'unknown-signer', 'damaged', 'forged'] as const satisfies readonly WaitingWhy[];

const schema = z.record(
  z.string(),
  z.object({
    why: z.enum(reasons).catch('not-in-group'),
    /** What was known when it was last tried (`OfficeDirectory.stamp`). */
    stamp: z.string(),
  }),
);

/** Parcels of one compartment that could not be opened, or not whole. */
export type Waiting = ReadonlyMap<ParcelId, { readonly why: WaitingWhy; readonly stamp: string }>;

const nameOf = (compartment: CompartmentId) => `pouch/waiting/${compartment}`;

export async function readWaiting(states: SealedStates, compartment: CompartmentId): Promise<Waiting> {
  const read = await states.read(nameOf(compartment), schema);
  const value = read.ok ? (read.value ?? {}) : {};
  return new Map(Object.entries(value).map(([parcel, one]) => [parcel as ParcelId, one]));
}

export function waitingState(compartment: CompartmentId, waiting: Waiting): NamedState {
  return { name: nameOf(compartment), value: Object.fromEntries(waiting) };
}

/** The list after some parcels were opened or tried again. */
export function waitingAfter(before: Waiting, contents: readonly OpenedParcelContent[], stamp: string): Waiting {
  const after = new Map(before);
  for (const { parcel, waiting } of contents) {
    if (waiting === null) after.delete(parcel);
    else after.set(parcel, { why: waiting, stamp });
  }
  return after;
}

/** Parcels worth trying again: something is known now that was not then. */
export function worthTrying(waiting: Waiting, stamp: string): readonly ParcelId[] {
  return [...waiting].filter(([, one]) => mayOpenLater(one.why) && one.stamp !== stamp).map(([parcel]) => parcel);
}

/** Counted by reason, for the screen. */
export function countWaiting(lists: readonly Waiting[]): PouchPreview['waiting'] {
  const all = lists.flatMap((list) => [...list.values()]);
  return reasons.map((why) => ({ why, count: all.filter((one) => one.why === why).length })).filter((one) => one.count > 0);
}

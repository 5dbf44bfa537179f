import { z } from 'zod';
import type { Instant } from '../../../core/ids.ts';
import type { KitState } from '../api.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';

const stateName = 'recovery-kit';
const schema = z.strictObject({ v: z.literal(1), made: z.number(), confirmed: z.boolean() });

/** What is remembered of a kit: when it was made, and whether the person said that they have it. Never its key. */
export function kitState(made: Instant, confirmed: boolean): NamedState {
  const value: z.input<typeof schema> = { v: 1, made, confirmed };
  return { name: stateName, value };
}

/** Notebooks from before this was kept count as confirmed: their kit was shown until it was. */
export async function readKitState(states: SealedStates, notebookMade: Instant): Promise<KitState> {
  const read = await states.read(stateName, schema);
  if (!read.ok || read.value === null) return { made: notebookMade, confirmed: true };
  return { made: read.value.made, confirmed: read.value.confirmed };
}

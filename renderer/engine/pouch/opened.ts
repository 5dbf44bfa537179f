import { z } from 'zod';
import type { CompartmentId } from '../../../core/ids.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';

/** How far the parcels of one compartment have been opened: kept in the notebook, moved with what they brought. */
export interface Opened {
  /** Which local database the number counts in. */
  readonly pouch: string;
  readonly sequence: number;
  /** The server's own mark of how far all of it was fetched and opened; absent: it must be asked for everything. */
  readonly remote?: string | undefined;
}

const schema = z.object({ pouch: z.string(), sequence: z.number(), remote: z.string().optional() });

const nameOf = (compartment: CompartmentId) => `pouch/opened/${compartment}`;

/** `null` also when the row is damaged: everything is fetched and opened again then, and known letters change nothing. */
export async function readOpened(states: SealedStates, compartment: CompartmentId): Promise<Opened | null> {
  const read = await states.read(nameOf(compartment), schema);
  return read.ok ? read.value : null;
}

export function openedState(compartment: CompartmentId, opened: Opened): NamedState {
  return { name: nameOf(compartment), value: opened };
}

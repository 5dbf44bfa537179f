import { z } from 'zod';
import type { Instant } from '../../../../core/ids.ts';
import type { NamedState, SealedStates } from '../../pouch-seam/pouch-ground.ts';

const stateName = 'devices/last-backup';
const schema = z.strictObject({ v: z.literal(1), made: z.number() });

export function lastBackupState(made: Instant): NamedState {
  return { name: stateName, value: { v: 1, made } satisfies z.input<typeof schema> };
}

/** When the last backup that was saved was made; `null`: never. */
export async function readLastBackup(states: SealedStates): Promise<Instant | null> {
  const read = await states.read(stateName, schema);
  return read.ok ? (read.value?.made ?? null) : null;
}

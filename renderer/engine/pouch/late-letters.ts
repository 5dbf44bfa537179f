import { z } from 'zod';
import type { CompartmentId, DeviceId, Instant, LetterHash } from '../../../core/ids.ts';
import { instantOf } from '../../../core/ledger/hybrid-clock.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';
import type { ArrivedLetter } from './quarantine.ts';

const text = <Name extends string>() => z.string().transform((one) => one as Name);
const lateLetter = z.object({ hash: text<LetterHash>(), device: text<DeviceId>(), epoch: z.number() });
/** A letter of a member that was sealed with a key after another had come in its place. */
export type LateLetter = z.output<typeof lateLetter>;

/** Told and kept: no more than these, the newest. */
const mostKept = 1_000;

const nameOf = (compartment: CompartmentId) => `pouch/late/${compartment}`;

export async function readLate(states: SealedStates, compartment: CompartmentId): Promise<readonly LateLetter[]> {
  const read = await states.read(nameOf(compartment), z.array(lateLetter));
  return read.ok ? (read.value ?? []) : [];
}

export function lateState(compartment: CompartmentId, letters: readonly LateLetter[]): NamedState {
  return { name: nameOf(compartment), value: letters.slice(-mostKept) };
}

/**
 * Which of these came late: something in them was written after the next key had come. What was
 * written before is history, whenever it arrives. `turnedAt`: when each epoch's key came.
 */
export function lateAmong(letters: readonly ArrivedLetter[], turnedAt: ReadonlyMap<number, Instant>): readonly LateLetter[] {
  return letters.flatMap(({ letter, hash, epoch }) => {
    const turned = turnedAt.get(epoch + 1);
    const isLate = turned !== undefined && letter.changes.some((one) => instantOf(one.header.time) > turned);
    return isLate ? [{ hash, device: letter.device, epoch }] : [];
  });
}

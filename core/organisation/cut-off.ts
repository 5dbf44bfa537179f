import type { CompartmentId, DeviceId, LetterHash } from '../ids.ts';
import type { DirectoryState } from './directory.ts';

/** The part of a letter that a cut-off looks at. */
export interface NumberedLetter {
  readonly device: DeviceId;
  readonly number: number;
  readonly hash: LetterHash;
}

/**
 * Whether a letter comes after the last one that counts of a removed device, or stands in that one's
 * place: such a letter is quarantined until a current member countersigns it. Letters before the last
 * are bound to it by their links; whoever keeps chains sees another one under their number as a fork.
 */
export function isBeyondCutOff(state: Pick<DirectoryState, 'cutOffs'>, compartment: CompartmentId, letter: NumberedLetter): boolean {
  return isBeyondLast(state.cutOffs.get(compartment)?.get(letter.device), letter);
}

/** The same against one device's last letter: `null`, none counts; `undefined`, the device was not removed. */
export function isBeyondLast(last: Pick<NumberedLetter, 'number' | 'hash'> | null | undefined, letter: NumberedLetter): boolean {
  if (last === undefined) return false;
  return last === null || letter.number > last.number || (letter.number === last.number && letter.hash !== last.hash);
}

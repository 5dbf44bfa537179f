import type { Cleared } from '../clearance/decision.ts';
import type { SignSecretKey } from '../crypto/keys.ts';
import { sign, toBase64Url } from '../crypto/sodium.ts';
import type { DeviceId, LetterHash } from '../ids.ts';
import type { Change } from '../ledger/change.ts';
import { highest, isAbove, markingOf } from '../markings/scheme.ts';
import type { MarkingScheme } from '../markings/marking.ts';
import { letterHash, letterMessage, letterPurpose, rememberHash } from './letter-hash.ts';
import type { Letter } from './letter.ts';

export interface LetterInput {
  /** Changes of the cleared record, in causal order. */
  readonly changes: readonly Change[];
  readonly device: DeviceId;
  /** Runs per device and compartment from 1. */
  readonly number: number;
  /** Hash of the letter with the number before; `null` exactly for number 1. */
  readonly previous: LetterHash | null;
  readonly seen: Letter['seen'];
  readonly scheme: MarkingScheme;
}

/**
 * Makes a letter. It takes the policy's permission in hand: what `decide` did not clear cannot be
 * written, and what was cleared for one record, compartment and level serves for no other. Throws
 * when the permission and the changes do not belong together; that is a defect, not bad input.
 */
export function writeLetter(
  cleared: Cleared,
  input: LetterInput,
  key: SignSecretKey,
): { readonly letter: Letter; readonly hash: LetterHash } {
  const [first, ...rest] = input.changes;
  if (first === undefined) throw new Error('a letter carries at least one change');
  if (input.changes.some((one) => one.header.record !== cleared.record)) throw new Error('cleared for another record');
  if (!Number.isSafeInteger(input.number) || input.number < 1) throw new Error('letters are numbered from 1');
  if ((input.previous === null) !== (input.number === 1)) throw new Error('only the first letter has none before it');
  const levelOf = (change: Change) => markingOf(input.scheme, change.header.level);
  const level = highest(levelOf(first), ...rest.map(levelOf));
  if (isAbove(level, markingOf(input.scheme, cleared.level))) throw new Error('cleared for a lower level');
  const unsigned: Omit<Letter, 'signature'> = {
    v: 1,
    compartment: cleared.compartment,
    record: cleared.record,
    level: level.id,
    device: input.device,
    number: input.number,
    previous: input.previous,
    seen: input.seen,
    changes: input.changes,
  };
  const hash = letterHash(unsigned);
  const signature = toBase64Url(sign(key, letterPurpose, letterMessage(hash)));
  const letter = { ...unsigned, signature };
  return { letter, hash: rememberHash(letter, hash) };
}

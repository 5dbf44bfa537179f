import { deriveFromName, fromBase64Url, randomBytes, shortMark, toBase64Url } from '../crypto/sodium.ts';
import type { IndexKey } from '../crypto/keys.ts';
import type { RecordId } from '../ids.ts';
import type { RecordValue } from '../records/kinds.ts';
import { combinationsOfName, type NameCombination } from './name-combinations.ts';

/**
 * Names of a person under protection as the notebook may keep them: not at all. What is kept of a
 * combination of two name words is a mark of 20 bits, derived slowly (docs/decisions/0019). Whoever
 * has the record must pay for every guess, and a guess that fits may fit by chance.
 */
export type WatchMark = Omit<RecordValue<'protection'>['marks'][number], 'key' | 'order'>;

/** One chance alarm in about a million combinations and marks; ten other names of ten million fit as well. */
const markBits = 20;
const saltBytes = 16;

/** Salt of marks, 16 random bytes in base64url. Marks of one group share it, so that a text is derived once for all. */
export function newWatchSalt(): string {
  return toBase64Url(randomBytes(saltBytes));
}

/** The slow part, the same for every record with that salt: keep it and ask `markOf`. Throws for what is no salt. */
export function watchKeyOf(combination: NameCombination, salt: string): IndexKey {
  const bytes = fromBase64Url(salt);
  if (!bytes.ok || bytes.value.length !== saltBytes) throw new Error('not a salt of watched names');
  return deriveFromName(combination, bytes.value);
}

/** The mark in one record: the same name in two records has two, so that marks tell nobody that two code names are one person. */
export function markOf(key: IndexKey, record: RecordId): number {
  return shortMark(key, record, markBits);
}

/** Whether a single word is watched too: what is derived of a text depends on it. */
export function isAlone(combination: NameCombination): boolean {
  return !combination.includes(' ');
}

/** What names typed once are watched by, without order and without twins. */
export function combinationsOfNames(names: readonly string[]): readonly NameCombination[] {
  return [...new Set(names.flatMap(combinationsOfName))].sort();
}

/** The mark of one combination. */
export function watchMark(combination: NameCombination, salt: string, record: RecordId): WatchMark {
  return { salt, mark: markOf(watchKeyOf(combination, salt), record), alone: isAlone(combination) };
}

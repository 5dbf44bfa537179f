import { likenessOf, type Likeness } from '../../../../core/contacts/same-contact.ts';
import { nameKeys } from '../../../../core/text/fold-name.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { identityOf } from './identity-of.ts';

type Row = RecordRow<'contact'>;

export interface Pair {
  readonly key: string;
  readonly one: Row;
  readonly other: Row;
  readonly why: NonNullable<Likeness>;
}

/** How many with one word of the name in common are compared; a word that more have tells nothing. */
const mostWithOneWord = 60;

/** Pairs that may be one person. Only those with a word of the name in common are compared, so that thousands are quick. */
export function pairsOf(rows: readonly Row[]): readonly Pair[] {
  const byWord = new Map<string, Row[]>();
  for (const row of rows) {
    for (const word of new Set(nameKeys(row.title).flatMap((key) => key.split(' ')))) byWord.set(word, [...(byWord.get(word) ?? []), row]);
  }
  const pairs = new Map<string, Pair>();
  for (const group of byWord.values()) {
    if (group.length > mostWithOneWord) continue;
    group.forEach((one, at) => {
      for (const other of group.slice(at + 1)) {
        const key = [one.record, other.record].toSorted().join(' ');
        const why = pairs.has(key) ? null : likenessOf(identityOf(one), identityOf(other));
        if (why !== null) pairs.set(key, { key, one, other, why });
      }
    });
  }
  return [...pairs.values()];
}

import { editDistance, errorsAllowed } from '../../../core/text/edit-distance.ts';
import { keysOfFolded } from '../../../core/text/fold-name.ts';
import { wordsOf } from '../../../core/text/words-of.ts';
import type { Entry } from '../notebook/catalogue.ts';

export interface SimilarEntry {
  readonly entry: Entry;
  readonly name: string;
  readonly how: 'same' | 'like';
}

/** Below this two names are two people's. */
const least = 0.72;

/**
 * Entries with a name like this one, the likest first: in another spelling or script, in another
 * order (Marković Petar), with an initial (P. Marković), with a typing error.
 */
export function similarNames(name: string, entries: readonly Entry[], most: number): readonly SimilarEntry[] {
  const asked = partsOf(name);
  if (asked.length === 0) return [];
  const found = entries.flatMap((entry) => {
    const [best] = namesOf(entry)
      .map((one) => ({ entry, name: one, ...compared(asked, partsOf(one)) }))
      .toSorted((one, other) => other.likeness - one.likeness);
    return best !== undefined && best.likeness >= least ? [best] : [];
  });
  return found
    .toSorted((one, other) => other.likeness - one.likeness || other.entry.changed - one.entry.changed)
    .slice(0, most)
    .map(({ entry, name: like, same }) => ({ entry, name: like, how: same ? 'same' : 'like' }));
}

interface NamePart {
  readonly keys: readonly string[];
  readonly length: number;
}

function namesOf({ title, row }: Entry): readonly string[] {
  const aliases = Array.isArray(row['aliases']) ? (row['aliases'] as readonly unknown[]).filter((one) => typeof one === 'string') : [];
  const short = typeof row['shortName'] === 'string' ? [row['shortName']] : [];
  return [title, ...short, ...aliases].filter((one) => one.trim() !== '');
}

function partsOf(name: string): readonly NamePart[] {
  return wordsOf(name).map(({ folded }) => ({ keys: keysOfFolded(folded), length: folded.length }));
}

/** Each part of the shorter name with its best partner in the longer one, weighed by length: from 0 to 1, and whether they are one name. */
function compared(one: readonly NamePart[], other: readonly NamePart[]): { readonly likeness: number; readonly same: boolean } {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const free = new Set(long);
  let sum = 0;
  let weight = 0;
  let same = true;
  for (const part of short) {
    let best = { partner: null as NamePart | null, score: 0 };
    for (const partner of free) {
      const score = partLikeness(part, partner);
      if (score > best.score) best = { partner, score };
    }
    if (best.partner !== null) free.delete(best.partner);
    same &&= best.score === 1;
    sum += best.score * part.length;
    weight += part.length;
  }
  if (weight === 0) return { likeness: 0, same: false };
  // A surname alone is like a full name, but not the same.
  return { likeness: (sum / weight) * (free.size === 0 ? 1 : short.length > 1 ? 0.94 : 0.8), same: same && free.size === 0 };
}

function partLikeness(one: NamePart, other: NamePart): number {
  if (one.keys.some((key) => other.keys.includes(key))) return 1;
  const initial = (one.length === 1 || other.length === 1) && one.keys.some((key) => other.keys.some((their) => key[0] === their[0]));
  if (initial) return 0.85;
  const distances = one.keys.flatMap((key) => other.keys.map((their) => errorsIn(key, their)));
  const distance = Math.min(...distances);
  return distance === 1 ? 0.85 : distance === 2 ? 0.72 : 0;
}

function errorsIn(one: string, other: string): number {
  const most = errorsAllowed(Math.min(one.length, other.length));
  const distance = editDistance(one, other, most);
  return distance > most ? 9 : distance;
}

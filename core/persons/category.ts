import type { RecordValue } from '../records/kinds.ts';
import { byOrder } from '../records/order.ts';

type Value = RecordValue<'subject'>;
export type PersonCategory = Value['categories'][number]['category'];

/** The category in force: the latest by its day, of one day the one written last; `not-decided` where there is none. */
export function categoryInForce(categories: Value['categories']): PersonCategory {
  const last = categories.toSorted((one, other) => compare(one.on ?? '', other.on ?? '') || byOrder(one, other)).at(-1);
  return last?.category ?? 'not-decided';
}

/**
 * What a category forbids. `suspicion`: no assessment may treat the person as a suspect. `own-data-only`: personal details,
 * appearance, identification and their own part, nothing on economic life, habits, means of communication and transport
 * (Regulation (EU) 2016/794 Annex II.B points 4 to 6). `role-only`: only what shows their part beside the suspect
 * (point 3). `identity`: the identity is protected. `erase-or-ground`: nothing stays without a new ground (Directive (EU)
 * 2016/680 Arts 4(1)(e) and 16). `decide`: undecided cannot stay (Art. 6).
 */
export type CategoryLimit = 'suspicion' | 'own-data-only' | 'role-only' | 'identity' | 'erase-or-ground' | 'decide';

const limits: Readonly<Record<PersonCategory, readonly CategoryLimit[]>> = {
  'not-decided': ['decide'],
  suspect: [],
  convicted: [],
  'potential-offender': [],
  victim: ['suspicion', 'own-data-only'],
  witness: ['suspicion', 'own-data-only'],
  'contact-or-associate': ['suspicion', 'role-only'],
  informant: ['suspicion', 'own-data-only', 'identity'],
  acquitted: ['suspicion', 'erase-or-ground'],
  other: ['suspicion', 'role-only'],
};

export function limitsOf(category: PersonCategory): readonly CategoryLimit[] {
  return limits[category];
}

/** Something stored that may not be so under a category; the items by their keys, `[]` for a field as a whole. */
export interface ToLookAt {
  readonly field: 'statements' | 'identifiers' | 'aliases' | 'particulars' | 'place' | 'description';
  readonly keys: readonly string[];
}

/** What is stored of a person that somebody should look at when they come into this category, in the order of the record. */
export function toLookAt(value: Value, category: PersonCategory): readonly ToLookAt[] {
  const now = new Set(limitsOf(category));
  const narrow = now.has('own-data-only') || now.has('role-only');
  const all = now.has('erase-or-ground');
  const found: ToLookAt[] = [];
  const statements = value.statements.filter((one) => all || (now.has('suspicion') && one.nature === 'assessment'));
  if (statements.length > 0) found.push({ field: 'statements', keys: statements.map((one) => one.key) });
  if ((narrow || all) && value.identifiers.length > 0) found.push({ field: 'identifiers', keys: value.identifiers.map((one) => one.key) });
  if ((now.has('identity') || all) && value.aliases.length > 0) found.push({ field: 'aliases', keys: [] });
  for (const field of ['particulars', 'place', 'description'] as const) if ((narrow || all) && value[field].trim() !== '') found.push({ field, keys: [] });
  return found;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

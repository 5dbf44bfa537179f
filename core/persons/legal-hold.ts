import type { Day } from '../ids.ts';
import type { RecordValue } from '../records/kinds.ts';

export type LegalHold = NonNullable<RecordValue<'subject'>['hold']>;

/** A record as far as a hold is concerned. Kinds that know no hold have none. */
export interface Holdable {
  readonly hold?: Pick<LegalHold, 'ground' | 'on'> & Partial<LegalHold> | null | undefined;
}

/**
 * The hold that stands on this day, or `null`. It stands through its last day, and without one until
 * it is lifted, at once and whatever its last day was. While it stands the record is not let go of: neither review nor bin nor an order of
 * erasure takes it (restriction in place of erasure where data must be kept as evidence: Directive (EU)
 * 2016/680 Art. 16(3)(b)).
 */
export function standingHold(value: object, today: Day): LegalHold | null {
  const { hold } = value as Holdable;
  if (hold === null || hold === undefined) return null;
  const { ground, on, by = '', until = null, lifted } = hold;
  if (lifted !== undefined) return null;
  return until === null || until >= today ? { ground, on, by, until } : null;
}

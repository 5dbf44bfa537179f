import type { MarkingId } from '../../../core/ids.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import { ordersDatabaseOf } from '../../../core/organisation/erase-order.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import { ceilingWithin } from './level-gate.ts';

/** What the page hands over after unlocking; all but the profile is only its word. */
export interface Claims {
  readonly credential: { readonly user: string; readonly password: string } | null;
  readonly databases: readonly { readonly name: string; readonly marking: string | null }[];
  readonly ceiling: string;
}

export interface Membership {
  readonly profile: OrganisationProfile;
  readonly credential: { readonly user: string; readonly password: string } | null;
  /** Level of each database; `null` for the directory and the orders. */
  readonly databases: ReadonlyMap<string, MarkingId | null>;
  readonly ceiling: MarkingId;
}

/**
 * Checks the page's word as far as that can be done: only the directory that the profile names, and the
 * database of orders beside it, are without a level, no level falls below what was said before (`known`, kept until the app ends),
 * and the ceiling is one that the profile gives somebody. `today` as `YYYY-MM-DD`.
 */
export function admit(profile: OrganisationProfile, claims: Claims, known: Map<string, MarkingId>, today: string): Membership {
  const scheme = { markings: profile.markings };
  const databases = new Map<string, MarkingId | null>();
  for (const { name, marking } of claims.databases) {
    if (name === profile.directoryDatabase || name === ordersDatabaseOf(profile.directoryDatabase) || marking === null) continue;
    const before = known.get(name);
    const claimed = marking as MarkingId;
    const stays = before !== undefined && markingOf(scheme, before).rank >= markingOf(scheme, claimed).rank;
    const level = stays ? before : claimed;
    known.set(name, level);
    databases.set(name, level);
  }
  databases.set(profile.directoryDatabase, null);
  // Receipts of removal are sealed to the organisation and say nothing of casework.
  databases.set(ordersDatabaseOf(profile.directoryDatabase), null);
  return { profile, credential: claims.credential, databases, ceiling: ceilingWithin(profile, claims.ceiling as MarkingId, today) };
}

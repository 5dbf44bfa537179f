import type { MarkingId } from '../../../core/ids.ts';
import { defaultCeiling } from '../../../core/markings/default-scheme.ts';
import type { Marking, MarkingScheme } from '../../../core/markings/marking.ts';
import { isAbove, markingOf } from '../../../core/markings/scheme.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';

/** What the channel is trusted with now. `null` is nothing. */
export type Trust = Marking | null;

/** What a person may say of a channel: less than its accreditation, never more. */
export type Lowering = string | 'nothing' | null;

/**
 * What a channel is trusted with: its accreditation, or less where the person lowered it. A
 * lowering to a marking that the scheme does not know lowers to nothing.
 */
export function trustOf(scheme: MarkingScheme, accreditation: string | null, loweredTo: Lowering): Trust {
  const accredited = accreditation === null ? undefined : knownMarking(scheme, accreditation);
  if (accredited === undefined) return null;
  if (loweredTo === null) return accredited;
  const lowered = loweredTo === 'nothing' ? undefined : knownMarking(scheme, loweredTo);
  if (lowered === undefined) return null;
  return isAbove(lowered, accredited) ? accredited : lowered;
}

function knownMarking(scheme: MarkingScheme, id: string): Marking | undefined {
  return scheme.markings.find((one) => one.id === id);
}

export interface Gate {
  readonly scheme: MarkingScheme;
  readonly trust: Trust;
  /** The person lowered the channel to nothing: not even the directory is asked for. */
  readonly closed: boolean;
  readonly ceiling: MarkingId;
}

/**
 * Whether a database may be read from or written to over this channel on this device. The same
 * answer for both directions. The policy of core/clearance decided already; this is the lock on
 * the door, for a page that no longer does what it should.
 *
 * `marking` is the database's level; `null` for the directory, which holds no casework.
 */
export function passGate(marking: MarkingId | null, gate: Gate): 'passes' | 'above-channel' | 'above-device' {
  if (marking === null) return gate.closed ? 'above-channel' : 'passes';
  const level = markingOf(gate.scheme, marking);
  if (isAbove(level, markingOf(gate.scheme, gate.ceiling)) || !knownMarking(gate.scheme, marking)) return 'above-device';
  return gate.trust === null || isAbove(level, gate.trust) ? 'above-channel' : 'passes';
}

/**
 * The ceiling that the page claims, but never above the highest that the signed profile gives any
 * device today. `today` as `YYYY-MM-DD`.
 */
export function ceilingWithin(profile: OrganisationProfile, claimed: MarkingId, today: string): MarkingId {
  const scheme: MarkingScheme = { markings: profile.markings };
  const possible = [defaultCeiling, ...profile.accreditations.filter((one) => one.until >= today).map((one) => one.marking)]
    .map((id) => knownMarking(scheme, id))
    .filter((marking) => marking !== undefined)
    .toSorted((a, b) => b.rank - a.rank)[0];
  const wanted = knownMarking(scheme, claimed);
  if (possible === undefined) return lowestOf(scheme);
  return wanted === undefined || isAbove(wanted, possible) ? possible.id : wanted.id;
}

function lowestOf(scheme: MarkingScheme): MarkingId {
  const lowest = scheme.markings.toSorted((a, b) => a.rank - b.rank)[0];
  if (lowest === undefined) throw new Error('A marking scheme has at least one marking');
  return lowest.id;
}

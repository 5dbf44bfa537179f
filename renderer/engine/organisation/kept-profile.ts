import { z } from 'zod';
import { fromBase64Url, toBase64Url } from '../../../core/crypto/sodium.ts';
import type { Instant, MarkingId } from '../../../core/ids.ts';
import { fingerprint } from '../../../core/organisation/fingerprint.ts';
import { keyBytes } from '../../../core/organisation/key-text.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import { verifyProfile } from '../../../core/organisation/verify-profile.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { ProfileDetails, ProfileFailure, ProfileSummary } from '../api.ts';
import type { NamedState, SealedStates } from '../pouch-seam/pouch-ground.ts';

/** The organisation joined: its signed file as it was opened, and what it says. */
export interface KeptProfile {
  readonly file: Uint8Array;
  readonly profile: OrganisationProfile;
  /** When it was checked and taken. */
  readonly accepted: Instant;
}

const stateName = 'organisation';
const keptSchema = z.strictObject({ file: z.string(), accepted: z.number() });

/** Checks a file against the organisation already joined, if any. */
export function acceptProfile(file: Uint8Array, now: Instant, current: KeptProfile | null): Result<KeptProfile, ProfileFailure> {
  const known = current === null ? {} : { organisationKey: current.profile.organisation.signKey, serial: current.profile.serial };
  const profile = verifyProfile(file, { now, ...known });
  return profile.ok ? ok({ file, profile: profile.value, accepted: now }) : profile;
}

export function keptState(kept: KeptProfile): NamedState {
  const value: z.input<typeof keptSchema> = { file: toBase64Url(kept.file), accepted: kept.accepted };
  return { name: stateName, value };
}

/**
 * The profile kept, its signature checked anew. It was in date when it was taken, which is all that
 * is asked here: one that has run out still says which groups and markings there are.
 */
export async function readKeptProfile(states: SealedStates): Promise<KeptProfile | null> {
  const read = await states.read(stateName, keptSchema);
  if (!read.ok || read.value === null) return null;
  const file = fromBase64Url(read.value.file);
  if (!file.ok) return null;
  const accepted = acceptProfile(file.value, read.value.accepted, null);
  return accepted.ok ? accepted.value : null;
}

/** What a person compares and sees before joining. */
export function summaryOf(profile: OrganisationProfile): ProfileSummary {
  return {
    organisation: profile.organisation.name,
    fingerprint: fingerprint(keyBytes(profile.organisation.signKey)),
    validUntil: profile.validUntil,
    jwgs: profile.jwgs.map((jwg) => jwg.name),
    networks: profile.networks.map((network) => network.name),
  };
}

/** Everything that a member may want to know of the profile in use; `isMine` tells a holder's key. */
export function detailsOf(profile: OrganisationProfile, isMine: (holder: string) => boolean): ProfileDetails {
  const marking = (id: MarkingId | null) => profile.markings.find((one) => one.id === id) ?? null;
  return {
    organisation: profile.organisation.name,
    fingerprint: fingerprint(keyBytes(profile.organisation.signKey)),
    issued: profile.issued,
    validUntil: profile.validUntil,
    groups: profile.jwgs,
    networks: profile.networks.map(({ id, name, accreditation }) => ({ id, name, accreditation: marking(accreditation) })),
    accreditations: profile.accreditations.flatMap(({ devices, by, reference, until, marking: id }) => {
      const known = marking(id);
      return known === null ? [] : [{ marking: known, by, reference, until, mine: devices === null || devices.some(isMine) }];
    }),
  };
}

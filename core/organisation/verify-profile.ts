import { jsonFromBytes } from '../crypto/canonical.ts';
import { fromBase64Url, verifySignature } from '../crypto/sodium.ts';
import type { Instant } from '../ids.ts';
import { failed, ok, type Result } from '../result.ts';
import { keyBytes } from './key-text.ts';
import { organisationProfile, signedProfileFile, type OrganisationProfile } from './profile.ts';

/** Profiles are a few kilobytes; more than this is not read at all. */
export const profileFileLimit = 3_000_000;

export type ProfileFailure =
  | 'profile-unreadable'
  | 'profile-bad-signature'
  | 'profile-expired'
  | 'profile-not-yet-valid'
  | 'profile-older'
  | 'profile-other-organisation'
  | 'profile-too-large';

/** What is already known when a profile arrives. Nothing but the time before the first one. */
export interface KnownOrganisation {
  readonly now: Instant;
  /** Sign key (base64url) of the organisation that was joined. */
  readonly organisationKey?: string | undefined;
  /** Serial of the profile in use; the same is accepted again, a lower one is not. */
  readonly serial?: number | undefined;
}

/** A laptop's clock may be behind the secretariat's; a profile issued within this is not from the future. */
const clockTolerance = 24 * 60 * 60 * 1000;

/**
 * Reads a profile file and checks it. The first profile vouches for itself: its signature must be by
 * the key that it names, and a person compares that key's fingerprint with the secretariat. Later
 * ones must be by the same key.
 *
 * Facts: `profile-too-large {limit}`, `profile-expired {since}`, `profile-not-yet-valid {from}`
 * (milliseconds), `profile-older {serial, known}`.
 */
export function verifyProfile(file: Uint8Array, known: KnownOrganisation): Result<OrganisationProfile, ProfileFailure> {
  if (file.length > profileFileLimit) return failed('profile-too-large', { limit: profileFileLimit });
  const signed = signedProfileFile.safeParse(jsonFromBytes(file));
  if (!signed.success) return failed('profile-unreadable');
  const bytes = fromBase64Url(signed.data.profile);
  const signature = fromBase64Url(signed.data.signature);
  if (!bytes.ok || !signature.ok) return failed('profile-unreadable');
  const parsed = organisationProfile.safeParse(jsonFromBytes(bytes.value));
  if (!parsed.success) return failed('profile-unreadable');
  const profile = parsed.data;
  if (!verifySignature(keyBytes(profile.organisation.signKey), 'organisation-profile', bytes.value, signature.value)) {
    return failed('profile-bad-signature');
  }
  return checkAgainstKnown(profile, known);
}

function checkAgainstKnown(profile: OrganisationProfile, known: KnownOrganisation): Result<OrganisationProfile, ProfileFailure> {
  if (known.organisationKey !== undefined && known.organisationKey !== profile.organisation.signKey) {
    return failed('profile-other-organisation');
  }
  if (known.serial !== undefined && profile.serial < known.serial) {
    return failed('profile-older', { serial: profile.serial, known: known.serial });
  }
  if (profile.validUntil <= known.now) return failed('profile-expired', { since: profile.validUntil });
  if (profile.issued > known.now + clockTolerance) return failed('profile-not-yet-valid', { from: profile.issued });
  return ok(profile);
}

/** Whether a profile in use still allows delivery; afterwards everything is held with that reason. */
export function profileStillHolds(profile: Pick<OrganisationProfile, 'validUntil'>, now: Instant): boolean {
  return now < profile.validUntil;
}

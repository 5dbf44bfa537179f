import { fromBase64Url } from '../../core/crypto/sodium.ts';
import { jsonFromBytes } from '../../core/crypto/canonical.ts';
import { keyBytes } from '../../core/organisation/key-text.ts';
import { organisationProfile, signedProfileFile, type OrganisationProfile } from '../../core/organisation/profile.ts';
import { openStatement } from '../../core/organisation/signed-statement.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import type { OfficeBook } from './office-book.ts';

/**
 * The profile that was made last, also when it has ended since: people are removed and profiles
 * renewed whatever the date.
 */
export function latestProfile(book: OfficeBook): Result<OrganisationProfile, 'profile-unreadable' | 'no-profile-yet'> {
  if (book.profile === null) return failed('no-profile-yet');
  const bytes = fromBase64Url(book.profile.file);
  const profile = bytes.ok ? openProfileFile(bytes.value, book.sign.public) : null;
  return profile === null ? failed('profile-unreadable') : ok(profile);
}

/** A profile file that this organisation signed, whatever its dates; `null` when it is none. */
export function openProfileFile(bytes: Uint8Array, signKey: string): OrganisationProfile | null {
  const file = signedProfileFile.safeParse(jsonFromBytes(bytes));
  if (!file.success) return null;
  const { profile: statement, signature } = file.data;
  const opened = openStatement('organisation-profile', organisationProfile, { statement, signature }, keyBytes(signKey));
  return opened.ok ? opened.value : null;
}

/** Whether a profile is in force: nobody is let in under one that has ended. Facts: `{since}`. */
export function checkInForce(profile: OrganisationProfile, now: number): Result<null, 'profile-expired'> {
  return profile.validUntil > now ? ok(null) : failed('profile-expired', { since: profile.validUntil });
}

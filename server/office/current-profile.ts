import { fromBase64Url } from '../../core/crypto/sodium.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { verifyProfile, type ProfileFailure } from '../../core/organisation/verify-profile.ts';
import { failed, type Result } from '../../core/result.ts';
import type { OfficeBook } from './office-book.ts';

/** The profile that was made last, checked like any other. */
export function currentProfile(book: OfficeBook, now: number): Result<OrganisationProfile, ProfileFailure | 'no-profile-yet'> {
  if (book.profile === null) return failed('no-profile-yet');
  const file = fromBase64Url(book.profile.file);
  if (!file.ok) return failed('profile-unreadable');
  return verifyProfile(file.value, { now, organisationKey: book.sign.public, serial: book.profile.serial });
}

import { canonicalHash } from '../../core/crypto/canonical.ts';
import { toBase64Url } from '../../core/crypto/sodium.ts';
import { organisationProfile, type OrganisationProfile } from '../../core/organisation/profile.ts';
import { signProfile } from '../../core/organisation/sign-profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { signPairOf, type OfficeBook } from './office-book.ts';

export type KeptProfile = NonNullable<OfficeBook['profile']>;

/** Signs with the next serial, or hands out the last file when nothing but the day has changed. */
export function signedProfile(profile: OrganisationProfile, book: OfficeBook): Result<KeptProfile, 'description-wrong'> {
  const digest = canonicalHash({ ...profile, issued: 0, serial: 0 });
  if (book.profile?.digest === digest) return ok(book.profile);
  const serial = (book.profile?.serial ?? 0) + 1;
  const checked = organisationProfile.safeParse({ ...profile, serial });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    return failed('description-wrong', { where: issue?.path.join(' › ') ?? '', problem: issue?.message ?? '' });
  }
  return ok({ serial, digest, file: toBase64Url(signProfile(checked.data, signPairOf(book).secretKey)) });
}

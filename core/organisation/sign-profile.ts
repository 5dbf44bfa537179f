import { jsonToBytes } from '../crypto/canonical.ts';
import type { SignSecretKey } from '../crypto/keys.ts';
import { organisationProfile, type OrganisationProfile, type signedProfileFile } from './profile.ts';
import { signStatement } from './signed-statement.ts';
import type { z } from 'zod';

/**
 * The profile file as it is handed to members: canonical bytes and the organisation's signature
 * over exactly them. Throws when the profile is not one: the secretariat never signs what a laptop
 * would refuse to read.
 */
export function signProfile(profile: OrganisationProfile, key: SignSecretKey): Uint8Array {
  const checked = organisationProfile.parse(profile);
  const { statement, signature } = signStatement('organisation-profile', checked, key);
  const file: z.input<typeof signedProfileFile> = {
    format: 'rapporteur-organisation-profile',
    v: 1,
    profile: statement,
    signature,
  };
  return jsonToBytes(file);
}

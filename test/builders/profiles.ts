import { newBoxPair, newSignPair } from '../../core/crypto/sodium.ts';
import type { BoxPair, SignPair } from '../../core/crypto/keys.ts';
import type { CountryCode, JwgId, MarkingId } from '../../core/ids.ts';
import { defaultProfile } from '../../core/organisation/default-profile.ts';
import { keyToText } from '../../core/organisation/key-text.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { signProfile } from '../../core/organisation/sign-profile.ts';

export interface TestOrganisation {
  readonly sign: SignPair;
  readonly box: BoxPair;
  /** A signed profile file, with whatever differs. */
  file(change?: Partial<OrganisationProfile>): Uint8Array;
}

export const traffickingGroup = 'jwg-trafficking' as JwgId;
export const unprotectedGroup = 'jwg-unprotected' as JwgId;

/** An organisation with two groups: one with its data protection named, one without. Issued at `now`, valid for 30 days. */
export function anOrganisation(now: number): TestOrganisation {
  const sign = newSignPair();
  const box = newBoxPair();
  const group = {
    shortName: 'JWG',
    crimeAreas: ['firearms'],
    members: [{ country: 'HRV' as CountryCode, institution: 'DORH' }, { country: 'MNE' as CountryCode, institution: 'VDT' }],
  };
  const dataProtection = { controller: 'DORH', purpose: 'Prosecution', legalBasis: 'Directive (EU) 2016/680', officer: 'DPO' };
  const profile = defaultProfile({
    organisation: { name: 'Programme secretariat', signKey: keyToText(sign.publicKey), boxKey: keyToText(box.publicKey) },
    directoryDatabase: 'd0123456789abcdef',
    serial: 2,
    issued: now,
    validUntil: now + 30 * 86_400_000,
    jwgs: [
      { ...group, id: traffickingGroup, name: 'JWG Trafficking', dataProtection },
      { ...group, id: unprotectedGroup, name: 'JWG Unprotected', dataProtection: null },
    ],
    networks: [],
  });
  return { sign, box, file: (change = {}) => signProfile({ ...profile, ...change }, sign.secretKey) };
}

/** An accreditation statement that raises every device. */
export function anAccreditation(marking: string, until: string): OrganisationProfile['accreditations'][number] {
  return { devices: null, by: 'Security office', reference: 'ACC-1', marking: marking as MarkingId, until } as OrganisationProfile['accreditations'][number];
}

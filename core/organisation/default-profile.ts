import type { Instant } from '../ids.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import type { JointWorkingGroup, NetworkProfile, OrganisationProfile } from './profile.ts';

/**
 * The Member States of the European Union (alpha-3). A group with a member from anywhere else, or
 * from no Union body, includes a third country in the sense of Directive (EU) 2016/680 Art. 35.
 */
export const unionMemberStates: readonly string[] = [
  'AUT', 'BEL', 'BGR', 'HRV', 'CYP', 'CZE', 'DNK', 'EST', 'FIN', 'FRA', 'DEU', 'GRC', 'HUN', 'IRL', 'ITA', 'LVA', 'LTU',
  'LUX', 'MLT', 'NLD', 'POL', 'PRT', 'ROU', 'SVK', 'SVN', 'ESP', 'SWE',
];

/** Whether any of these members is from outside the Union. */
export function includesThirdCountries(members: readonly { readonly country: string }[]): boolean {
  return members.some((one) => !unionMemberStates.includes(one.country));
}

/** What a profile must be told; the rest has defaults. */
export interface ProfileParts {
  readonly organisation: OrganisationProfile['organisation'];
  readonly directoryDatabase: string;
  readonly serial: number;
  readonly issued: Instant;
  readonly validUntil: Instant;
  readonly jwgs: readonly Omit<JointWorkingGroup, 'includesThirdCountries' | 'fourEyes'>[];
  readonly networks: readonly NetworkProfile[];
  readonly accreditations?: OrganisationProfile['accreditations'];
  readonly markings?: OrganisationProfile['markings'];
}

/** A profile with the default markings; third countries are derived from the members, four eyes is off. */
export function defaultProfile(parts: ProfileParts): OrganisationProfile {
  return {
    v: 1,
    organisation: parts.organisation,
    serial: parts.serial,
    issued: parts.issued,
    validUntil: parts.validUntil,
    markings: parts.markings ?? [...defaultScheme.markings],
    jwgs: parts.jwgs.map((one) => ({ ...one, includesThirdCountries: includesThirdCountries(one.members), fourEyes: false })),
    networks: [...parts.networks],
    accreditations: parts.accreditations ?? [],
    directoryDatabase: parts.directoryDatabase,
  };
}

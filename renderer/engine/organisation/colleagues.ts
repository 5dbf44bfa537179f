import type { Instant, PersonId } from '../../../core/ids.ts';
import type { Certificate } from '../../../core/organisation/certificate.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import type { Colleague } from '../api.ts';

/**
 * The other members whom the directory has certified, by name, with the groups in which they are now.
 * `localTeam`: they belong to a group that the profile calls a local team, and draft for others.
 */
export function colleaguesOf(certificates: readonly Certificate[], profile: OrganisationProfile | null, me: PersonId, now: Instant): readonly Colleague[] {
  const teams = new Set((profile?.jwgs ?? []).filter((one) => one.localTeamOf !== undefined).map((one) => one.id));
  return certificates
    .filter(({ person, from, until }) => person.id !== me && from <= now && now < until)
    .map(({ person: { id, name, institution, country }, jwgs }) => {
      const groups = jwgs.filter((one) => one.from <= now && (one.until === null || now < one.until)).map((one) => one.jwg);
      return { person: id, name, institution, country, groups, localTeam: groups.some((one) => teams.has(one)) };
    })
    .filter(({ groups }) => groups.length > 0)
    .toSorted((one, other) => one.name.localeCompare(other.name));
}

/** Whether a person is a member of a local team now: they draft for others, and send nothing. */
export function isOfLocalTeam(certificates: readonly Certificate[], profile: OrganisationProfile | null, person: PersonId, now: Instant): boolean {
  const teams = new Set((profile?.jwgs ?? []).filter((one) => one.localTeamOf !== undefined).map((one) => one.id));
  return teams.size > 0 && certificates.some((one) => one.person.id === person && one.from <= now && now < one.until && one.jwgs.some(({ jwg, from, until }) => teams.has(jwg) && from <= now && (until === null || now < until)));
}

import type { ArrivalRules } from '../../../core/clearance/arrive.ts';
import type { Instant, JwgId, LetterHash, PersonId } from '../../../core/ids.ts';
import type { Verdict } from '../../../core/letters/verdict.ts';
import type { DirectoryState } from '../../../core/organisation/directory.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import type { Place } from './places.ts';

/** What `decideArrival` asks about one compartment, from the profile, the directory and the verdicts known. */
export function arrivalRules(place: Pick<Place, 'facts' | 'jwg'>, profile: OrganisationProfile | null, directory: DirectoryState, verdicts: readonly Verdict[]): ArrivalRules {
  const group = profile?.jwgs.find((one) => one.id === place.jwg);
  const on = new Map<LetterHash, Verdict[]>();
  for (const verdict of verdicts) for (const letter of verdict.letters) on.set(letter, [...(on.get(letter) ?? []), verdict]);
  return {
    cutOffs: directory.cutOffs.get(place.facts.compartment) ?? new Map(),
    quarantineThirdCountries: group?.quarantineThirdCountries === true,
    administrators: directory.administrators.get(place.jwg) ?? [],
    isMember: (person, at) => isMember(directory, place.jwg, person, at),
    verdictsOn: (letter) => on.get(letter) ?? [],
  };
}

function isMember({ people }: DirectoryState, jwg: JwgId, person: PersonId, at: Instant): boolean {
  const certificate = people.get(person);
  if (certificate === undefined || at < certificate.from || at >= certificate.until) return false;
  return certificate.jwgs.some((one) => one.jwg === jwg && one.from <= at && (one.until === null || at < one.until));
}

import type { CompartmentFacts, MemberOfGroup, PersonFacts } from '../../../core/clearance/decision.ts';
import type { SealKey } from '../../../core/crypto/keys.ts';
import type { CompartmentId, Instant, JwgId, MarkingId } from '../../../core/ids.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import type { MarkingScheme } from '../../../core/markings/marking.ts';
import type { Certificate } from '../../../core/organisation/certificate.ts';
import type { DirectoryState } from '../../../core/organisation/directory.ts';
import type { Grant } from '../../../core/organisation/grant.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import type { PouchGround } from '../pouch-seam/pouch-ground.ts';

export interface CompartmentKey {
  readonly epoch: number;
  readonly key: SealKey<'compartment'>;
}

/** A compartment as this device stands to it: what the policy asks, and where and with what to seal. */
export interface Place {
  readonly facts: CompartmentFacts;
  readonly jwg: JwgId;
  readonly marking: MarkingId;
  /** `null`: the device has no grant for it. */
  readonly database: string | null;
  /** Where the files of its records are; `null`: no grant, or the office has not made it yet. */
  readonly files: string | null;
  readonly keys: readonly CompartmentKey[];
  /** The key that new parcels are sealed with. */
  readonly current: CompartmentKey | null;
}

export interface PlaceSources {
  readonly profile: OrganisationProfile;
  readonly scheme: MarkingScheme;
  readonly grant: Grant | null;
  readonly directory: DirectoryState;
  readonly now: Instant;
}

/** Every compartment that the directory or the grant names. */
export function placesOf(sources: PlaceSources): readonly Place[] {
  const { grant, directory } = sources;
  const known = new Map<CompartmentId, { jwg: JwgId; marking: MarkingId }>();
  for (const [id, one] of directory.compartments) known.set(id, one);
  for (const one of grant?.compartments ?? []) known.set(one.id, one);
  return [...known].flatMap(([id, one]) => {
    const place = placeOf(id, one, sources);
    return place === null ? [] : [place];
  });
}

function placeOf(id: CompartmentId, named: { jwg: JwgId; marking: MarkingId }, sources: PlaceSources): Place | null {
  const { profile, scheme, grant, directory } = sources;
  const jwg = profile.jwgs.find((one) => one.id === named.jwg);
  if (jwg === undefined) return null;
  const granted = grant?.compartments.find((one) => one.id === id);
  const keys = granted?.epochs ?? [];
  const epoch = directory.compartments.get(id)?.epoch ?? Math.max(0, ...keys.map((one) => one.epoch));
  const current = keys.find((one) => one.epoch === epoch) ?? null;
  return {
    jwg: named.jwg,
    marking: named.marking,
    database: granted?.database ?? null,
    files: granted?.files ?? null,
    keys,
    current,
    facts: {
      compartment: id,
      jwg: named.jwg,
      jwgName: jwg.name,
      marking: markingOf(scheme, named.marking),
      members: membersOf(named.jwg, sources, jwg.members),
      includesThirdCountries: jwg.includesThirdCountries,
      fourEyes: jwg.fourEyes,
      dataProtectionNamed: jwg.dataProtection !== null,
      hasCurrentKey: current !== null && granted !== undefined,
    },
  };
}

/** The profile's members, and whoever the directory has certified into the group besides: both receive. */
function membersOf(jwg: JwgId, sources: PlaceSources, named: readonly MemberOfGroup[]): readonly MemberOfGroup[] {
  const all = new Map(named.map((one) => [`${one.country} ${one.institution}`, one]));
  for (const { person, jwgs } of sources.directory.people.values()) {
    if (!jwgs.some((one) => one.jwg === jwg && holds(one, sources.now))) continue;
    all.set(`${person.country} ${person.institution}`, { country: person.country, institution: person.institution });
  }
  return [...all.values()];
}

/** What the policy asks about this person, from their own certificate. Without a profile nothing expires: there is no group either. */
export function personFacts(ground: PouchGround, directory: DirectoryState): PersonFacts {
  const now = ground.now();
  const certificate = directory.people.get(ground.identity.person) ?? null;
  const scheme = ground.organisation.scheme();
  const clearance = certificate?.clearance ?? null;
  return {
    memberOf: groupsOf(certificate, now),
    clearance: clearance === null ? null : { upTo: markingOf(scheme, clearance.upTo), until: clearance.until },
    briefing: certificate?.briefing ?? null,
    deviceCeiling: ground.organisation.ceiling(),
    profileValidUntil: ground.organisation.profile()?.validUntil ?? Number.MAX_SAFE_INTEGER,
  };
}

function groupsOf(certificate: Certificate | null, now: Instant): readonly JwgId[] {
  if (certificate === null || now < certificate.from || now >= certificate.until) return [];
  return certificate.jwgs.filter((one) => holds(one, now)).map((one) => one.jwg);
}

function holds(span: { readonly from: Instant; readonly until: Instant | null }, now: Instant): boolean {
  return span.from <= now && (span.until === null || now < span.until);
}

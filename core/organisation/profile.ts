import { z } from 'zod';
import { countryTable } from '../cooperation/country-table.ts';
import type { NetworkId } from '../ids.ts';
import { country, day, jwgId, line, markingId, requiredLine } from '../records/parts.ts';

/**
 * The organisation profile: one signed file from the secretariat. It names the organisation and its
 * public keys, the server, the marking scheme, the groups, the networks and the accreditations.
 */
const publicKey = z.string().regex(/^[\w-]{43}$/); // 32 bytes, base64url
const pin = z.string().regex(/^[\w+/]{43}=$/); // SHA-256 of the SubjectPublicKeyInfo, base64 (RFC 7469)

const marking = z.strictObject({
  id: markingId,
  scheme: z.enum(['programme', 'eu', 'national']),
  short: requiredLine,
  full: requiredLine,
  rank: z.number().int().min(0).max(1000),
  needsBriefing: z.boolean(),
  needsClearance: z.boolean(),
});

const dataProtection = z.strictObject({
  controller: requiredLine,
  purpose: requiredLine,
  legalBasis: requiredLine,
  officer: requiredLine,
});

const jwg = z.strictObject({
  id: jwgId,
  name: requiredLine,
  shortName: requiredLine,
  crimeAreas: z.array(line).max(20),
  members: z.array(z.strictObject({ country, institution: requiredLine })).min(1).max(200),
  includesThirdCountries: z.boolean(),
  /** Records go to this group only with a second person's word (core/release). */
  fourEyes: z.boolean(),
  /** Who that may be, and whether they may decide for a time ahead; someone of the same country, batch by batch, when absent. */
  release: z.strictObject({ confirmedBy: z.enum(['same-institution', 'same-country', 'union', 'any-member']), standing: z.boolean() }).optional(),
  /** The programme's own standing decisions: what needs no second person until a day. */
  standingReleases: z
    .array(z.strictObject({ upTo: markingId, aboutPersons: z.boolean(), until: day, by: requiredLine, reference: requiredLine }))
    .max(50)
    .optional(),
  dataProtection: dataProtection.nullable(),
  /** What a third country's member sends waits until the group's administrator, named in the directory, has verified it. */
  quarantineThirdCountries: z.boolean().optional(),
  /** A local team (national lawyers, assistants, interpreters) that works for this group, in compartments of its own. */
  localTeamOf: jwgId.optional(),
});

/**
 * A network is recognised when the laptop has an address in one of `addressRanges` (CIDR) or one of
 * `interfaces` is up (both empty: anywhere), and the server at `server` shows one of `pins`.
 */
const network = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/).transform((text) => text as NetworkId),
  name: requiredLine,
  accreditation: markingId.nullable(),
  server: z.strictObject({ url: z.url(), certificate: z.string().max(20_000), pins: z.array(pin).min(1).max(8) }),
  addressRanges: z.array(z.string().max(60)).max(50),
  interfaces: z.array(z.string().max(60)).max(50),
});

const accreditation = z.strictObject({
  /** Person keys (base64url) it holds for; `null`: every member's device. */
  devices: z.array(publicKey).max(500).nullable(),
  by: requiredLine,
  reference: requiredLine,
  marking: markingId,
  until: day,
});

/** A removable medium for the hand-carried pouch, with an accreditation of its own. There is no server on it to prove anything: the person says which it is. */
const removableMedium = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/).transform((text) => text as NetworkId),
  name: requiredLine,
  accreditation: markingId.nullable(),
});

export const organisationProfile = z.strictObject({
  v: z.literal(1),
  organisation: z.strictObject({
    name: requiredLine,
    /** Ed25519: signs profiles, certificates, grants, erase orders. */
    signKey: publicKey,
    /** X25519: join requests are sealed to it. */
    boxKey: publicKey,
  }),
  serial: z.number().int().min(1),
  issued: z.number().int(),
  validUntil: z.number().int(),
  markings: z.array(marking).min(1).max(60),
  jwgs: z.array(jwg).max(200),
  networks: z.array(network).max(60),
  /** Absent: nothing is carried by hand. */
  removableMedia: z.array(removableMedium).max(60).optional(),
  accreditations: z.array(accreditation).max(200),
  /** What works between which countries; without one the table that is shipped. */
  countryTable: countryTable.optional(),
  directoryDatabase: z.string().regex(/^[a-z][a-z0-9_]{7,63}$/),
});
export type OrganisationProfile = z.infer<typeof organisationProfile>;
export type JointWorkingGroup = OrganisationProfile['jwgs'][number];
export type NetworkProfile = OrganisationProfile['networks'][number];

/** The file as it travels: the profile's canonical bytes and the signature over exactly them. */
export const signedProfileFile = z.strictObject({
  format: z.literal('rapporteur-organisation-profile'),
  v: z.literal(1),
  profile: z.string().max(2_000_000), // base64url
  signature: z.string().regex(/^[\w-]{86}$/), // Ed25519, base64url
});

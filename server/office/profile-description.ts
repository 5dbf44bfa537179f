import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { countryTable } from '../../core/cooperation/country-table.ts';
import { defaultProfile, includesThirdCountries } from '../../core/organisation/default-profile.ts';
import { organisationProfile, type OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { pinsOf } from '../gateway/server-certificate.ts';
import type { OfficeBook } from './office-book.ts';
import { writtenJson } from './written-json.ts';

const shape = organisationProfile.shape;
const jwg = shape.jwgs.element;
const network = shape.networks.element;

/**
 * What the secretariat writes by hand, in JSON: the profile without keys, pins, serial and dates.
 * `validUntil` is a day; third countries follow from the members unless said otherwise; a network's
 * certificate is a PEM file beside the description, and so is the country table, in JSON.
 */
const description = z.strictObject({
  validUntil: z.iso.date(),
  jwgs: z.array(
    jwg.extend({
      crimeAreas: jwg.shape.crimeAreas.default([]),
      includesThirdCountries: z.boolean().optional(),
      fourEyes: z.boolean().default(false),
      dataProtection: jwg.shape.dataProtection.default(null),
    }),
  ),
  networks: z.array(
    network.extend({
      server: z.strictObject({ url: z.url(), certificate: z.string().min(1), otherPins: z.array(z.string()).default([]) }),
      addressRanges: network.shape.addressRanges.default([]),
      interfaces: network.shape.interfaces.default([]),
    }),
  ),
  removableMedia: shape.removableMedia,
  accreditations: shape.accreditations.default([]),
  markings: shape.markings.optional(),
  countryTable: z.string().min(1).optional(),
});
type Description = z.output<typeof description>;

export type DescriptionFailure = 'file-unreadable' | 'description-wrong' | 'certificate-unreadable' | 'country-table-unreadable' | 'country-table-wrong';

/** Reads a description and makes the profile of it, still without the serial that it will have. */
export function readDescription(path: string, book: OfficeBook, now: number): Result<OrganisationProfile, DescriptionFailure> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return failed('file-unreadable', { path });
  }
  const json = writtenJson(bytes);
  if (!json.ok) return failed('description-wrong', json.failure.facts);
  const parsed = description.safeParse(json.value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return failed('description-wrong', { where: issue?.path.join(' › ') ?? '', problem: issue?.message ?? '' });
  }
  const orphan = parsed.data.jwgs.findIndex(({ localTeamOf }) => localTeamOf !== undefined && !parsed.data.jwgs.some((one) => one.id === localTeamOf));
  if (orphan !== -1) return failed('description-wrong', { where: `jwgs › ${orphan} › localTeamOf`, problem: 'there is no such group' });
  const networks = readNetworks(parsed.data, dirname(path));
  if (!networks.ok) return networks;
  const plain = assemble(parsed.data, networks.value, book, now);
  if (parsed.data.countryTable === undefined) return ok(plain);
  const table = readCountryTable(resolve(dirname(path), parsed.data.countryTable));
  return table.ok ? ok({ ...plain, countryTable: table.value }) : table;
}

function readCountryTable(path: string): Result<NonNullable<OrganisationProfile['countryTable']>, 'country-table-unreadable' | 'country-table-wrong'> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return failed('country-table-unreadable', { path });
  }
  const json = writtenJson(bytes);
  if (!json.ok) return failed('country-table-wrong', json.failure.facts);
  const parsed = countryTable.safeParse(json.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  return failed('country-table-wrong', { where: issue?.path.join(' › ') ?? '', problem: issue?.message ?? '' });
}

function readNetworks(read: Description, folder: string): Result<OrganisationProfile['networks'], 'certificate-unreadable'> {
  const networks: OrganisationProfile['networks'] = [];
  for (const { server, ...rest } of read.networks) {
    const path = resolve(folder, server.certificate);
    try {
      const certificate = readFileSync(path, 'utf8');
      networks.push({ ...rest, server: { url: server.url, certificate, pins: [...new Set([...readPins(certificate), ...server.otherPins])] } });
    } catch {
      return failed('certificate-unreadable', { path });
    }
  }
  return ok(networks);
}

/** A file without a certificate in it throws, as one that is not there does. */
function readPins(certificate: string): readonly string[] {
  const pins = pinsOf(certificate);
  if (pins.length === 0) throw new Error('no certificate');
  return pins;
}

function assemble(read: Description, networks: OrganisationProfile['networks'], book: OfficeBook, now: number): OrganisationProfile {
  const endOfDay = Date.parse(`${read.validUntil}T23:59:59.999Z`);
  const plain = defaultProfile({
    organisation: { name: book.organisation.name, signKey: book.sign.public, boxKey: book.box.public },
    directoryDatabase: book.directory.database,
    serial: 1,
    issued: now,
    validUntil: endOfDay,
    jwgs: read.jwgs,
    networks,
    accreditations: read.accreditations,
    ...(read.markings === undefined ? {} : { markings: read.markings }),
  });
  const jwgs = read.jwgs.map((one) => ({ ...one, includesThirdCountries: one.includesThirdCountries ?? includesThirdCountries(one.members) }));
  return { ...plain, jwgs, ...(read.removableMedia === undefined ? {} : { removableMedia: read.removableMedia }) };
}

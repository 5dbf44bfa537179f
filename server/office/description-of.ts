import { existsSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { pinsOf } from '../gateway/server-certificate.ts';
import { dayOf } from './members.ts';

/**
 * Writes the description that makes this profile, with the certificates and the country table beside it:
 * for a secretariat that has lost its description, or changed groups with "jwg set". Nothing that is
 * there is replaced. Answers the paths that were written.
 */
export function writeDescription(path: string, profile: OrganisationProfile): Result<readonly string[], 'file-there' | 'file-unwritable'> {
  const files = filesOf(path, profile);
  const there = files.find((one) => existsSync(one.path));
  if (there !== undefined) return failed('file-there', { path: there.path });
  for (const file of files) {
    try {
      writeFileSync(file.path, file.text, { flag: 'wx' });
    } catch {
      return failed('file-unwritable', { path: file.path });
    }
  }
  return ok(files.map((one) => one.path));
}

function filesOf(path: string, profile: OrganisationProfile): readonly { readonly path: string; readonly text: string }[] {
  const beside = (name: string) => join(dirname(path), name);
  const stem = basename(path).replace(/\.json$/, '');
  const certificateOf = (id: string) => `${stem}-${id}.crt`;
  const table = profile.countryTable === undefined ? null : `${stem}-countries.json`;
  const description = {
    validUntil: dayOf(profile.validUntil),
    jwgs: profile.jwgs,
    networks: profile.networks.map(({ server, ...rest }) => {
      const own = pinsOf(server.certificate);
      return { ...rest, server: { url: server.url, certificate: certificateOf(rest.id), otherPins: server.pins.filter((one) => !own.includes(one)) } };
    }),
    accreditations: profile.accreditations,
    markings: profile.markings,
    ...(table === null ? {} : { countryTable: table }),
  };
  return [
    { path, text: asText(description) },
    ...profile.networks.map((one) => ({ path: beside(certificateOf(one.id)), text: one.server.certificate })),
    ...(table === null ? [] : [{ path: beside(table), text: asText(profile.countryTable) }]),
  ];
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

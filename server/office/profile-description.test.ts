import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultCountryTable } from '../../core/cooperation/default-country-table.ts';
import { cryptoReady } from '../../core/crypto/sodium.ts';
import { organisationProfile } from '../../core/organisation/profile.ts';
import { makeServerCertificate, pinOf } from '../gateway/server-certificate.ts';
import { newOfficeBook, type OfficeBook } from './office-book.ts';
import { readDescription } from './profile-description.ts';

const now = Date.UTC(2025, 2, 3);
let folder: string;
let book: OfficeBook;
let pin: string;

beforeAll(async () => {
  await cryptoReady;
  folder = mkdtempSync(join(tmpdir(), 'description-'));
  book = newOfficeBook('Fight against organised crime');
  const { certificate } = await makeServerCertificate(['127.0.0.1'], new Date(now));
  writeFileSync(join(folder, 'server.crt'), certificate);
  pin = pinOf(certificate);
});
afterAll(() => rmSync(folder, { recursive: true }));

const jwg = { id: 'arms', name: 'JWG Firearms', shortName: 'Firearms', members: [{ country: 'HRV', institution: 'USKOK' }] };
const network = { id: 'office', name: 'Office', accreditation: 'R-UE', server: { url: 'https://127.0.0.1:6984', certificate: 'server.crt' } };

function read(changes: object) {
  const path = join(folder, 'description.json');
  writeFileSync(path, JSON.stringify({ validUntil: '2026-03-01', jwgs: [jwg], networks: [network], ...changes }));
  return readDescription(path, book, now);
}

test('a description becomes a profile with keys, pins and dates', () => {
  const profile = read({});
  if (!profile.ok) throw new Error(profile.failure.code);
  expect(organisationProfile.parse(profile.value)).toEqual(profile.value);
  expect(profile.value).toMatchObject({
    organisation: { name: book.organisation.name, signKey: book.sign.public },
    validUntil: Date.UTC(2026, 2, 1, 23, 59, 59, 999),
    directoryDatabase: book.directory.database,
    networks: [{ server: { pins: [pin] }, addressRanges: [] }],
  });
});

test('while a certificate is replaced the file holds both, and the profile both pins', async () => {
  const next = await makeServerCertificate(['127.0.0.1'], new Date(now));
  writeFileSync(join(folder, 'both.crt'), `${readFileSync(join(folder, 'server.crt'), 'utf8')}${next.certificate}`);
  const profile = read({ networks: [{ ...network, server: { ...network.server, certificate: 'both.crt' } }] });
  expect(profile.ok && profile.value.networks[0]?.server.pins).toEqual([pin, pinOf(next.certificate)]);
  writeFileSync(join(folder, 'none.crt'), 'not a certificate');
  expect(read({ networks: [{ ...network, server: { ...network.server, certificate: 'none.crt' } }] })).toMatchObject({ failure: { code: 'certificate-unreadable' } });
});

test('third countries follow from the members unless said otherwise', () => {
  const third = (changes: object) => {
    const profile = read({ jwgs: [{ ...jwg, ...changes }] });
    return profile.ok && profile.value.jwgs[0]?.includesThirdCountries;
  };
  expect(third({})).toBe(false);
  expect(third({ members: [...jwg.members, { country: 'XKX', institution: 'Special prosecution' }] })).toBe(true);
  expect(third({ includesThirdCountries: true })).toBe(true);
});

test('a country table is taken from its file, and refused with its place', () => {
  writeFileSync(join(folder, 'countries.json'), JSON.stringify({ ...defaultCountryTable, asOf: '2026-02-01' }));
  const profile = read({ countryTable: 'countries.json' });
  expect(profile.ok && profile.value.countryTable?.asOf).toBe('2026-02-01');
  expect(read({})).not.toHaveProperty('value.countryTable');
  writeFileSync(join(folder, 'broken.json'), JSON.stringify({ ...defaultCountryTable, entries: [{ country: 'MNE' }] }));
  expect(read({ countryTable: 'broken.json' })).toMatchObject({ failure: { code: 'country-table-wrong', facts: { where: 'entries › 0 › fact' } } });
  expect(read({ countryTable: 'none.json' })).toMatchObject({ failure: { code: 'country-table-unreadable' } });
});

test('what is wrong is named with its place', () => {
  const failureOf = (changes: object) => {
    const profile = read(changes);
    return profile.ok ? null : profile.failure;
  };
  expect(failureOf({ validUntil: 'soon' })).toMatchObject({ code: 'description-wrong', facts: { where: 'validUntil' } });
  expect(failureOf({ jwgs: [{ ...jwg, members: [] }] })).toMatchObject({ facts: { where: 'jwgs › 0 › members' } });
  expect(failureOf({ jwgs: [{ ...jwg, localTeamOf: 'drugs' }] })).toMatchObject({ facts: { where: 'jwgs › 0 › localTeamOf' } });
  expect(failureOf({ networks: [{ ...network, server: { ...network.server, certificate: 'missing.crt' } }] })).toMatchObject({ code: 'certificate-unreadable' });
  const atLine = (text: string) => {
    writeFileSync(join(folder, 'slip.json'), text);
    const profile = readDescription(join(folder, 'slip.json'), book, now);
    return profile.ok ? null : profile.failure.facts?.['where'];
  };
  expect(atLine('{\n  "validUntil": "2026-03-01",\n  "jwgs": [,]\n}')).toBe('line 3');
  expect(atLine('{\n  "validUntil": "2026-03-01"\n  "jwgs": []\n}')).toBe('line 3');
  expect(atLine('{\n  "validUntil": "2026-03-01",\n  "jw')).toBe('line 3');
  expect(atLine('')).toBe('line 1');
  expect(readDescription(join(folder, 'none.json'), book, now)).toMatchObject({ failure: { code: 'file-unreadable' } });
});

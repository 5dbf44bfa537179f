import type { ServerResponse } from 'node:http';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { Day, MarkingId, NetworkId } from '../../../core/ids.ts';
import { anOrganisation, aProfile, today, type AnOrganisation } from '../../../test/builders/organisations.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import { signProfile } from '../../../core/organisation/sign-profile.ts';
import { Channel } from './channel.ts';
import type { LocalNetwork } from './network-choice.ts';
import { probeServer } from './pinned-server.ts';
import { aServer, type TestServer } from '../../../test/builders/pinned-servers.ts';

const claims = {
  credential: { user: 'm1', password: 'secret' },
  databases: [
    { name: 'open1', marking: 'UNCLASSIFIED' },
    { name: 'sensitive1', marking: 'SENSITIVE' },
    { name: 'restricted1', marking: 'R-UE' },
  ],
  ceiling: 'R-UE',
};

let organisation: AnOrganisation;
let server: TestServer;
let channel: Channel;
let local: LocalNetwork;
let joinedKey: string | null;
let answer: (response: ServerResponse) => void;

beforeAll(() => cryptoReady);
beforeEach(async () => {
  organisation = anOrganisation();
  answer = (response) => void response.setHeader('content-type', 'application/json').setHeader('set-cookie', 'x=1').end('{"ok":true}');
  server = await aServer((_request, response) => answer(response));
  local = { addresses: ['10.20.3.4'], interfaces: ['eth0'] };
  joinedKey = null;
  channel = new Channel({
    now: () => today,
    local: () => local,
    probe: (described) => probeServer(described, 2000),
    tell: () => undefined,
    joined: {
      accepts: async (key) => joinedKey === null || joinedKey === key,
      remember: async (key) => {
        joinedKey ??= key;
      },
    },
  });
});
afterEach(async () => {
  channel.forget();
  await server.close();
});

function profileOf(accreditation: string | null, changes: Partial<OrganisationProfile> = {}): Uint8Array {
  const network = {
    id: 'office' as NetworkId, name: 'Office', accreditation: accreditation as MarkingId | null, server: server.described, addressRanges: ['10.20.0.0/16'], interfaces: [],
  };
  const accreditations = [{ devices: null, by: 'NSA', reference: '1', marking: 'R-UE' as MarkingId, until: '2030-01-01' as Day }];
  return signProfile(aProfile(organisation, { networks: [network], accreditations, ...changes }), organisation.sign.secretKey);
}

async function joined(accreditation: string | null = 'SENSITIVE', changed: Partial<typeof claims> = {}): Promise<void> {
  expect(await channel.configure(profileOf(accreditation), { ...claims, ...changed })).toBe('configured');
  await channel.look();
}

async function ask(path: string, init?: RequestInit): Promise<{ status: number; own: string | null; body: string }> {
  const response = await channel.forward(new Request(`app://rapporteur/sync/${path}`, init));
  return { status: response.status, own: response.headers.get('x-rapporteur-channel'), body: await response.text() };
}

test('before anything is configured nothing is recognised and nothing goes', async () => {
  expect(await channel.state()).toMatchObject({ network: null, reachable: false, accreditation: null });
  expect(await ask('open1')).toMatchObject({ own: 'not-allowed' });
});

test('a request goes to the server with the credential and without anything else of the page', async () => {
  await joined();
  const headers = { 'content-type': 'application/json', cookie: 'c', authorization: 'Basic mine', 'x-other': 'o' };
  const said = await ask('sensitive1/_bulk_docs', { method: 'POST', body: '{"docs":[]}', headers });
  expect(said).toEqual({ status: 200, own: null, body: '{"ok":true}' });
  expect(server.requests).toHaveLength(1);
  const sent = server.requests[0];
  expect(sent).toMatchObject({ method: 'POST', url: '/sensitive1/_bulk_docs', body: '{"docs":[]}' });
  expect(Object.keys(sent?.headers ?? {}).toSorted()).toEqual(['accept', 'authorization', 'connection', 'content-length', 'content-type', 'host']);
  expect(Buffer.from(sent?.headers.authorization?.slice(6) ?? '', 'base64').toString()).toBe('m1:secret');
});

test('the server’s cookies and its other headers do not reach the page', async () => {
  await joined();
  const response = await channel.forward(new Request('app://rapporteur/sync/sensitive1'));
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(response.headers.get('date')).toBeNull();
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  await response.text();
});

test.each([
  ['SENSITIVE', 'restricted1', 'above-channel'],
  ['UNCLASSIFIED', 'sensitive1', 'above-channel'],
  [null, 'open1', 'above-channel'],
] as const)('on a channel accredited to %s, %s is neither read nor written', async (accreditation, database, code) => {
  await joined(accreditation);
  expect((await ask(`${database}/_changes`)).own).toBe(code);
  expect((await ask(`${database}/_bulk_docs`, { method: 'POST', body: '{}' })).own).toBe(code);
  expect((await ask(`${database}/_bulk_get`, { method: 'POST', body: '{}' })).own).toBe(code);
  expect(server.requests).toEqual([]);
});

test('what is above the device does not pass, whatever the channel', async () => {
  await joined('R-UE', { ceiling: 'SENSITIVE' });
  expect((await ask('restricted1')).own).toBe('above-device');
});

test('lowering holds at once, and taking it back gives no more than there was', async () => {
  await joined();
  expect(channel.lower('UNCLASSIFIED')).toMatchObject({ accreditation: 'SENSITIVE', loweredTo: 'UNCLASSIFIED' });
  expect((await ask('sensitive1')).own).toBe('above-channel');
  expect((await ask('open1')).status).toBe(200);
  channel.lower('R-UE');
  expect((await ask('restricted1')).own).toBe('above-channel');
  channel.lower(null);
  expect((await ask('sensitive1')).status).toBe(200);
  expect((await ask('restricted1')).own).toBe('above-channel');
});

test('the level of a database cannot be talked down later', async () => {
  await joined();
  await joined('SENSITIVE', { databases: [{ name: 'restricted1', marking: 'UNCLASSIFIED' }] });
  expect((await ask('restricted1')).own).toBe('above-channel');
});

test('a database without a level is none, unless the profile names it as the directory', async () => {
  await joined('SENSITIVE', { databases: [{ name: 'restricted1', marking: null as unknown as string }] });
  expect((await ask('restricted1')).own).toBe('not-allowed');
  expect((await ask('d0123456789abcdef0123456789abcdef')).status).toBe(200);
});

test('only the databases and paths of synchronisation', async () => {
  await joined();
  expect((await ask('other1')).own).toBe('not-allowed');
  expect((await ask('_users/_all_docs')).own).toBe('not-allowed');
  expect((await ask('sensitive1/_design/x')).own).toBe('not-allowed');
  expect((await ask('sensitive1/_local/x', { method: 'PUT', body: '{}' })).own).toBe('not-allowed');
  expect(server.requests).toEqual([]);
});

test('a body that is too large is not sent', async () => {
  await joined();
  expect((await ask('sensitive1/_bulk_docs', { method: 'POST', body: 'x'.repeat(5_000_001) })).own).toBe('too-large');
  expect(server.requests).toEqual([]);
});

test('without a credential nothing is asked', async () => {
  expect(await channel.configure(profileOf('SENSITIVE'), { ...claims, credential: null })).toBe('configured');
  await channel.look();
  expect(await ask('sensitive1')).toMatchObject({ status: 401, own: 'no-credential' });
});

test('when the laptop has left the network nothing goes, even before that was noticed', async () => {
  await joined();
  local = { addresses: ['192.168.1.7'], interfaces: ['wlan0'] };
  expect((await ask('sensitive1')).own).toBe('no-channel');
  await channel.look('when-moved');
  expect(await channel.state()).toMatchObject({ network: null, obstacle: 'nothing-fits', accreditation: null });
});

test('a server that went away is absent, and the channel is no longer recognised', async () => {
  await joined();
  const { url } = server.described;
  await server.close();
  expect((await ask('sensitive1')).own).toBe('server-absent');
  await channel.look();
  expect(await channel.state()).toMatchObject({ network: null, obstacle: 'server-absent' });
  server = await aServer((_request, response) => response.end());
  expect(server.described.url).not.toBe(url);
});

test.each([401, 403, 404, 409, 413, 429, 500, 503])('the server’s own %i passes as it is', async (status) => {
  await joined();
  answer = (response) => void response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '7', 'www-authenticate': 'Basic' }).end('{"error":"e"}');
  expect(await ask('sensitive1')).toEqual({ status, own: null, body: '{"error":"e"}' });
});

test.each([
  ['a redirection', (response: ServerResponse): void => void response.writeHead(302, { location: 'https://elsewhere/' }).end()],
  ['a web page', (response: ServerResponse): void => void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>Sign in</p>')],
  ['no HTTP', (response: ServerResponse): void => void response.socket?.end('garbage\r\n\r\n')],
] as const)('%s is no answer', async (_what, garbled) => {
  await joined();
  answer = garbled;
  expect(await ask('sensitive1')).toMatchObject({ own: 'server-garbled' });
});

test('forgetting cuts what is under way and closes the way', async () => {
  await joined();
  answer = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"half":');
  const response = await channel.forward(new Request('app://rapporteur/sync/sensitive1/_changes'));
  const reading = response.text();
  channel.forget();
  await expect(reading).rejects.toThrow();
  expect((await ask('sensitive1')).own).toBe('not-allowed');
  expect(await channel.state()).toMatchObject({ network: null, name: '', reachable: false });
});

test('lowering cuts what is under way and may not go on', async () => {
  await joined();
  answer = (response) => void response.writeHead(200, { 'content-type': 'application/json' }).write('{"half":');
  const response = await channel.forward(new Request('app://rapporteur/sync/sensitive1/_changes'));
  const reading = response.text();
  channel.lower('UNCLASSIFIED');
  await expect(reading).rejects.toThrow();
});

test('a clock years off is told once the server was heard, and no longer when it is right', async () => {
  await joined();
  const dated = (days: number) => (response: ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'application/json', date: new Date(today - days * 86_400_000).toUTCString() }).end('{}');
  answer = dated(800);
  await ask('sensitive1');
  expect((await channel.state()).clockAhead).toBe(800 * 1440);
  answer = dated(-3);
  await ask('sensitive1');
  expect((await channel.state()).clockAhead).toBe(-3 * 1440);
  answer = dated(0);
  await ask('sensitive1');
  expect((await channel.state()).clockAhead).toBeNull();
});

test('another organisation is refused once one was joined, and forgets nothing by it', async () => {
  await joined();
  const other = anOrganisation();
  const strange = signProfile(aProfile(other), other.sign.secretKey);
  expect(await channel.configure(strange, claims)).toBe('profile-refused');
  expect((await ask('sensitive1')).own).toBe('not-allowed');
});

test.each([
  ['altered', (file: Uint8Array) => new TextEncoder().encode(new TextDecoder().decode(file).replace('"signature":"', '"signature":"A'))],
  ['empty', () => new Uint8Array()],
])('a profile that is %s is refused', async (_what, alter) => {
  expect(await channel.configure(alter(profileOf('R-UE')), claims)).toBe('profile-refused');
});

test('an older profile is refused while a newer one is known', async () => {
  await joined();
  expect(await channel.configure(profileOf('R-UE', { serial: 2 }), claims)).toBe('profile-refused');
});

import { beforeAll, expect, test } from 'vitest';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import { anOrganisation, aProfile, today } from '../../../test/builders/organisations.ts';
import type { NetworkProfile, OrganisationProfile } from '../../../core/organisation/profile.ts';
import { candidates } from './network-choice.ts';
import { recognise, type Probe } from './recognise.ts';

beforeAll(() => cryptoReady);

const pin = `${'A'.repeat(43)}=`;
const aNetwork = (id: string, accreditation: string | null, changes: Partial<NetworkProfile> = {}): NetworkProfile =>
  ({
    id, name: id, accreditation, addressRanges: [], interfaces: [],
    server: { url: `https://${id}.example`, certificate: 'x', pins: [pin] },
    ...changes,
  }) as NetworkProfile;

const anywhere = aNetwork('gateway', null);
const office = aNetwork('office', 'R-UE', { addressRanges: ['10.20.0.0/16'] });
const tunnel = aNetwork('tunnel', 'SENSITIVE', { interfaces: ['wg0'] });
const profile = (): OrganisationProfile => aProfile(anOrganisation(), { networks: [anywhere, tunnel, office] });
const hotel = { addresses: ['192.168.1.7'], interfaces: ['wlan0'] };
const inOffice = { addresses: ['10.20.3.4'], interfaces: ['eth0', 'wg0'] };
const answering = (answers: Readonly<Record<string, Awaited<ReturnType<Probe>>>>): Probe => async (server) =>
  answers[new URL(server.url).hostname.split('.')[0] ?? ''] ?? 'server-absent';

test('the networks that fit, the highest accreditation first', () => {
  expect(candidates(profile(), inOffice).map((one) => one.id)).toEqual(['office', 'tunnel', 'gateway']);
  expect(candidates(profile(), hotel).map((one) => one.id)).toEqual(['gateway']);
});

test('the highest whose server proves its key is recognised', async () => {
  const all = answering({ office: 'reachable', tunnel: 'reachable', gateway: 'reachable' });
  expect((await recognise(profile(), inOffice, today, all)).network?.id).toBe('office');
  const without = answering({ office: 'wrong-server', tunnel: 'reachable', gateway: 'reachable' });
  expect((await recognise(profile(), inOffice, today, without)).network?.id).toBe('tunnel');
});

test('an address of the office does not make an office of a place without its server', async () => {
  expect(await recognise(profile(), inOffice, today, answering({}))).toEqual({ network: null, obstacle: 'server-absent' });
});

test('the office’s server answering somewhere else does not make it the office', async () => {
  expect((await recognise(profile(), hotel, today, answering({ office: 'reachable' }))).network).toBeNull();
});

test('somebody else in the server’s place is said to be that', async () => {
  expect((await recognise(profile(), hotel, today, answering({ gateway: 'wrong-server' }))).obstacle).toBe('wrong-server');
});

test('where nothing fits nobody is asked', async () => {
  const asked: string[] = [];
  const probe: Probe = async (server) => {
    asked.push(server.url);
    return 'reachable';
  };
  const only = aProfile(anOrganisation(), { networks: [office] });
  expect(await recognise(only, hotel, today, probe)).toEqual({ network: null, obstacle: 'nothing-fits' });
  expect(asked).toEqual([]);
});

test('a profile that has expired recognises nothing', async () => {
  const one = profile();
  expect(await recognise(one, inOffice, one.validUntil, answering({ office: 'reachable' }))).toEqual({ network: null, obstacle: 'profile-expired' });
});

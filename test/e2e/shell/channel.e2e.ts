import { expect, type Page } from '@playwright/test';
import { cryptoReady } from '../../../core/crypto/sodium.ts';
import type { Day, MarkingId, NetworkId } from '../../../core/ids.ts';
import { signProfile } from '../../../core/organisation/sign-profile.ts';
import { anOrganisation, aProfile, type AnOrganisation } from '../../builders/organisations.ts';
import { aServer, type TestServer } from '../../builders/pinned-servers.ts';
import { openLaptop } from '../laptop.ts';
import { settled, test } from './shell.ts';

let organisation: AnOrganisation;
let server: TestServer;

test.beforeAll(async () => {
  await cryptoReady;
  organisation = anOrganisation();
});
test.beforeEach(async () => {
  server = await aServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ url: request.url, size: request.headers['content-length'] ?? null, filler: 'x'.repeat(300_000) }));
  });
});
test.afterEach(async ({ laptop }) => {
  await laptop.page.evaluate(() => window.rapporteur.call('channel:forget', undefined));
  await server.close();
});

function profileOf(described: TestServer['described'], by: AnOrganisation = organisation): number[] {
  const now = Date.now();
  const network = { id: 'office' as NetworkId, name: 'Office', accreditation: 'SENSITIVE' as MarkingId, server: described, addressRanges: [], interfaces: [] };
  const accreditations = [{ devices: null, by: 'NSA', reference: '1', marking: 'R-UE' as MarkingId, until: '2099-01-01' as Day }];
  const profile = aProfile(by, { networks: [network], accreditations, issued: now, validUntil: now + 3_600_000 });
  return [...signProfile(profile, by.sign.secretKey)];
}

async function join(page: Page, profile: number[]): Promise<string> {
  const said = await page.evaluate(
    (file) =>
      window.rapporteur.call('channel:configure', {
        profile: new Uint8Array(file),
        credential: { user: 'm1', password: 'never shown' },
        databases: [{ name: 'sensitive1', marking: 'SENSITIVE' }, { name: 'restricted1', marking: 'R-UE' }],
        ceiling: 'R-UE',
      }),
    profile,
  );
  return said;
}

const state = (page: Page) => page.evaluate(() => window.rapporteur.call('channel:state', undefined));

/** Asks as the engine does. */
function ask(page: Page, path: string, body?: string): Promise<{ status: number; own: string | null; length: number; text: string }> {
  return page.evaluate(
    async ([asked, sent]) => {
      const answer = await fetch(`app://rapporteur/sync/${asked}`, sent === undefined ? {} : { method: 'POST', body: sent, headers: { 'content-type': 'application/json' } });
      const text = await answer.text();
      return { status: answer.status, own: answer.headers.get('x-rapporteur-channel'), length: text.length, text: text.slice(0, 200) };
    },
    [path, body] as const,
  );
}

test('the pinned server is recognised, and reached through the app’s own address only', async ({ laptop }) => {
  expect(await join(laptop.page, profileOf(server.described))).toBe('configured');
  await expect.poll(() => state(laptop.page)).toMatchObject({ network: 'office', name: 'Office', reachable: true, accreditation: 'SENSITIVE', obstacle: null });
  const said = await ask(laptop.page, 'sensitive1/_bulk_docs', JSON.stringify({ docs: ['y'.repeat(200_000)] }));
  expect(said.status).toBe(200);
  expect(said.length).toBeGreaterThan(300_000);
  expect(server.requests[0]).toMatchObject({ method: 'POST', url: '/sensitive1/_bulk_docs' });
  expect(server.requests[0]?.body.length).toBeGreaterThan(200_000);
  expect(Buffer.from((server.requests[0]?.headers.authorization ?? '').slice(6), 'base64').toString()).toBe('m1:never shown');
});

test('a database above the channel is not asked for, in either direction', async ({ laptop }) => {
  await join(laptop.page, profileOf(server.described));
  await expect.poll(async () => (await state(laptop.page)).network).toBe('office');
  expect((await ask(laptop.page, 'restricted1/_changes')).own).toBe('above-channel');
  expect((await ask(laptop.page, 'restricted1/_bulk_docs', '{}')).own).toBe('above-channel');
  expect((await ask(laptop.page, 'elsewhere1')).own).toBe('not-allowed');
  expect(server.requests).toEqual([]);
});

test('a server with another key hears nothing, and is named as what it is', async ({ laptop }) => {
  const impostor = await aServer((_request, response) => response.end('{}'));
  await join(laptop.page, profileOf({ ...server.described, pins: impostor.described.pins }));
  await expect.poll(() => state(laptop.page)).toMatchObject({ network: null, obstacle: 'wrong-server' });
  expect((await ask(laptop.page, 'sensitive1')).own).toBe('wrong-server');
  expect(server.requests).toEqual([]);
  await impostor.close();
});

test('loading the page anew forgets the channel and its credential', async ({ laptop }) => {
  await join(laptop.page, profileOf(server.described));
  await expect.poll(async () => (await state(laptop.page)).network).toBe('office');
  await laptop.page.reload();
  await settled(laptop.page);
  expect(await state(laptop.page)).toMatchObject({ network: null, reachable: false });
  expect((await ask(laptop.page, 'sensitive1')).own).toBe('not-allowed');
});

test('a laptop that belongs to one organisation serves no other, after a new start neither', async () => {
  const laptop = await openLaptop();
  await settled(laptop.page);
  expect(await join(laptop.page, profileOf(server.described))).toBe('configured');
  const stranger = anOrganisation();
  expect(await join(laptop.page, profileOf(server.described, stranger))).toBe('profile-refused');
  await laptop.close();
  const again = await openLaptop({ profile: laptop.profile });
  await settled(again.page);
  expect(await join(again.page, profileOf(server.described, stranger))).toBe('profile-refused');
  expect(await join(again.page, profileOf(server.described))).toBe('configured');
  await again.discard();
});

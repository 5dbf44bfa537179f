import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { cryptoReady } from '../../core/crypto/sodium.ts';
import { anOrganisation } from '../builders/profiles.ts';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { serve, type Served } from '../integration/secretariat.ts';
import { aLetter, aParcel, aWriter, type Writer } from '../office/plants.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { knownAtTheOffice, LyingOffice } from './lying-office.ts';
import { willOpen } from './pages/dialogs.ts';
import { join, unlock, type Person } from './pages/gate.ts';
import { goTo, writeNote } from './pages/note.ts';
import { becomeMember, deliver, deliveryResult, expectChannel, openPouch, rowsOf } from './pages/pouch.ts';

const giulia: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const marko: Person = { name: 'Marko Šimić', country: 'Croatia', institution: 'USKOK', passphrase: 'seven quiet lanterns under lime' };
const group = 'Joint Working Group on Trafficking in Firearms';
/** Everything that is written in these stories begins with it, so that a list that must say nothing of it can be searched. */
const canary = 'Lantern';

test.describe.configure({ mode: 'serial' });

let folder: string;
let office: DemoOffice;
let lying: LyingOffice;
let line: Line;
let other: Served;
let giulias: Laptop;
let markos: Laptop;

/** A line to the office's address that may lead to somebody else's server. */
interface Line {
  readonly address: string;
  to: URL;
  cut(): void;
  close(): void;
}

async function aLine(address: string): Promise<Line> {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(open.to.port), open.to.hostname);
    for (const [one, another] of [[near, far], [far, near]] as const) {
      sockets.add(one);
      one.on('error', () => another.destroy());
      one.on('close', () => another.destroy());
      one.pipe(another);
    }
  });
  const target = new URL(address);
  await new Promise<void>((resolve) => server.listen(0, target.hostname, resolve));
  const through = new URL(address);
  through.port = String((server.address() as AddressInfo).port);
  const cut = () => sockets.forEach((one) => one.destroy());
  const open = { address: through.origin, to: target, cut, close: () => (cut(), void server.close()) };
  return open;
}

test.beforeAll(async () => {
  test.setTimeout(300_000);
  await cryptoReady;
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-bad-input-'));
  office = await openDemoOffice(path.join(folder, 'office'), {
    outsideThrough: async (address) => {
      line = await aLine(address);
      return line.address;
    },
  });
  lying = new LyingOffice(office.couchdb);
  other = await serve('--folder', path.join(folder, 'other'));
  giulias = await member(giulia);
  markos = await member(marko);
});

test.afterAll(async () => {
  await giulias.discard();
  await markos.discard();
  line.close();
  await other.stop();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function member(person: Person): Promise<Laptop> {
  const laptop = await openLaptop();
  const request = path.join(folder, `${person.name}.request`);
  const { fingerprint } = await join(laptop, { profile: office.profile, request }, person);
  await office.admit(request, fingerprint);
  await becomeMember(laptop.page);
  return laptop;
}

async function writes(page: Page, what: string): Promise<void> {
  await writeNote(page, { title: `${canary} ${what}`, text: 'Seen at the bridge.', level: 'UNCLASSIFIED', group });
}

/** What the Pouch lists as having gone wrong, and that it says nothing of what was written. */
async function expectTrouble(page: Page, sentence: string): Promise<void> {
  await openPouch(page);
  const troubles = page.locator('details').filter({ has: page.locator('summary', { hasText: 'What went wrong lately' }) });
  await expect(troubles).toHaveCount(1);
  await troubles.evaluate((element: HTMLDetailsElement) => {
    element.open = true;
  });
  await expect(troubles.getByText(sentence, { exact: false }).first()).toBeVisible();
  await expect(troubles).not.toContainText(canary);
}

test('a profile from another organisation is refused in words', async () => {
  const { page, app } = giulias;
  const file = path.join(folder, 'other.rapporteur-profile');
  writeFileSync(file, anOrganisation(Date.now()).file());
  await goTo(page, 'Settings');
  await willOpen(app, file);
  await page.getByRole('button', { name: 'Open a newer profile' }).click();
  // Its signature is good: only that it is somebody else's speaks against it, and that shows when it is used.
  await page.getByRole('button', { name: 'Use this profile' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'belongs to another organisation' })).toContainText('Nothing of it was used.');
});

test('letters without form or out of another place are counted, named and listed, and keep nobody from receiving', async () => {
  test.setTimeout(300_000);
  await writes(giulias.page, 'one');
  await openPouch(giulias.page);
  await deliver(giulias.page);
  await expect(deliveryResult(giulias.page)).toContainText('Delivered 1');
  const found = (await Promise.all((await lying.databases()).map(async (name) => ({ name, parcels: await lying.parcelsIn(name) })))).filter(({ parcels }) => parcels.length > 0);
  const [{ name: database, parcels: [genuine] } = { name: '', parcels: [] }] = found;
  if (genuine === undefined) throw new Error('nothing was delivered');
  const { _rev, ...parcel } = genuine;
  expect(found).toHaveLength(1);
  expect(_rev).not.toBe('');
  await lying.withoutRules(database);
  await lying.ask('PUT', `/${database}/${'a'.repeat(64)}`, { v: 1, nonsense: true });
  await lying.ask('PUT', `/${database}/${'b'.repeat(64)}`, { ...parcel, _id: 'b'.repeat(64) });
  await openPouch(markos.page);
  await deliver(markos.page);
  await expect(deliveryResult(markos.page)).toContainText('received 1');
  await expect(deliveryResult(markos.page)).toContainText('1 parcel arrived damaged and was not used.');
  await expect(deliveryResult(markos.page)).toContainText('1 letter did not have the right form and was not used.');
  await expectTrouble(markos.page, 'did not have the right form');
});

test('a letter in a member’s name that the member did not sign is forged; one under a key that was never issued waits', async () => {
  test.setTimeout(300_000);
  const { page } = markos;
  const { place, member } = knownAtTheOffice(path.join(folder, 'office', 'office.keys'), giulia.name);
  const forger: Writer = { ...aWriter(), ...member };
  const forged = aParcel([aLetter(forger, place, { title: `${canary} forged` }).letter], place);
  const later = aParcel([aLetter(aWriter(), place, { title: `${canary} later` }).letter], place, { epoch: 7 });
  await lying.withoutRules(place.database);
  for (const parcel of [forged, later]) await lying.ask('PUT', `/${place.database}/${parcel._id}`, parcel);
  await openPouch(page);
  await deliver(page);
  await expect(deliveryResult(page)).toContainText('1 parcel was forged and not opened. Tell the secretariat.');
  const waiting = page.getByRole('region', { name: 'Arrived and waiting' });
  await expect(waiting).toContainText('1 parcel is forged and stays closed. Tell the secretariat.');
  await expect(waiting).toContainText('1 parcel is sealed with a key that the organisation has not issued. It stays closed until the organisation says otherwise.');
  await expectTrouble(page, '1 parcel was forged and not opened.');
  await goTo(page, 'Notes');
  await expect(page.getByRole('link', { name: `${canary} one` })).toBeVisible();
  await expect(page.getByRole('link', { name: /forged|later/ })).toHaveCount(0);
});

/** Sets the clock that the laptop's main process and its engine see, by so many milliseconds from the true one. */
async function setClock({ app, page }: Laptop, wrong: number): Promise<void> {
  await app.evaluate((_electron, by) => {
    const clock = globalThis as unknown as { trueNow?: () => number };
    const trueNow = (clock.trueNow ??= Date.now.bind(Date));
    Date.now = () => trueNow() + by;
  }, wrong);
  for (const worker of page.workers()) {
    await worker.evaluate((by) => {
      const clock = globalThis as unknown as { trueNow?: () => number };
      const trueNow = (clock.trueNow ??= Date.now.bind(Date));
      Date.now = () => trueNow() + by;
    }, wrong);
  }
}

test('a laptop whose clock is years off is told so in a sentence, and what was written under it goes when it is right', async () => {
  test.setTimeout(300_000);
  const { page } = giulias;
  await setClock(giulias, 3 * 365.25 * 86_400_000);
  await writes(page, 'of another year');
  await openPouch(page);
  await page.getByRole('button', { name: 'Deliver', exact: true }).click();
  await expect(page.getByText('This laptop\'s clock is 3 years ahead of the office server\'s. Set the date and time: deadlines and validity are judged by them.').first()).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0);
  await expect(rowsOf(page, 'Stays').filter({ hasText: `${canary} of another year` })).toContainText('The organisation profile ran out on');
  await setClock(giulias, 0);
  await openPouch(page);
  await deliver(page);
  await expect(deliveryResult(page)).toContainText('Delivered 1');
  await expect(page.getByText('This laptop\'s clock is', { exact: false })).toHaveCount(0);
  await openPouch(markos.page);
  await deliver(markos.page);
  await goTo(markos.page, 'Notes');
  await expect(markos.page.getByRole('link', { name: `${canary} of another year` })).toBeVisible();
});

test('a notebook that was copied to a second laptop is an alarm, and nothing of either is lost', async () => {
  test.setTimeout(300_000);
  await giulias.close();
  const copied = mkdtempSync(path.join(tmpdir(), 'rapporteur-copied-'));
  cpSync(giulias.profile, copied, { recursive: true });
  giulias = await openLaptop({ profile: giulias.profile });
  const twin = await openLaptop({ profile: copied });
  try {
    for (const [laptop, what] of [[giulias, 'two'], [twin, 'three']] as const) {
      await unlock(laptop.page, giulia.passphrase);
      await writes(laptop.page, what);
      await openPouch(laptop.page);
      await expectChannel(laptop.page, 'Hotel Wi-Fi');
      await deliver(laptop.page);
    }
    const { page } = markos;
    await openPouch(page);
    await deliver(page);
    await expect(deliveryResult(page)).toContainText('has the same number as another from the same device. Both are kept. Tell the secretariat.');
    await expectTrouble(page, 'has the same number as another from the same device.');
    await goTo(page, 'Notes');
    for (const what of ['one', 'two', 'three']) await expect(page.getByRole('link', { name: `${canary} ${what}` })).toBeVisible();
  } finally {
    await twin.discard();
  }
});

test('a member whose account was withdrawn in the middle is told so, and keeps what was written', async () => {
  test.setTimeout(300_000);
  const { page } = markos;
  await writes(page, 'five');
  for (const doc of await lying.documentsOf('_users')) if (doc._id.startsWith('org.couchdb.user:')) await lying.ask('DELETE', `/_users/${encodeURIComponent(doc._id)}?rev=${doc._rev}`);
  await openPouch(page);
  await page.getByRole('button', { name: 'Deliver', exact: true }).click();
  const said = page.getByRole('region', { name: 'Pouch' }).getByText('The office server ended the connection.').first();
  await expect(said).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Your letters are safe here.').first()).toBeVisible();
  await expectTrouble(page, 'The office server ended the connection.');
  await goTo(page, 'Notes');
  await expect(page.getByRole('link', { name: `${canary} five` })).toBeVisible();
});

test('somebody else’s server at the office’s address hears nothing, and is named as what it is', async () => {
  test.setTimeout(300_000);
  const { page } = giulias;
  const theirs = line.to;
  line.to = new URL(other.url);
  line.cut();
  await writes(page, 'four');
  await openPouch(page);
  await expect(page.getByText('could not prove that it is the office server').first()).toBeVisible({ timeout: 120_000 });
  line.to = theirs;
  line.cut();
  await expectChannel(page, 'Hotel Wi-Fi');
});

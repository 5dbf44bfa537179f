import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { expect, test, type Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { cryptoReady } from '../../core/crypto/sodium.ts';
import { fingerprint } from '../../core/organisation/fingerprint.ts';
import { writeJoinRequest } from '../../core/organisation/join-request.ts';
import { verifyProfile } from '../../core/organisation/verify-profile.ts';
import { couchdbAt } from '../../server/couchdb/couchdb.ts';
import { newLaptop } from '../integration/programme.ts';
import { succeed } from '../integration/secretariat.ts';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import { choose } from './pages/meeting.ts';
import { expectDraftKept, goTo, saveNote, writeNote } from './pages/note.ts';
import { openPouch } from './pages/pouch.ts';
import { exchange, openProgramme, type Programme } from './programme.ts';

const ana = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const ben = { name: 'Marijana Đurić', country: 'Croatia', institution: 'USKOK', passphrase: 'ladder violet sparrow tram' };
/** Admitted, and never heard of again. */
const silent = 'Benoît Morel';
const group = 'Joint Working Group on Trafficking in Firearms';
const slow = { timeout: 90_000 };

/** What is ordered at the office, what two laptops make of it, and a third that says nothing. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(300_000);

let programme: Programme;
let one: Laptop;
let two: Laptop;
let noteId = '';
let silentDevice = '';
const at = (name: string) => programme.at(name);
const desk = () => ['--keys', at('office/office.keys'), '--couchdb', programme.office.couchdb];

test.beforeAll(async () => {
  await cryptoReady;
  programme = await openProgramme();
  [one, two] = [await programme.member(ana), await programme.member(ben)];
  await admitSilent();
});

test.afterAll(() => programme.close());

async function admitSilent(): Promise<void> {
  const profile = verifyProfile(new Uint8Array(await readFile(programme.office.profile)), { now: Date.now() });
  if (!profile.ok) throw new Error(profile.failure.code);
  const { device, person, sign, box, identity, credential } = newLaptop(silent);
  silentDevice = device;
  const request = writeJoinRequest({
    organisation: profile.value.organisation, made: Date.now(), identity, credential,
    person: { id: person, name: silent, country: 'FRA', institution: 'JUNALCO' },
    device: { id: device, signKey: sign.publicKey, boxKey: box.publicKey },
  });
  await writeFile(at('silent.request'), request);
  await programme.office.admit(at('silent.request'), fingerprint(identity.publicKey));
}

/** The record that the page shows; only its address says it. */
const recordOn = (page: Page) => /[\w-]{22}(?=$|[?#/])/.exec(page.url())?.[0] ?? '';
const remove = (record: string, ...more: readonly string[]) =>
  succeed('removal', 'carry-out', ...desk(), '--compartment', 'trafficking:UNCLASSIFIED', '--record', record, '--kind', 'erasure', '--ground', 'Decision 14/2026', ...more);

test('a record with a file is delivered to the group, and the office makes its backup', async () => {
  await writeNote(one.page, { title: 'Izjava svedoka', text: 'Ime svedoka.', level: 'UNCLASSIFIED', group });
  await writeFile(at('scan.txt'), 'what the witness signed');
  await one.page.getByTestId('attach-files').setInputFiles(at('scan.txt'));
  await expect(one.page.getByRole('region', { name: 'Files' }).getByRole('listitem').filter({ hasText: 'scan.txt' })).toBeVisible(slow);
  await expectDraftKept(one.page);
  await saveNote(one.page);
  // Before, the address is that of its draft.
  await expect(one.page).toHaveURL(/#\/notes\/[\w-]{22}$/);
  noteId = recordOn(one.page);
  await exchange(one, two);
  await goTo(two.page, 'Notes');
  await expect(two.page.getByRole('link', { name: /Izjava svedoka/ }).first()).toBeVisible(slow);
  const identity = await generateX25519Identity();
  await writeFile(at('age.txt'), `${identity}\n`);
  await succeed('backup', ...desk(), '--out', at('backup'), '--recipient', await identityToRecipient(identity));
});

test('ordered to be erased, it goes from the server and from both laptops, with receipts; the third is silent', async () => {
  expect(await remove(noteId, '--dry-run')).toMatchObject({ dryRun: true, stubs: 1 });
  const ordered = await remove(noteId);
  expect(ordered).toMatchObject({ stubs: 1, heldBack: [] });
  expect(Number(ordered['pieces'])).toBeGreaterThan(0);
  await exchange(one, two);
  for (const { page } of [one, two]) {
    await expect(page.getByRole('region', { name: /^Taken out/ })).toContainText('Erased by order from JWG Firearms');
    await expect(page.getByRole('region', { name: /^Taken out/ })).toContainText('the organisation has the receipt');
    await goTo(page, 'Notes');
    await expect(page.getByRole('link', { name: /Izjava svedoka/ })).toHaveCount(0);
  }
  const { orders } = (await succeed('status', ...desk())) as unknown as { orders: { unconfirmed: string[] }[] };
  expect(orders.map((order) => order.unconfirmed)).toEqual([[silentDevice]]);
});

test('an old backup of the server brings nothing back: the order is carried out again', async () => {
  const database = await databaseOf();
  const couchdb = couchdbAt(programme.office.couchdb);
  if (!couchdb.ok) throw new Error(couchdb.failure.code);
  await couchdb.value.ask('DELETE', `/${database}`);
  const restored = await succeed('restore', ...desk(), '--from', at('backup'), '--identity', at('age.txt'));
  expect(restored).toMatchObject({ removedAgain: { stubs: 1, letters: 1 } });
  await exchange(one, two);
  for (const { page } of [one, two]) {
    await goTo(page, 'Notes');
    await expect(page.getByRole('link', { name: /Izjava svedoka/ })).toHaveCount(0);
  }
});

/** The largest of the compartments' databases on the embedded server: the only one with letters. */
async function databaseOf(): Promise<string> {
  const couchdb = couchdbAt(programme.office.couchdb);
  if (!couchdb.ok) throw new Error(couchdb.failure.code);
  const all = await couchdb.value.ask('GET', '/_all_dbs');
  const names = (all.ok ? (all.value.body as readonly string[]) : []).filter((name) => name.startsWith('c'));
  for (const name of names) {
    const facts = await couchdb.value.ask('GET', `/${name}`);
    if (facts.ok && Number((facts.value.body as { readonly doc_count?: number }).doc_count) > 1) return name;
  }
  throw new Error('no compartment has letters');
}

test('what is on legal hold is not erased: the office says whose hold it is, and the page says why nothing goes', async () => {
  const { page } = one;
  await goTo(page, 'Subjects');
  await page.getByRole('button', { name: 'New subject' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Đorđe Đorđević');
  await choose(page, 'Level', 'UNCLASSIFIED');
  await choose(page, 'Joint Working Group', group);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Decide' })).toBeVisible(slow);
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('menuitem', { name: 'Put on legal hold…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put on legal hold' });
  await dialog.getByRole('textbox', { name: 'Ground' }).fill('Court order Kv 3/26');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('It cannot go to the bin, and nothing erases it', { exact: false })).toBeVisible();
  const record = recordOn(page);
  await exchange(one);
  expect(await remove(record)).toMatchObject({ stubs: 0, heldBack: [{ ground: 'Decision 14/2026', hold: { by: ana.name, ground: 'Court order Kv 3/26', until: null } }] });
  await exchange(one, two);
  await goTo(two.page, 'Subjects');
  await expect(two.page.getByRole('link', { name: /Đorđe Đorđević/ }).first()).toBeVisible(slow);
});

test('a removed member’s laptop is erased by order at its next contact, asks nobody, and says so at the next start', async () => {
  const { members } = (await succeed('member', 'list', ...desk())) as unknown as { members: { name: string; deviceIds: string[] }[] };
  const device = members.find((member) => member.name === ben.name)?.deviceIds[0] ?? '';
  await succeed('member', 'remove', ...desk(), '--person', ben.name);
  for (const each of [device, silentDevice]) await succeed('erase', 'order', ...desk(), '--device', each, '--everything');
  expect(await succeed('erase', 'order', ...desk(), '--device', device, '--everything')).toMatchObject({ changed: false });
  const { page } = two;
  await openPouch(page);
  await page.getByRole('button', { name: 'Deliver', exact: true }).click();
  await expect(page.getByText(/^This laptop was erased by order of the organisation/)).toBeVisible(slow);
  await expectAccessible(page, 'a first start after an order');
  await page.screenshot({ path: 'out/e2e/erased-by-order.png' });
  const { erasures } = (await succeed('status', ...desk())) as unknown as { erasures: { name: string; everything: boolean; confirmed: object | null }[] };
  expect(erasures.map(({ name, everything, confirmed }) => [name, everything, confirmed !== null])).toEqual([
    [ben.name, true, true],
    [silent, true, false],
  ]);
});

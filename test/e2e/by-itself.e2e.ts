import { expect, test, type Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { choose } from './pages/meeting.ts';
import { join, lock, unlock } from './pages/gate.ts';
import { expectDraftKept, goTo, saveNote, writeNote } from './pages/note.ts';
import { becomeMember, expectChannel } from './pages/pouch.ts';

const ana = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const group = 'Joint Working Group on Trafficking in Firearms';
const slow = { timeout: 90_000 };

test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

let folder = '';
let office: DemoOffice;
let laptop: Laptop;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-by-itself-'));
  office = await openDemoOffice(path.join(folder, 'office'));
  laptop = await openLaptop();
});

test.afterAll(async () => {
  await laptop.discard();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

async function openPouchAsItIs(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /Pouch/ }).click();
  await expect(page.getByRole('region', { name: 'Pouch' })).toBeVisible();
}

test('what is cleared goes without being asked once that is switched on, and the Pouch says so', async () => {
  const { page } = laptop;
  const request = path.join(folder, 'giulia.request');
  const { fingerprint } = await join(laptop, { profile: office.profile, request }, ana);
  await office.admit(request, fingerprint);
  await becomeMember(page);
  await writeNote(page, { title: 'Opening hours of the registry', text: 'Nine to one.', level: 'UNCLASSIFIED', group });
  await goTo(page, 'Settings');
  await expectAccessible(page, 'settings of the pouch');
  await page.getByRole('switch', { name: 'Deliver by itself' }).press('Space');
  await expect(page.getByRole('switch', { name: 'Deliver by itself' })).toBeChecked();
  if (process.env['SEE'] !== undefined) await page.screenshot({ path: `${process.env['SEE']}.settings.png`, fullPage: true });
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /Pouch/ }).click();
  await expect(page.getByTestId('delivery-result')).toContainText('Delivered 1', slow);
  // The hotel brings only a part, so the rest is not called synchronised.
  await expect(page.getByTestId('pouch-standing')).toHaveText(/^Not synchronised: not everything may come over Hotel Wi-Fi\. /, slow);
  await expect(page.getByRole('contentinfo')).toContainText('not everything may come over Hotel Wi-Fi');
  await expectAccessible(page, 'pouch that delivers by itself');
  if (process.env['SEE'] !== undefined) await page.screenshot({ path: process.env['SEE'], fullPage: true });
});

test('on the office network the rest comes, and what is left to do is said everywhere in the same words', async () => {
  const { page } = laptop;
  await office.openInside();
  await expectChannel(page, 'Office network');
  await expect(page.getByTestId('pouch-standing')).toHaveText(/^Synchronised: /, slow);
  await expect(page.getByRole('contentinfo')).toContainText('synchronised');
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: 'Today' })).toContainText('synchronised');
  await expectAccessible(page, 'Today, synchronised');
  if (process.env['SEE'] !== undefined) await page.screenshot({ path: `${process.env['SEE']}.today.png`, fullPage: true });
});

test('paused, nothing goes by itself, and neither a lock nor a restart forgets that', async () => {
  const { page } = laptop;
  await openPouchAsItIs(page);
  await page.getByRole('button', { name: 'Pause', exact: true }).press('Enter');
  await expect(page.getByText(/^Paused since /)).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('paused · synchronised');
  await expectAccessible(page, 'pouch that is paused');
  if (process.env['SEE'] !== undefined) await page.screenshot({ path: `${process.env['SEE']}.paused.png`, fullPage: true });
  await writeNote(page, { title: 'Written while it was paused', text: 'Nine to two.', level: 'UNCLASSIFIED', group });
  await lock(page);
  await unlock(page, ana.passphrase);
  await openPouchAsItIs(page);
  await expect(page.getByText(/^Paused since /)).toBeVisible();
  await expect(page.getByTestId('pouch-standing')).toHaveText(/^Not synchronised: 1 to go\. /);
  await page.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
  await expect(page.getByTestId('pouch-standing')).toHaveText(/^Synchronised: /, slow);
  await expect(page.getByRole('contentinfo')).not.toContainText('paused');
});

test('a limit to the data is set in Settings, and the Pouch says what is used of it and why nothing goes', async () => {
  const { page } = laptop;
  await goTo(page, 'Settings');
  await page.getByRole('switch', { name: 'Limit the data that goes by itself' }).press('Space');
  const megabytes = page.getByRole('textbox', { name: 'Megabytes' });
  await expect(megabytes).toHaveValue('50');
  await megabytes.fill('1');
  await megabytes.press('Enter');
  await choose(page, 'Period', 'a day');
  await expectAccessible(page, 'limit to the data');
  if (process.env['SEE'] !== undefined) await page.screenshot({ path: `${process.env['SEE']}.limit.png`, fullPage: true });
  await writeNote(page, { title: 'Scan of the register', text: 'Two hundred pages.', level: 'UNCLASSIFIED', group });
  await page.getByTestId('attach-files').setInputFiles({ name: 'register.bin', mimeType: 'application/octet-stream', buffer: randomBytes(3_000_000) });
  await expect(page.getByRole('button', { name: 'Open register.bin' })).toBeVisible(slow);
  await expectDraftKept(page);
  await saveNote(page);
  await openPouchAsItIs(page);
  await expect(page.getByText('The limit for data is reached.', { exact: false }).first()).toBeVisible(slow);
  await expect(page.getByTestId('data-budget')).toHaveText(/^Used today: .* of 1\sMB, .* left\.$/);
  await expect(page.getByRole('contentinfo')).toContainText('paused');
  await expectAccessible(page, 'limit reached');
  if (process.env['SEE'] !== undefined) await page.screenshot({ path: `${process.env['SEE']}.reached.png`, fullPage: true });
  await page.getByRole('button', { name: 'Deliver', exact: true }).press('Enter');
  await expect(page.getByTestId('pouch-standing')).toHaveText(/^Synchronised: /, slow);
});

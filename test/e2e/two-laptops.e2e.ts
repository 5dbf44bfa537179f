import { expect, test } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readErasureReceipt } from '../../core/organisation/erasure-receipt.ts';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { succeed } from '../integration/secretariat.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { willOpen, willSaveAs } from './pages/dialogs.ts';
import { expectOpen, join, lock, unlock } from './pages/gate.ts';
import { choose } from './pages/meeting.ts';
import { goTo, noteBody, openNote, rewriteNote, saveNote, writeNote } from './pages/note.ts';
import { becomeMember, deliver, openPouch } from './pages/pouch.ts';
import { readPdf } from './read-pdf.ts';

const ana = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const ben = { name: 'Marijana Đurić', country: 'Croatia', institution: 'USKOK', passphrase: 'ladder violet sparrow tram' };
const second = 'nine brass kettles under the old bridge';
const group = 'Joint Working Group on Trafficking in Firearms';
const slow = { timeout: 90_000 };

/** One person with two laptops, and her successor, in one programme. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

let folder = '';
let office: DemoOffice;
let one: Laptop;
let two: Laptop;
let successor: Laptop;
const at = (name: string) => path.join(folder, name);

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-files-'));
  office = await openDemoOffice(at('office'));
  [one, two, successor] = [await openLaptop(), await openLaptop(), await openLaptop()];
  await admitted(one, 'first.request', ana);
  await admitted(successor, 'successor.request', ben);
});

test.afterAll(async () => {
  for (const laptop of [one, two, successor]) await laptop.discard();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

async function admitted(laptop: Laptop, request: string, person: typeof ana): Promise<void> {
  const { fingerprint } = await join(laptop, { profile: office.profile, request: at(request) }, person);
  await office.admit(at(request), fingerprint);
  await becomeMember(laptop.page);
}

async function exchange(...laptops: readonly Laptop[]): Promise<void> {
  for (const { page } of laptops) {
    await openPouch(page);
    await deliver(page);
  }
}

test('a second laptop is paired by a file and a code, and both show one fingerprint', async () => {
  const { page, app } = one;
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Pair a second laptop' }).click();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(ana.passphrase);
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(page.getByTestId('pairing-code')).toBeVisible(slow);
  await expectAccessible(page, 'invitation');
  const code = await page.getByTestId('pairing-code').innerText();
  const fingerprint = await page.getByTestId('fingerprint').innerText();
  await willSaveAs(app, at('invitation.rapporteur'));
  await page.getByRole('button', { name: 'Save the invitation' }).click();
  await expect(page.getByText('Saved as invitation.rapporteur.')).toBeVisible();
  const fresh = two.page;
  await fresh.getByRole('button', { name: /^This is my second laptop/ }).click();
  await willOpen(two.app, office.profile);
  await fresh.getByRole('button', { name: 'Open the profile' }).click();
  await fresh.getByRole('button', { name: 'It is, continue' }).click();
  await willOpen(two.app, at('invitation.rapporteur'));
  await fresh.getByRole('button', { name: 'Open the invitation' }).click();
  await fresh.getByRole('textbox', { name: 'Code' }).fill('0000-0000-0000');
  await fresh.getByRole('textbox', { name: 'Passphrase of this laptop' }).fill(second);
  await fresh.getByRole('textbox', { name: 'Passphrase again' }).fill(second);
  await fresh.getByRole('button', { name: 'Make this my second laptop' }).click();
  await expect(fresh.getByRole('alert')).toContainText('That code does not open this invitation.', slow);
  await expectAccessible(fresh, 'second laptop, wrong code');
  await fresh.getByRole('textbox', { name: 'Code' }).fill(code.toLowerCase());
  await fresh.getByRole('button', { name: 'Make this my second laptop' }).click();
  await fresh.getByRole('checkbox').check(slow);
  await fresh.getByRole('button', { name: 'Continue' }).click();
  await expect(fresh.getByTestId('fingerprint')).toHaveText(fingerprint, { useInnerText: true });
  await willSaveAs(two.app, at('second.request'));
  await fresh.getByRole('button', { name: 'Save the request file' }).click();
  await expect(fresh.getByText('Saved as second.request.')).toBeVisible();
  await fresh.getByRole('button', { name: 'Open the notebook' }).click();
  await expectOpen(fresh);
  await office.admit(at('second.request'), fingerprint.replaceAll(/\s+/g, ' ').trim());
  await becomeMember(fresh);
});

test('the first laptop asks whether the new one is hers, and tells what to do when one is lost', async () => {
  const { page } = one;
  await exchange(one);
  await goTo(page, 'Today');
  await page.getByRole('link', { name: 'Look at it' }).click();
  await expect(page.getByText(/^A laptop was added in your name/)).toBeVisible();
  await page.getByRole('button', { name: 'It is not mine' }).click();
  await expect(page.getByText(/^Call the secretariat now/)).toBeVisible();
  await page.getByRole('button', { name: 'I have called' }).click();
  await expect(page.getByText(/A laptop was added/)).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Laptops' }).getByRole('listitem')).toHaveCount(2);
  await page.locator('summary').filter({ hasText: 'A laptop is lost or stolen' }).click();
  await page.getByRole('button', { name: 'Copy a report for the secretariat' }).click();
  await expect(page.getByText('The report is on the clipboard.')).toBeVisible();
  await expect.poll(() => one.app.evaluate(({ clipboard }) => clipboard.readText())).toContain('Name: Giulia Ferrari');
  await page.locator('summary').filter({ hasText: 'Groups' }).click();
  await expect(page.getByText('Data protection officer of the programme')).toBeVisible();
  await expectAccessible(page, 'laptops and profile');
});

test('a draft in her name waits on her first page, and only she makes it final', async () => {
  const drafter = successor.page;
  await exchange(one, successor);
  await writeNote(drafter, { title: 'Izjava prevodioca', text: 'Prevedeno na engleski.', level: 'UNCLASSIFIED', group });
  await choose(drafter, 'Drafted for', 'Giulia Ferrari, Direzione Nazionale Antimafia');
  await saveNote(drafter);
  await drafter.screenshot({ path: 'out/e2e/drafted-for.png' });
  await drafter.getByRole('button', { name: 'Finalise' }).click();
  await drafter.getByRole('dialog').getByRole('button', { name: 'Finalise' }).click();
  await expect(drafter.getByRole('alert')).toContainText('It was drafted for Giulia Ferrari, who alone makes it final.');
  await exchange(successor, one);
  const { page } = one;
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: /^Drafted for you/ })).toBeVisible(slow);
  await expectAccessible(page, 'Today with a draft in her name');
  await page.screenshot({ path: 'out/e2e/drafted-today.png' });
  await page.getByRole('region', { name: /^Drafted for you/ }).getByRole('link', { name: /Izjava prevodioca/ }).click();
  await page.getByRole('button', { name: 'Finalise' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Finalise' }).click();
  await expect(page.getByText(/Final.*Giulia Ferrari|Giulia Ferrari.*final/i).first()).toBeVisible(slow);
  await goTo(page, 'Today');
  await expect(page.getByRole('region', { name: /^Drafted for you/ })).toHaveCount(0);
});

test('three texts at once are compared with any of them; several conflicts are settled together', async () => {
  const { page } = one;
  for (const title of ['Plate readings', 'Crew lists']) await writeNote(page, { title, text: 'Kept for ninety days.', level: 'UNCLASSIFIED', group });
  await exchange(one, two, successor);
  for (const title of ['Plate readings', 'Crew lists']) {
    await rewriteNote(page, title, 'Kept for ninety days, given within a week.');
    await rewriteNote(two.page, title, 'Kept for ninety days, on paper.');
    await rewriteNote(successor.page, title, 'Kept for ninety days; a court order is needed.');
  }
  await exchange(two, successor, one);
  await goTo(page, 'Today');
  await page.getByRole('link', { name: 'Settle several' }).click();
  await page.getByRole('link', { name: /Plate readings/ }).click();
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.getByText('on your other laptop')).toBeVisible();
  await page.getByRole('combobox', { name: 'Differences are marked against' }).click();
  await page.getByRole('option').last().click();
  await expectAccessible(page, 'three texts');
  await page.getByRole('button', { name: 'Decide later' }).click();
  await goTo(page, 'Today');
  await page.getByRole('link', { name: 'Settle several' }).click();
  await page.getByRole('checkbox', { name: 'Choose all' }).check();
  await expectAccessible(page, 'several conflicts');
  await page.getByRole('button', { name: 'Take what I wrote' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Take them' }).click();
  await expect(page.getByText('No two texts are waiting to be looked at.')).toBeVisible(slow);
  await exchange(one, two, successor);
  for (const laptop of [one, two, successor]) {
    await openNote(laptop.page, 'Plate readings');
    await expect(noteBody(laptop.page)).toHaveText(/^Kept for ninety days, /);
  }
});

test('cases are handed over with a report that is marked on every page', async () => {
  const { page } = one;
  await goTo(page, 'Cases');
  await page.getByRole('button', { name: 'New case' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Route Bar–Bari');
  await choose(page, 'Joint Working Group', group);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Route Bar–Bari' })).toBeVisible();
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Hand over cases' }).click();
  await page.getByRole('checkbox', { name: 'Route Bar–Bari' }).check();
  await choose(page, 'Successor', 'Marijana Đurić · USKOK');
  await page.getByRole('textbox', { name: 'Remarks' }).fill('Ask the port captain first.');
  await expectAccessible(page, 'hand-over');
  await page.getByRole('button', { name: 'Show the report' }).click();
  await expect(page.getByRole('figure').first()).toBeVisible(slow);
  await expectAccessible(page, 'hand-over report');
  await willSaveAs(one.app, at('hand-over.pdf'));
  await page.getByRole('button', { name: 'Save the report' }).click();
  await expect(page.getByText('Saved as hand-over.pdf.')).toBeVisible();
  const pdf = await readPdf(await readFile(at('hand-over.pdf')));
  expect(pdf.pages.every((sheet) => sheet.margins.filter((margin) => margin.text.includes('UNCLASSIFIED')).length >= 2)).toBe(true);
  expect(pdf.pages.map((sheet) => sheet.text).join(' ')).toContain('Ask the port captain first.');
  await page.getByRole('button', { name: 'Record the hand-over' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Record the hand-over' }).click();
  await expect(page.getByText('1 case is handed over to Marijana Đurić.')).toBeVisible();
});

test('a renewed profile is taken, and its coming end is told in Settings and on Today', async () => {
  const { page, app } = one;
  // The office counts in UTC and the laptop where it is: a day more or less.
  const until = new Date(Date.now() + 12 * 86_400_000).toISOString().slice(0, 10);
  await succeed('profile', 'renew', '--keys', at('office/office.keys'), '--until', until, '--out', at('renewed.rapporteur-profile'));
  await goTo(page, 'Settings');
  await willOpen(app, at('renewed.rapporteur-profile'));
  await page.getByRole('button', { name: 'Open a newer profile' }).click();
  await page.getByRole('button', { name: 'Use this profile' }).click();
  await expect(page.getByText('The new profile is in use. Everything that you wrote is unchanged.')).toBeVisible();
  await expect(page.getByText(/^The profile runs out in 1\d days\./)).toBeVisible();
  await expectAccessible(page, 'profile that ends soon');
  await willOpen(app, office.profile);
  await page.getByRole('button', { name: 'Open a newer profile' }).click();
  await expect(page.getByRole('button', { name: 'Use this profile' })).toBeVisible();
  await page.getByRole('button', { name: 'Use this profile' }).click();
  await expect(page.getByRole('alert')).toContainText('This profile is older than the one in use.');
  await goTo(page, 'Today');
  await expect(page.getByText(/^The profile runs out in 1\d days\./)).toBeVisible();
});

test('an order of the organisation is carried out with a receipt; anything else erases nothing', async () => {
  const { page, app } = one;
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Open an erase order' }).click();
  await writeFile(at('no-order.json'), '{"error":"unauthorized"}');
  await willOpen(app, at('no-order.json'));
  await page.getByRole('button', { name: 'Open the order' }).click();
  await expect(page.getByRole('alert')).toContainText('This file is not an erase order.');
  const { members } = (await succeed('member', 'list', '--keys', at('office/office.keys'), '--couchdb', office.couchdb)) as unknown as { members: { name: string; deviceIds: string[] }[] };
  const device = members.find((member) => member.name === ana.name)?.deviceIds[0] ?? '';
  await succeed('erase', 'order', '--keys', at('office/office.keys'), '--couchdb', office.couchdb, '--device', device, '--out', at('order.rapporteur'));
  await willOpen(app, at('order.rapporteur'));
  await page.getByRole('button', { name: 'Open the order' }).click();
  await expect(page.getByText(/^The order is signed by/)).toBeVisible();
  await expectAccessible(page, 'erase order');
  await willSaveAs(app, at('order-receipt.txt'));
  await page.getByRole('button', { name: 'Save the receipt' }).click();
  await expect(page.getByText('Saved as order-receipt.txt.')).toBeVisible();
  expect(readErasureReceipt(await readFile(at('order-receipt.txt'), 'utf8'))).toMatchObject({ ok: true, value: { name: ana.name, erased: { records: 3 } } });
  await page.getByRole('button', { name: 'Carry out the order' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Carry out the order' }).click();
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible(slow);
  await unlock(page, ana.passphrase);
  await goTo(page, 'Notes');
  await expect(page.getByRole('link', { name: /Plate readings/ })).toHaveCount(0);
  await lock(page);
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { willNotSave, willSaveAs } from './pages/dialogs.ts';
import { join, lock, unlock, type Person } from './pages/gate.ts';
import { choose } from './pages/meeting.ts';
import { goTo, openNote, writeNote } from './pages/note.ts';
import { commandOf, lookInPalette } from './pages/palette.ts';
import { becomeMember, deliver, deliveryResult, expectChannel, openPouch } from './pages/pouch.ts';
import { expectSaved } from './pages/saved.ts';
import { results, searchFor } from './pages/search.ts';

const giulia: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const group = 'Joint Working Group on Trafficking in Firearms';

// Each goes on where the one before stopped, as a person does.
test.describe.configure({ mode: 'serial' });

let folder: string;
let office: DemoOffice;
let laptop: Laptop;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-registers-'));
  office = await openDemoOffice(path.join(folder, 'office'));
  laptop = await openLaptop();
  const request = path.join(folder, 'giulia.request');
  const { fingerprint } = await join(laptop, { profile: office.profile, request }, giulia);
  await office.admit(request, fingerprint);
  await becomeMember(laptop.page);
  await office.openInside();
  await expectChannel(laptop.page, 'Office network');
});
test.afterAll(async () => {
  await laptop.discard();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openTransfers(page: Page): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Register of transfers' }).click();
  await expect(page.getByRole('heading', { name: 'Register of transfers', level: 1 })).toBeVisible();
}

const transfers = (page: Page) => page.getByRole('list', { name: 'What left' }).getByRole('listitem');

test('before anything has left, the register says what it is for', async () => {
  await openTransfers(laptop.page);
  await expect(laptop.page.getByText('Nothing has left this notebook yet.')).toBeVisible();
  await expectAccessible(laptop.page, 'an empty register of transfers');
});

test('a delivery stands in it by itself, with its group and what went', async () => {
  const { page } = laptop;
  await writeNote(page, { title: 'Разговор са Ђорђевићем', text: 'The lorry crosses twice a week.', level: 'SENSITIVE', group });
  await openPouch(page);
  await deliver(page);
  await expect(deliveryResult(page)).toContainText('Delivered 1');
  await page.getByRole('link', { name: 'Register of transfers' }).click();
  await expect(transfers(page)).toHaveCount(1);
  await expect(transfers(page)).toContainText(`Delivered to ${group}`);
  await expect(transfers(page)).toContainText('the office has it');
  await expect(transfers(page)).toContainText('1 note');
  await expect(page.getByText(/^The register is whole: 2 entries/)).toBeVisible();
  await expectAccessible(page, 'the register of transfers');
  await transfers(page).getByRole('link').click();
  await expect(page.getByText('The office has it.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Notes' }).getByRole('link')).toContainText('Разговор са Ђорђевићем');
  await expectAccessible(page, 'one transfer');
});

test('a list that is saved as a table, and one that is not, stand in it with how they ended', async () => {
  const { page, app } = laptop;
  const table = path.join(folder, 'notes.csv');
  const exportNotes = async () => {
    await goTo(page, 'Notes');
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    await page.getByRole('dialog', { name: 'Export a table?' }).getByRole('button', { name: 'Export' }).click();
  };
  await willSaveAs(app, table);
  await exportNotes();
  await expect(page.getByText(/notes\.csv/)).toBeVisible();
  expect(readFileSync(table, 'utf8')).toContain('Ђорђевићем');
  await willNotSave(app);
  await exportNotes();
  await openTransfers(page);
  await expect(transfers(page)).toHaveCount(3);
  await expect(transfers(page).nth(0)).toContainText('Exported as CSV');
  await expect(transfers(page).nth(0)).toContainText('not saved');
  await expect(transfers(page).nth(1)).toContainText('saved · 1 note');
});

test('it is found by recipient and by what was done, and is kept over a lock', async () => {
  const { page } = laptop;
  await lock(page);
  await unlock(page, giulia.passphrase);
  await openTransfers(page);
  await page.getByRole('searchbox', { name: 'Find a recipient, a network or a reference' }).fill('firearms');
  await expect(transfers(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('');
  await choose(page, 'What was done', '2 Files and paper');
  await expect(transfers(page)).toHaveCount(2);
  await page.getByRole('searchbox').fill('nobody of that name');
  await expect(page.getByText('Nothing fits. Change the words or the period.')).toBeVisible();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(transfers(page)).toHaveCount(3);
});

test('the history of a record says where it went', async () => {
  const { page } = laptop;
  await openNote(page, 'Разговор са Ђорђевићем');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(page.getByRole('list', { name: 'Where it went' }).getByRole('listitem')).toHaveCount(3);
  await expectAccessible(page, 'a history with where it went');
});

test('saved as a table itself, without a title in it, and that is registered too', async () => {
  const { page, app } = laptop;
  const table = path.join(folder, 'register.csv');
  await openTransfers(page);
  await willSaveAs(app, table);
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  await page.getByRole('dialog', { name: 'Export the register?' }).getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText('Saved as register.csv.')).toBeVisible();
  const text = readFileSync(table, 'utf8');
  expect(text).toContain(`Delivered to ${group}`);
  expect(text).not.toContain('Ђорђевић');
  await expect(transfers(page)).toHaveCount(4);
  await expect(transfers(page).first()).toContainText('Register of transfers as CSV');
});

test('classified text that is copied from a page stands in it before it is on the clipboard', async () => {
  const { page } = laptop;
  await writeNote(page, { title: 'Povjerljivo', text: 'The source will be in Bar.', level: 'RESTREINT UE/EU RESTRICTED', group });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(page.getByRole('heading', { name: 'History of Povjerljivo' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' })).toContainText('The source will be in Bar.');
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+C');
  await openTransfers(page);
  await expect(transfers(page).first()).toContainText('Copied');
  await expect(transfers(page).first()).toContainText('1 note · R-UE/EU-R');
});

test('the consultation log has the person who was opened, what was searched for, and what was taken out', async () => {
  const { page, app } = laptop;
  await goTo(page, 'Subjects');
  await page.getByRole('button', { name: 'New subject' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Милан Ђорђевић');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await searchFor(page, 'djordjevic');
  await expect(results(page).locator('mark').first()).toBeVisible();
  await commandOf(page, 'Go to Protected witnesses');
  await expect(page.getByRole('heading', { name: 'Protected witnesses', level: 1 }).first()).toBeAttached();
  await lookInPalette(page, 'ђорђевић', 'Милан Ђорђевић');
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Consultation log' }).click();
  const lines = page.getByRole('list', { name: 'Who looked at what' }).getByRole('listitem');
  await expect(lines.filter({ hasText: 'Searched for “djordjevic”' })).toHaveCount(1, { timeout: 15_000 });
  await expect(lines.filter({ hasText: 'Searched for “ђорђевић”' })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'Searched for “Go to Protected witnesses”' })).toHaveCount(0);
  await expect(lines.filter({ hasText: 'Opened Милан Ђорђевић' })).toHaveCount(1);
  await expect(lines.filter({ hasText: 'Register of transfers as CSV' })).toHaveCount(1);
  await expect(page.getByText(/^The register is whole/)).toBeVisible();
  await expectAccessible(page, 'the consultation log');
  await page.getByRole('searchbox', { name: 'Find a name, a search or a justification' }).fill('милан');
  await expect(lines).toHaveCount(1);
  const table = path.join(folder, 'log.csv');
  await willSaveAs(app, table);
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  await page.getByRole('dialog', { name: 'Export the log?' }).getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText('Saved as log.csv.')).toBeVisible();
  expect(readFileSync(table, 'utf8')).not.toContain('Милан');
});

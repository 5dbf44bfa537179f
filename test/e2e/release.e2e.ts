import { expect, test, type Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { succeed } from '../integration/secretariat.ts';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import { willNotSave, willOpen, willSaveAs } from './pages/dialogs.ts';
import type { Person } from './pages/gate.ts';
import { goTo, rewriteNote, writeNote } from './pages/note.ts';
import { deliver, openPouch, rowsOf } from './pages/pouch.ts';
import { openProgramme, type Programme } from './programme.ts';

const milica: Person = { name: 'Милица Ђорђевић-Шћепановић', country: 'Croatia', institution: 'Ured za suzbijanje korupcije i organiziranog kriminaliteta', passphrase: 'cobalt heron walks sideways 77' };
const giulia: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'ladder violet sparrow tram' };
const group = 'Joint Working Group on Trafficking in Firearms';
const slow = { timeout: 90_000 };

/** A group with a third country that receives only what a second person has confirmed: one laptop asks, another answers. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(300_000);

let programme: Programme;
let [asking, second]: [Laptop, Laptop] = [] as never;
const at = (name: string) => programme.at(name);

test.beforeAll(async () => {
  programme = await openProgramme();
  const { office } = programme;
  const keys = ['--keys', at('office/office.keys')];
  await succeed('jwg', 'set', ...keys, '--out', office.profile, '--id', 'trafficking', '--add-member', 'ALB:SPAK', '--four-eyes', 'yes', '--confirmed-by', 'any-member', '--standing', 'yes');
  await succeed('setup', ...keys, '--couchdb', office.couchdb);
  [asking, second] = [await programme.member(milica), await programme.member(giulia)];
  // Who may confirm is known from the office's directory: the one who asks learns of the second now.
  await openPouch(asking.page);
  await deliver(asking.page);
});

test.afterAll(() => programme.close());

async function openReleases(page: Page): Promise<void> {
  await openPouch(page);
  await page.getByRole('navigation', { name: 'More about what leaves' }).getByRole('link', { name: 'Release by a second person' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Release by a second person' })).toBeVisible();
}

async function openFile({ app, page }: Laptop, file: string): Promise<void> {
  await willOpen(app, at(file));
  await openReleases(page);
  await page.getByRole('button', { name: 'Open a file' }).click();
}

test('nobody was asked yet', async () => {
  await openReleases(asking.page);
  await expect(asking.page.getByText(/^Nobody was asked/)).toBeVisible();
  await expectAccessible(asking.page, 'releases, empty');
  await asking.page.screenshot({ path: 'out/e2e/releases-empty.png' });
});

test('a record for the group waits, and one press makes the request', async () => {
  const { app, page } = asking;
  await writeNote(page, { title: 'Бијели камион са сарајевским таблицама на прелазу Божај', text: 'Прешао је границу три пута у истој ноћи, сваки пут са другим возачем.', level: 'UNCLASSIFIED', group });
  await writeNote(page, { title: 'Rruga Bar–Bari', text: 'Tri udhëtime në muaj.', level: 'UNCLASSIFIED', group });
  await openPouch(page);
  await expect(page.getByRole('list', { name: 'Stays', exact: true })).toContainText('A second person has not confirmed its release');
  await page.screenshot({ path: 'out/e2e/release-held.png', fullPage: true });
  await willSaveAs(app, at('request-1.rapporteur'));
  await page.getByRole('button', { name: 'Ask a second person' }).click();
  await expect(page.getByText(/^The request for 2 records is in request-1/)).toContainText('Giulia Ferrari (Direzione Nazionale Antimafia)');
  await expectAccessible(page, 'asked');
  await page.screenshot({ path: 'out/e2e/release-asked.png', fullPage: true });
});

test('whoever asked cannot answer; the request has no other reader than the second person', async () => {
  const { page } = asking;
  await goTo(page, 'Notes');
  await openPouch(page);
  await expect(page.getByText(/^Asked .* for 2 records; no answer yet\./)).toBeVisible();
  await openFile(asking, 'request-1.rapporteur');
  await expect(page.getByRole('alert')).toContainText('Nobody confirms their own release.');
  await page.screenshot({ path: 'out/e2e/release-own.png' });
});

test('the second person reads every word of it, and an altered request is shown to nobody', async () => {
  const { page, app } = second;
  await writeFile(at('altered.rapporteur'), await altered(at('request-1.rapporteur')));
  await openFile(second, 'altered.rapporteur');
  await expect(page.getByRole('alert')).toContainText('neither a request nor an answer');
  await openFile(second, 'request-1.rapporteur');
  await expect(page.getByRole('heading', { level: 2, name: `${milica.name} asks you to confirm that 2 records may go.` })).toBeVisible();
  const would = page.getByRole('region', { name: /^Would go/ });
  await expect(would).toContainText('Прешао је границу три пута у истој ноћи');
  await expect(would).toContainText('Tri udhëtime në muaj.');
  await expectAccessible(page, 'a request');
  await page.screenshot({ path: 'out/e2e/release-request.png' });
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.screenshot({ path: 'out/e2e/release-request-dark.png' });
  await page.getByRole('radio', { name: /^Confirm what/ }).scrollIntoViewIfNeeded();
  await page.getByRole('radio', { name: /^Confirm what/ }).check();
  await expectAccessible(page, 'a standing decision, by lamp light');
  await page.screenshot({ path: 'out/e2e/release-standing-dark.png' });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('radio', { name: /^Refuse/ }).check();
  await page.getByRole('button', { name: 'Refuse and save the answer' }).click();
  await expect(page.getByText('Say in a few words what should change.')).toBeVisible();
  await page.screenshot({ path: 'out/e2e/release-refusal.png' });
  await page.getByRole('radio', { name: /^Confirm exactly/ }).check();
  // The dialog is put away: the answer is kept, and its file can be saved later.
  await willNotSave(app);
  await page.getByRole('button', { name: 'Confirm and save the answer' }).click();
  await expect(page.getByRole('region', { name: /^Your answers/ })).toBeVisible(slow);
  await willSaveAs(app, at('answer-1.rapporteur'));
  await page.getByRole('button', { name: 'Save the file again' }).click();
  await expect(page.getByText(/^Signed, in answer-1/)).toContainText(milica.name);
  await expectAccessible(page, 'answers given');
  await page.screenshot({ path: 'out/e2e/release-given.png' });
});

test('an altered answer releases nothing; the true one lets exactly that go, and what is written later waits', async () => {
  const { page } = asking;
  await writeFile(at('answer-altered.rapporteur'), await altered(at('answer-1.rapporteur')));
  await openFile(asking, 'answer-altered.rapporteur');
  await expect(page.getByRole('alert')).toContainText('neither a request nor an answer');
  await openFile(second, 'answer-1.rapporteur');
  await expect(second.page.getByRole('alert')).toContainText('sealed to another laptop');
  await rewriteNote(page, 'Rruga Bar–Bari', 'Katër udhëtime në muaj.');
  await openFile(asking, 'answer-1.rapporteur');
  await expect(page.getByRole('status').filter({ hasText: `confirmed 2 records for ${group}` })).toBeVisible();
  await expectAccessible(page, 'an answer taken in');
  await page.screenshot({ path: 'out/e2e/release-taken.png' });
  await page.getByRole('link', { name: 'To the Pouch' }).click();
  await expect(rowsOf(page, 'Goes')).toHaveText([/Бијели камион/], slow);
  await expect(rowsOf(page, 'Stays')).toHaveText([/Rruga Bar–Bari/]);
  await deliver(page);
  await page.screenshot({ path: 'out/e2e/release-delivered.png' });
});

test('the register says who confirmed, and it has arrived', async () => {
  const { page } = asking;
  await page.getByRole('navigation', { name: 'More about what leaves' }).getByRole('link', { name: 'Register of transfers' }).click();
  await page.getByRole('link', { name: /^Delivered to/ }).first().click();
  await expect(page.getByText('Giulia Ferrari, for exactly this')).toBeVisible();
  await expectAccessible(page, 'the delivery in the register');
  await page.screenshot({ path: 'out/e2e/release-register.png' });
  await openPouch(second.page);
  await deliver(second.page);
  await goTo(second.page, 'Notes');
  await expect(second.page.getByRole('link', { name: /Бијели камион/ })).toBeVisible(slow);
  await expect(second.page.getByRole('link', { name: /Rruga Bar–Bari/ })).toHaveCount(0);
});

test('a standing decision covers what is written later, until it is taken back', async () => {
  const { page } = asking;
  await openPouch(page);
  await willSaveAs(asking.app, at('request-2.rapporteur'));
  await page.getByRole('button', { name: 'Ask a second person' }).click();
  await expect(page.getByText(/^The request for 1 record is in request-2/)).toBeVisible();
  await openFile(second, 'request-2.rapporteur');
  await second.page.getByRole('radio', { name: /^Confirm what/ }).check();
  await willSaveAs(second.app, at('answer-2.rapporteur'));
  await second.page.getByRole('button', { name: 'Confirm and save the answer' }).click();
  await second.page.getByRole('button', { name: 'Done' }).click();
  await openFile(asking, 'answer-2.rapporteur');
  await expect(page.getByRole('status').filter({ hasText: 'for a time ahead' })).toBeVisible();
  await writeNote(page, { title: 'Писано касније', text: 'Четврти прелаз.', level: 'UNCLASSIFIED', group });
  await openPouch(page);
  await expect(rowsOf(page, 'Goes')).toHaveCount(2, slow);
  await openReleases(second.page);
  await willSaveAs(second.app, at('taken-back.rapporteur'));
  await second.page.getByRole('listitem').filter({ hasText: 'whatever is written' }).getByRole('button', { name: 'Take it back' }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(second.page.getByText(/^Signed, in taken-back/)).toBeVisible();
  await second.page.screenshot({ path: 'out/e2e/release-taken-back.png' });
  await openFile(asking, 'taken-back.rapporteur');
  await expect(page.getByRole('status').filter({ hasText: `took a confirmation for ${group} back` })).toBeVisible();
  await page.screenshot({ path: 'out/e2e/release-overview.png' });
  await openPouch(page);
  await expect(rowsOf(page, 'Stays')).toHaveCount(2, slow);
});

/** The same file with one character of what is sealed changed. */
async function altered(file: string): Promise<string> {
  const value = JSON.parse(await readFile(file, 'utf8')) as { readonly sealed: string };
  const [before, now, after] = [value.sealed.slice(0, 80), value.sealed[80], value.sealed.slice(81)];
  return JSON.stringify({ ...value, sealed: `${before}${now === 'A' ? 'B' : 'A'}${after}` });
}

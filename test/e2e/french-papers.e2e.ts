import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import { expectSaved } from './pages/saved.ts';
import { markedOnPage } from './pages/search.ts';
import { englishWordsIn } from './walk/french-words.ts';
import { openSpeaking, walker } from './walk/journey.ts';
import { speechIn, type Speech } from './walk/speech.ts';

// A day of a French magistrate, all of it by what the app calls things in French; what leaves is read by other programs.
test.describe.configure({ mode: 'serial' });

const slow = { timeout: 60_000 };
let say: Speech;
let folder = '';
let laptop: Laptop;
let page: Page;

test.beforeAll(async () => {
  say = await speechIn('fr');
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-french-papers-'));
  laptop = await openSpeaking('fr');
  page = laptop.page;
  await workAlone();
});

test.afterAll(async () => {
  await laptop.discard();
  await rm(folder, { recursive: true, force: true });
});

const button = (name: string) => page.getByRole('button', { name, exact: true }).first();
const field = (name: string) => page.getByRole('textbox', { name, exact: true }).first();
const goTo = (room: 'cases' | 'advisory' | 'report' | 'pouch' | 'requests' | 'contacts' | 'settings' | 'today') =>
  page.getByRole('navigation', { name: say('frame', 'navigation') }).getByRole('link', { name: say('frame', `rooms.${room}`) }).click();

async function workAlone(): Promise<void> {
  await page.getByRole('button', { name: say('gate', 'first.alone') }).first().click();
  await field(say('gate', 'person.name')).fill('Amélie Roux');
  await page.getByRole('combobox', { name: say('gate', 'person.country') }).fill('Fran');
  await page.getByRole('option', { name: 'France', exact: true }).click();
  await field(say('gate', 'person.institution')).fill('Parquet de Paris');
  for (const at of [0, 1]) await page.locator('input[type="password"]').nth(at).fill(walker.passphrase);
  await button(say('gate', 'person.make')).click();
  await expect(page.getByTestId('recovery-key')).toBeVisible(slow);
  await page.getByRole('checkbox').check();
  await button(say('gate', 'kit.go-on')).click();
  await expect(page.getByRole('navigation', { name: say('frame', 'navigation') })).toBeVisible(slow);
}

/** The next file is saved under this name; what the system's dialog was asked to say is kept. */
async function willSave(name: string): Promise<string> {
  const file = path.join(folder, name);
  await laptop.app.evaluate(({ dialog }, to) => {
    dialog.showSaveDialog = async (...asked: unknown[]) => {
      Object.assign(globalThis, { asked: asked.at(-1) });
      return { canceled: false, filePath: to };
    };
  }, file);
  return file;
}

/** What the dialog said: the name proposed, and what kind of file it is. */
async function proposed(): Promise<string> {
  const asked = (await laptop.app.evaluate(() => (globalThis as { asked?: unknown }).asked)) as { readonly defaultPath: string; readonly filters?: readonly { readonly name: string }[] };
  return `${path.basename(asked.defaultPath)} | ${(asked.filters ?? []).map((one) => one.name).join()}`;
}

/** As a program that knows nothing of Rapporteur reads it. */
function textOf(file: string): string {
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
}

test('a new notebook goes on in the language of the machine, and the menus with it', async () => {
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  const labels = () => laptop.app.evaluate(({ Menu }) => (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => [menu.label, ...(menu.submenu?.items ?? []).map((item) => item.label)]));
  await expect.poll(labels).toEqual(expect.arrayContaining(['Fichier', 'Nouvelle entité', 'Expédier', 'Guide d’utilisation', 'Coller sans mise en forme']));
  expect(englishWordsIn((await labels()).join(' ').replace('Developer tools', ''))).toEqual([]);
});

test('minutes taken in French leave as a French PDF', async () => {
  await goTo('cases');
  await button(say('cases', 'new')).click();
  await field(say('cases', 'fields.title')).fill('Filière d’armes de Bar');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await page.getByRole('tab', { name: say('cases', 'parts.meetings') }).click();
  await button(say('cases', 'begin.meeting')).click();
  await field(say('meetings', 'fields.title')).fill('Réunion de coordination');
  await field(say('meetings', 'fields.day')).fill('12 novembre 2026');
  await field(say('meetings', 'fields.start')).fill('10:00');
  await button(say('meetings', 'agenda.add')).click();
  await expect(field(say('meetings', 'agenda.item'))).toBeFocused();
  await page.keyboard.type('État des procédures');
  await addPerson('Amélie Roux', 'Parquet de Paris', 'France', say('meetings', 'attendance.roles.chair'));
  await addPerson('Đorđe Petrović', 'Tužilaštvo', 'Kosovo*');
  await button(say('meetings', 'acts.take')).click();
  await button(say('meetings', 'attendance.everybody')).click();
  const line = field(say('meetings', 'live.entry'));
  await expect(line).toBeFocused();
  for (const typed of ['La commission rogatoire est arrivée.', '/d Créer une équipe commune d’enquête', '/a présidence : traduire la demande d’ici au 4 décembre']) {
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect(line).toHaveValue('');
  }
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await button(say('meetings', 'acts.export')).click();
  await expect(page.getByRole('figure').first().locator('figcaption')).toContainText('Procès-verbal de réunion', slow);
  const file = await willSave('proces-verbal.pdf');
  await button(say('export', 'act')).click();
  await expect(page.getByText('Enregistré sous proces-verbal.pdf.')).toBeVisible(slow);
  expect(await proposed()).toMatch(/\| Procès-verbal \(PDF\)$/);
  const text = textOf(file);
  expect(text).toMatch(/12 novembre 2026[^]*Décision 1[^]*Amélie Roux\s+4 déc\. 2026/);
  expect(text).toContain('* Cette désignation est sans préjudice des positions sur le statut');
  // The text is in French too, so that nothing calls for the English wording.
  expect(text).not.toContain('without prejudice');
  expect(englishWordsIn(text)).toEqual([]);
});

async function addPerson(name: string, institution: string, country: string, role?: string): Promise<void> {
  await button(say('meetings', 'attendance.add')).click();
  await expect(page.getByRole('combobox', { name: say('meetings', 'attendance.name'), exact: true }).last()).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Escape');
  await field(`${say('meetings', 'attendance.institution')}\u00a0: ${name}`).fill(institution);
  await choose(`${say('meetings', 'attendance.country')}\u00a0: ${name}`, country);
  if (role !== undefined) await choose(`${say('meetings', 'attendance.role')}\u00a0: ${name}`, role);
}

async function choose(label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  if (await box.isEditable()) await box.fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

test('an invitation for calendars and the timeline of the case are French', async () => {
  await page.getByRole('link', { name: say('export', 'back') }).click();
  await page.getByRole('tab', { name: say('meetings', 'parts.preparation') }).click();
  await button(say('meetings', 'attendance.invite')).click();
  const dialog = page.getByRole('dialog', { name: say('invitations', 'title') });
  const calendar = await willSave('invitation.ics');
  await dialog.getByRole('button', { name: say('invitations', 'save') }).click();
  await expect(page.getByText('Enregistré sous invitation.ics')).toBeVisible(slow);
  expect(await proposed()).toMatch(/\| Calendrier \(ICS\)$/);
  const written = (await readFile(calendar, 'utf8')).replaceAll('\r\n ', '').split('\r\n').filter((line) => /^(SUMMARY|DESCRIPTION|LOCATION|COMMENT)/.test(line)).map((line) => line.replace(/^\w+[:;]/, ''));
  expect(written.join(' ')).toContain('Réunion de coordination');
  expect(englishWordsIn(written.join(' '))).toEqual([]);

  await goTo('cases');
  await page.getByRole('link', { name: /^Filière d’armes de Bar/ }).click();
  await page.getByRole('tab', { name: say('cases', 'parts.timeline') }).click();
  await page.getByRole('link', { name: say('timeline', 'export') }).or(button(say('timeline', 'export'))).first().click();
  const file = await willSave('chronologie.pdf');
  await expect(page.getByRole('figure').first()).toBeVisible(slow);
  await button(say('timeline', 'page.save')).click();
  await expect(page.getByText('Enregistré sous chronologie.pdf')).toBeVisible(slow);
  const text = textOf(file);
  expect(text).toMatch(/Chronologie d’une affaire[^]*Filière d’armes de Bar/);
  expect(englishWordsIn(text)).toEqual([]);
});

test('the report leaves in French as PDF, as a Word document and as a table', async () => {
  await goTo('advisory');
  await button(say('kinds', 'activity.new')).click();
  await field(say('kinds', 'activity.fields.title')).fill('Conseil sur une équipe commune');
  await field(say('kinds', 'activity.fields.hours')).fill('12,5');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await goTo('report');
  await button(say('report', 'export.act')).or(page.getByRole('link', { name: say('report', 'export.act'), exact: true })).first().click();
  await expect(page.getByRole('figure').first()).toBeVisible(slow);
  const pdf = await reportAs('PDF', 'rapport.pdf');
  expect(await proposed()).toMatch(/^Activité .*\| Rapport \(PDF\)$/);
  const text = textOf(pdf);
  expect(text).toMatch(/Rapport d’activité[^]*12,5/);
  expect(englishWordsIn(text)).toEqual([]);
  const parts = unzipSync(new Uint8Array(await readFile(await reportAs('DOCX', 'rapport.docx'))));
  const word = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replaceAll(/<[^>]*>/g, ' ');
  expect(word).toContain('12,5');
  expect(englishWordsIn(word)).toEqual([]);
  const table = await readFile(await reportAs('CSV', 'rapport.csv'), 'utf8');
  expect(table).toContain(';"12,5"');
  expect(englishWordsIn(table)).toEqual([]);
});

async function reportAs(format: 'PDF' | 'DOCX' | 'CSV', name: string): Promise<string> {
  await page.getByText(format, { exact: true }).click();
  const file = await willSave(name);
  await button(say('report', 'export.save')).click();
  await expect(page.getByText(`Enregistré sous ${name}`)).toBeVisible(slow);
  return file;
}

test('what left is in a register that leaves in French itself', async () => {
  await goTo('settings');
  await page.getByRole('link', { name: say('registers', 'transfers.title') }).click();
  await expect(page.getByRole('heading', { name: say('registers', 'transfers.title'), level: 1 })).toBeVisible();
  const file = await willSave('registre.csv');
  await button(say('registers', 'transfers.export')).click();
  await page.getByRole('dialog', { name: say('registers', 'transfers.exportTitle') }).getByRole('button', { name: say('registers', 'transfers.exportAct') }).click();
  await expect(page.getByText('Enregistré sous registre.csv.')).toBeVisible(slow);
  const table = await readFile(file, 'utf8');
  expect(table).toContain('Exporté en PDF');
  expect(englishWordsIn(table)).toEqual([]);
});

test('the guide is read in French, part by part, and says where a word stands', async () => {
  await laptop.app.evaluate(({ Menu }) => {
    const help = Menu.getApplicationMenu()?.items.find((menu) => menu.label === 'Aide');
    help?.submenu?.items.find((item) => item.label === 'Guide d’utilisation')?.click();
  });
  await expect(page.getByRole('heading', { name: 'Guide d’utilisation', level: 1 }).last()).toBeVisible(slow);
  await expectAccessible(page, 'the guide');
  const searched = field(say('guide', 'find'));
  await page.keyboard.press('Control+F');
  await expect(searched).toBeFocused();
  await page.keyboard.type('rectifi');
  await expect(page.getByRole('status').filter({ hasText: /partie/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Une note en dix secondes' })).toBeVisible();
  await expect(page.getByText(/vous la rectifiez, et les deux restent visibles/)).toBeVisible();
  await expect.poll(() => markedOnPage(page)).toBeGreaterThan(0);
  await page.keyboard.press('Control+F');
  await expect(searched).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('zzzz');
  await expect(page.getByText(say('guide', 'nothing'))).toBeVisible();
  await expectAccessible(page, 'the guide, nothing found');
});

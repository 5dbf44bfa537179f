import { closeSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { aDocx, anEml, inCodePage } from '../builders/documents.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { workAlone } from './pages/gate.ts';
import { chooseFiles, openImport } from './pages/import.ts';
import { choose, prepareMeeting } from './pages/meeting.ts';
import { goTo, openNote } from './pages/note.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-import-'));
  laptop = await openLaptop();
  page = laptop.page;
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
  rmSync(folder, { recursive: true, force: true });
});

function aFile(name: string, content: string | Uint8Array): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const contacts = () => page.getByRole('list', { name: 'Contacts' }).getByRole('link');

test('a table of contacts: looked at, its columns said, made at one press, in the bin at another', async () => {
  const table = inCodePage('Ime i prezime;Država;Telefon;Organ;Napomena\nŽivko Čačak;Srbija;011 234 567;Tužilaštvo;x\n;Crna Gora;;;\nĐorđe Šćepanović;Utopija;020 1;SDT;y\n', 'windows-1250');
  await goTo(page, 'Contacts');
  await page.getByRole('link', { name: 'Import' }).click();
  await expectAccessible(page, 'import, nothing chosen');
  await chooseFiles(page, [aFile('adresar.csv', table)]);
  await expect(page.getByText('2 contacts will be made.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Records to be made' })).toContainText('Živko Čačak');
  await expect(page.getByRole('list', { name: 'Left out' })).toContainText('adresar.csv, line 3There is no name.');
  await expect(page.getByRole('list', { name: 'Taken, but worth a look' })).toContainText('“Utopija” is no country');
  await choose(page, 'Napomena', 'Role');
  await expect(page.getByRole('list', { name: 'Records to be made' })).toContainText('x · Tužilaštvo');
  await choose(page, 'Letters are written in', 'Windows-1251, Cyrillic');
  await expect(page.getByRole('list', { name: 'Records to be made' })).not.toContainText('Živko');
  await choose(page, 'Letters are written in', 'As found in each file');
  await expect(page.getByRole('list', { name: 'Records to be made' })).toContainText('Živko');
  await expectAccessible(page, 'import of a table');
  await page.getByRole('button', { name: 'Make 2 contacts' }).click();
  await expect(page.getByText('2 contacts were made.')).toBeVisible();
  await expectAccessible(page, 'report of an import');
  await page.getByRole('link', { name: 'Go to Contacts' }).click();
  await expect(contacts()).toHaveCount(2);
  await openImport(page);
  await page.getByRole('button', { name: 'Move all of it to the bin' }).click();
  await expect(page.getByRole('status').filter({ hasText: '2 are in the bin.' }).first()).toBeVisible();
  await goTo(page, 'Contacts');
  await expect(contacts()).toHaveCount(0);
  await openImport(page);
  await page.getByRole('button', { name: 'Import something else' }).click();
});

test('what is too large is refused with the limit before it is read; the rest goes on', async () => {
  const huge = path.join(folder, 'huge.csv');
  const handle = openSync(huge, 'w');
  ftruncateSync(handle, 65 * 1024 * 1024);
  closeSync(handle);
  await chooseFiles(page, [huge, aFile('one.csv', 'name;country\nAna;Croatia\n')]);
  await expect(page.getByRole('list', { name: 'Files' })).toContainText('Larger than 64 MB');
  await expect(page.getByText('1 contact will be made.')).toBeVisible();
  await page.getByRole('button', { name: 'Take all out' }).click();
});

test('documents and messages become notes, and what came with a message stays with it', async () => {
  await chooseFiles(page, [aFile('Састанак.docx', aDocx({ macros: true })), aFile('route.eml', anEml()), aFile('damaged.docx', 'no document')]);
  await expect(page.getByText('2 notes will be made.')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Records to be made' })).toContainText('1 file with it');
  await expect(page.getByRole('list', { name: 'Left out' })).toContainText('damaged');
  await page.getByRole('button', { name: 'Make 2 notes' }).click();
  await expect(page.getByText('2 notes were made.')).toBeVisible();
  await openNote(page, 'Ruta Bar–Bari');
  await expect(page.getByRole('region', { name: 'Files' })).toContainText('list.bin');
  await openImport(page);
  await page.getByRole('button', { name: 'Import something else' }).click();
});

test('a folder becomes the files of one new note', async () => {
  mkdirSync(path.join(folder, 'Докази', 'phones'), { recursive: true });
  aFile('Докази/скен.pdf', 'scan');
  aFile('Докази/phones/dump.bin', 'dump');
  await page.getByTestId('import-folder').setInputFiles(path.join(folder, 'Докази'));
  await expect(page.getByRole('button', { name: 'Make the note with 2 files' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Title of the note' }).fill('Претрес');
  await page.getByRole('button', { name: 'Make the note with 2 files' }).click();
  await page.getByRole('link', { name: 'Open the note' }).click();
  await expect(page.getByRole('region', { name: 'Files' })).toContainText('phones/dump.bin');
});

const agendaTitles = () => page.getByRole('region', { name: 'Agenda' }).getByRole('textbox', { name: 'Item' }).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

test('an agenda from a file comes into the meeting that is being prepared, and goes out again', async () => {
  await prepareMeeting(page, { title: 'Coordination', start: '09:30', place: 'Podgorica', agenda: ['Opening'], attendance: [] });
  await page.getByRole('button', { name: 'Take it from a file' }).click();
  await expect(page.getByRole('region', { name: 'Import', exact: true })).toBeVisible();
  await chooseFiles(page, [aFile('Дневни ред.docx', aDocx()), aFile('rest.txt', '10:00–10:20 Захтеви\n10:20 Any other business\n10:30 Lunch')]);
  await expect(page.getByRole('radio', { name: 'The agenda of a meeting' })).toBeChecked();
  await expect(page.getByRole('combobox', { name: 'Meeting' })).toHaveValue(/^Coordination/);
  await expect(page.getByRole('list', { name: 'Items for the agenda' })).toContainText('Захтеви10:00 · 20 min');
  await page.getByRole('checkbox', { name: 'Lunch' }).uncheck();
  await expect(page.getByText('Planned time together: 45 min. 1 item says no time.')).toBeVisible();
  await expectAccessible(page, 'import of an agenda');
  await page.getByRole('button', { name: 'Add 4 items to the agenda' }).click();
  await expect(page.getByText('4 items were added to the agenda.')).toBeVisible();
  await page.getByRole('link', { name: 'Open the meeting' }).click();
  await expect.poll(agendaTitles).toEqual(['Opening', 'First point', 'Second point', 'Захтеви', 'Any other business']);
  await openImport(page);
  await page.getByRole('button', { name: 'Take the items out again' }).click();
  await expect(page.getByRole('status').filter({ hasText: '4 items are off the agenda again.' })).toBeVisible();
  await page.getByRole('link', { name: 'Open the meeting' }).click();
  await expect.poll(agendaTitles).toEqual(['Opening']);
});

test('an agenda from a file becomes a meeting of its own', async () => {
  await openImport(page);
  await page.getByRole('button', { name: 'Import something else' }).click();
  await chooseFiles(page, [aFile('agenda.md', '# Састанак у Тирани\n\n1. Opening (5 min)\n2. Requests\n')]);
  await page.getByRole('radio', { name: 'The agenda of a meeting' }).check();
  await expect(page.getByRole('textbox', { name: 'Title of the meeting' })).toHaveValue('Састанак у Тирани');
  await page.getByRole('button', { name: 'Make the meeting with 2 items' }).click();
  await page.getByRole('link', { name: 'Open the meeting' }).click();
  await expect(page.getByRole('heading', { name: 'Састанак у Тирани' })).toBeVisible();
  await expect.poll(agendaTitles).toEqual(['Opening', 'Requests']);
});

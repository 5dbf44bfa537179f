import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { willSaveAs } from './pages/dialogs.ts';
import { workAlone } from './pages/gate.ts';
import { chooseFiles, openImport } from './pages/import.ts';
import { prepareMeeting, saveMeeting } from './pages/meeting.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-meetings-'));
  laptop = await openLaptop();
  page = laptop.page;
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
  rmSync(folder, { recursive: true, force: true });
});

test('those invited come from Contacts with institution and country, and an invitation for calendars names them', async () => {
  const book = path.join(folder, 'contacts.csv');
  writeFileSync(book, 'name;institution;country;email\nЂорђе Петровић;Тужилаштво за организовани криминал;Serbia;djordje@example.org\n');
  await openImport(page);
  await chooseFiles(page, [book]);
  await page.getByRole('button', { name: 'Make 1 contact' }).click();
  await expect(page.getByText('1 contact was made.')).toBeVisible();

  await prepareMeeting(page, { title: 'Coordination', start: '09:30', place: 'Podgorica, Palata pravde', agenda: ['Opening', 'Requests'], attendance: [] });
  for (const field of await page.getByRole('textbox', { name: 'Minutes' }).all()) await field.fill('20');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await page.keyboard.type('djordje');
  await expect(page.getByRole('option', { name: /Ђорђе Петровић/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Institution: Ђорђе Петровић' })).toHaveValue('Тужилаштво за организовани криминал');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Somebody else');
  await page.getByRole('button', { name: 'Invite by calendar file' }).click();

  const dialog = page.getByRole('dialog', { name: 'Invitation for calendars' });
  await expect(dialog.getByText(/09:30–10:10/)).toBeVisible();
  await expect(dialog.getByRole('textbox', { name: 'Subject in the calendar' })).toHaveValue('Coordination');
  await dialog.getByRole('textbox', { name: 'Your e-mail address' }).fill('ana.kovac@example.org');
  await expect(dialog.getByText('Named: Ђорђе Петровић.')).toBeVisible();
  await expect(dialog.getByText('Not named, since Contacts has no e-mail address for them: Somebody else.')).toBeVisible();
  await expectAccessible(page, 'invitation');
  const file = path.join(folder, 'invitation.ics');
  await willSaveAs(laptop.app, file);
  await dialog.getByRole('button', { name: 'Save the calendar file' }).click();
  await expect(page.getByText('Saved as invitation.ics')).toBeVisible();
  const text = readFileSync(file, 'utf8').replaceAll('\r\n ', '');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*METHOD:REQUEST\r\n[^]*SUMMARY:Coordination\r\nLOCATION:Podgorica\\, Palata pravde\r\nDESCRIPTION:09:30 Opening \(20 min\)\\n09:50 Requests \(20 min\)\r\n[^]*END:VCALENDAR\r\n$/);
  expect(text).toContain('ORGANIZER;CN=Ana Kovač:mailto:ana.kovac@example.org\r\n');
  expect(text).toContain('CN=Ђорђе Петровић:mailto:djordje@example.org\r\n');
});

test('of a marked meeting nothing goes into a calendar but when it is and what the person writes', async () => {
  await page.getByRole('combobox', { name: 'Level', exact: true }).click();
  await page.getByRole('option', { name: 'SENSITIVE', exact: true }).click();
  await saveMeeting(page);
  await page.getByRole('button', { name: 'Invite by calendar file' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invitation for calendars' });
  await expect(dialog.getByRole('textbox', { name: 'Unclassified subject' })).toHaveValue('');
  await expect(dialog.getByRole('checkbox', { name: 'With the agenda' })).toHaveCount(0);
  await expect(dialog.getByRole('textbox', { name: 'Your e-mail address' })).toHaveValue('ana.kovac@example.org');
  await expect(dialog.getByRole('button', { name: 'Save the calendar file' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Unclassified subject' }).fill('Working meeting');
  const file = path.join(folder, 'marked.ics');
  await willSaveAs(laptop.app, file);
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved as marked.ics')).toBeVisible();
  const text = readFileSync(file, 'utf8');
  expect(text).toContain('SUMMARY:Working meeting\r\n');
  expect(text).not.toMatch(/Coordination|Podgorica|Opening/);
});

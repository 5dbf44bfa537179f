import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { willSaveAs } from './pages/dialogs.ts';
import { awayFromMidnight, dayFromToday } from './pages/days.ts';
import { workAlone } from './pages/gate.ts';
import { chooseFiles, openImport } from './pages/import.ts';
import { attendeeNames, circulate, prepareMeeting, saveMeeting, takeLines, takeMinutes } from './pages/meeting.ts';
import { openSeries, writeSeries } from './pages/series.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  await awayFromMidnight();
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
  for (const at of [0, 1]) await page.getByRole('textbox', { name: 'Minutes' }).nth(at).fill('20');
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect(attendeeNames(page).last()).toBeFocused();
  await page.keyboard.type('djordje');
  await expect(page.getByRole('option', { name: /Ђорђе Петровић/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Institution: Ђорђе Петровић' })).toHaveValue('Тужилаштво за организовани криминал');
  await page.keyboard.press('Enter');
  await expect(attendeeNames(page)).toHaveCount(2);
  await expect(attendeeNames(page).last()).toBeFocused();
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

test('the agenda says when each item begins and the last one ends, and when it does not fit', async () => {
  const agenda = page.getByRole('region', { name: 'Agenda' });
  await expect(agenda).toContainText('40 min planned · ends about 10:10');
  await expect(agenda.getByText('09:50', { exact: true })).toBeVisible();
  await page.getByRole('textbox', { name: 'Ends' }).fill('09:55');
  await page.keyboard.press('Tab');
  await expect(agenda.getByRole('status')).toHaveText('The items take 15 min longer than the meeting, which ends at 09:55.');
  await page.getByRole('textbox', { name: 'Ends' }).fill('10:30');
  await page.keyboard.press('Tab');
  await expect(agenda.getByRole('status')).toHaveCount(0);
});

test('what came of an item is read from its lines, said otherwise where it must be, and stands in what is read', async () => {
  await page.getByRole('button', { name: 'Take minutes' }).click();
  const item = page.getByRole('region', { name: 'Open item' });
  await expect(item.getByText(/^09:30–09:50/)).toBeVisible();
  await expect(item.getByRole('button', { name: 'No outcome yet' })).toBeVisible();
  await takeLines(page, ['Said', '/d Decided', '/a Ana: do it']);
  await expect(item.getByRole('button', { name: 'Outcome: decision and action' })).toBeVisible();
  await takeLines(page, [null, 'Only said']);
  await item.getByRole('button', { name: 'Outcome: information' }).click();
  await page.getByRole('menuitem', { name: 'Decision' }).click();
  await expect(page.getByRole('navigation', { name: 'Agenda' }).getByRole('button', { name: /Requests/ })).toContainText('1 line · decision');
  // A notice that is fading away is measured half-way.
  await expect(page.getByText('Saved as')).toHaveCount(0, { timeout: 20_000 });
  await expectAccessible(page, 'minutes with outcomes');
  await page.getByRole('tab', { name: 'As read' }).click();
  await expect(page.getByText('Outcome: decision, action')).toBeVisible();
  await saveMeeting(page);
});

test('minutes are approved once it is said who was there, and the approval says it', async () => {
  await circulate(page);
  await page.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText('Attendance is not taken yet: Ђорђе Петровић, Somebody else.')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('tab', { name: 'Minutes' }).click();
  const roll = page.getByRole('region', { name: 'Taking the attendance' });
  await expect(roll).toContainText('Attendance is not taken: 2 invited.');
  await roll.getByRole('button', { name: 'One by one' }).click();
  await roll.getByRole('radiogroup', { name: 'Presence: Ђорђе Петровић' }).getByText('Present', { exact: true }).click();
  await roll.getByRole('radiogroup', { name: 'Presence: Somebody else' }).getByText('Apologies', { exact: true }).click();
  await expectAccessible(page, 'taking the attendance');
  await roll.getByRole('button', { name: 'Done' }).click();
  await expect(roll).toContainText('1 present · 1 with apologies');
  await expect(page.getByText('Attendance is not taken yet')).toHaveCount(0);
  await page.getByRole('button', { name: 'Approve' }).click();
  const dialog = page.getByRole('dialog', { name: 'Approve these minutes?' });
  await expect(dialog).toContainText('Present: Ђорђе Петровић.');
  await expect(dialog).toContainText('Nobody present is named as chair.');
  await dialog.getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByText(/^Approved by Ana Kovač/)).toBeVisible({ timeout: 30_000 });
});

const agendaTitles = () => page.getByRole('region', { name: 'Agenda' }).getByRole('textbox', { name: 'Item' }).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
const names = () => attendeeNames(page).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

test('a series: each meeting is one press away, with what stands, what was parked and what is open', async () => {
  await writeSeries(page, {
    title: 'JWG Оружје, weekly', frequency: 'Weekly', start: '10:00',
    agenda: [{ title: 'State of play', minutes: 45 }, { title: 'Any other business', minutes: 15 }], participants: ['Ana Kovač', 'Somebody else'],
  });
  await expect(page.getByRole('region', { name: 'Standing agenda' })).toContainText('1 h · ends about 11:00');
  await expect(page.getByText('It begins with 2 agenda items (1 h) and 2 participants.')).toBeVisible();
  await expectAccessible(page, 'a series');
  await page.getByRole('textbox', { name: 'Day of the next meeting' }).fill(dayFromToday(0));
  await page.getByRole('button', { name: 'Prepare the next meeting' }).click();

  await expect.poll(agendaTitles).toEqual(['State of play', 'Any other business']);
  await expect.poll(names).toEqual(['Ana Kovač', 'Somebody else']);
  await page.getByRole('checkbox', { name: 'Park' }).last().check();
  await page.getByRole('button', { name: 'Add an item' }).click();
  await expect(page.getByRole('region', { name: 'Agenda' }).getByRole('textbox', { name: 'Item' }).nth(2)).toBeFocused();
  await page.keyboard.type('Експерт за алате');
  await page.getByRole('checkbox', { name: 'Park' }).last().check();
  await takeMinutes(page);
  await takeLines(page, ['/d Серијски бројеви иду преко SIENA.', '/a Ana: send the list by Friday']);
  await saveMeeting(page);

  await openSeries(page, 'JWG Оружје, weekly');
  await expect(page.getByRole('region', { name: 'Decisions so far' })).toContainText('Серијски бројеви иду преко SIENA.');
  await expect(page.getByRole('region', { name: 'Still open' })).toContainText('send the list');
  await expect(page.getByRole('region', { name: 'Still open' })).toContainText('Parked: Експерт за алате');
  await expect(page.getByRole('textbox', { name: 'Day of the one after' })).toHaveValue(dayFromToday(7));
  await page.getByRole('button', { name: 'Prepare the one after' }).click();
  await expect.poll(agendaTitles).toEqual(['State of play', 'Any other business', 'Експерт за алате']);
  await takeMinutes(page);
  await expect(page.getByRole('complementary', { name: 'Still open from last time' })).toContainText('send the list');
});

test('all coming meetings of a series go into one calendar; a meeting prepared by mistake is taken back', async () => {
  await saveMeeting(page);
  await openSeries(page, 'JWG Оружје, weekly');
  await page.getByRole('button', { name: 'Invitation for calendars' }).click();
  await page.getByRole('menuitem', { name: 'All 2 that come' }).click();
  const dialog = page.getByRole('dialog', { name: '2 meetings for calendars' });
  const file = path.join(folder, 'series.ics');
  await willSaveAs(laptop.app, file);
  await dialog.getByRole('button', { name: 'Save the calendar file' }).click();
  await expect(page.getByText('Saved as series.ics')).toBeVisible();
  expect(readFileSync(file, 'utf8').match(/BEGIN:VEVENT/g)).toHaveLength(2);
  await page.getByRole('button', { name: 'Prepare the one after' }).click();
  await page.getByRole('status').filter({ hasText: 'The next meeting is prepared' }).getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'JWG Оружје, weekly', level: 1 })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Next meeting' }).getByRole('link')).toHaveCount(2);
});

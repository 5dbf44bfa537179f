import type { Page } from '@playwright/test';
import { openImport } from '../e2e/pages/import.ts';
import { goTo, openNote } from '../e2e/pages/note.ts';
import { goToSeries } from '../e2e/pages/series.ts';
import { results, searchField, searchFor } from '../e2e/pages/search.ts';
import type { Album } from './album.ts';
import { caseTitle, seriesTitle } from './casework.ts';
import { pictureLowering, pictureReleases } from './release-screens.ts';
import { pictureCaseParts } from './case-screens.ts';

const rooms = ['Today', 'Cases', 'Notes', 'Meetings', 'Actions', 'Requests', 'Contacts', 'Subjects', 'Groups', 'Advisory', 'Search', 'Report', 'Pouch', 'Settings'] as const;

/** Every room as one finds it: in a new workspace, or with nothing chosen. */
export async function pictureRooms(album: Album, page: Page, suffix: string): Promise<void> {
  for (const room of rooms) {
    await goTo(page, room);
    await page.locator('main [data-pane]').filter({ visible: true }).first().waitFor();
    await album.picture(page, `${room.toLowerCase()}${suffix}`);
  }
}

/** What is opened within the rooms. */
export async function picturePages(album: Album, page: Page, suffix: string): Promise<void> {
  const scenes: readonly (readonly [name: string, play: () => Promise<void>])[] = [
    ['case parts', () => pictureCaseParts(album, page, caseTitle, suffix)],
    ['note', async () => {
      await openNote(page, 'Разговор са тужиоцем Ђорђевић');
      await album.picture(page, `note${suffix}`);
    }],
    ['search', () => pictureSearch(album, page, suffix)],
    ['import', () => pictureImport(album, page, suffix)],
    ['report', () => pictureReport(album, page, suffix)],
    ['meeting', () => pictureMeeting(album, page, suffix)],
    ['series', () => pictureSeries(album, page, suffix)],
    ['actions', () => pictureList(album, page, suffix)],
    ['releases', () => pictureReleases(album, page, suffix)],
    ['copy at a lower level', () => pictureLowering(album, page, suffix)],
    ['palette', () => picturePalette(album, page, suffix)],
  ];
  for (const [name, play] of scenes) await album.scene(page, `${name}${suffix}`, play);
}

async function pictureMeeting(album: Album, page: Page, suffix: string): Promise<void> {
  await goTo(page, 'Meetings');
  await page.getByRole('link', { name: /Bar–Bari/ }).first().click();
  await page.getByRole('button', { name: 'Export minutes' }).waitFor();
  await album.picture(page, `meeting${suffix}`);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Invitation for calendars' }).click();
  await page.getByRole('textbox', { name: 'Your e-mail address' }).waitFor();
  await album.picture(page, `invitation${suffix}`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export minutes' }).click();
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await album.picture(page, `export${suffix}`);
}

async function picturePalette(album: Album, page: Page, suffix: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill('bar');
  await album.picture(page, `palette${suffix}`);
  await page.keyboard.press('Escape');
}

/** An import before anything is chosen, and one with a row that is left out. */
async function pictureImport(album: Album, page: Page, suffix: string): Promise<void> {
  await openImport(page);
  await album.picture(page, `import${suffix}`);
  const table = 'Ime i prezime;Država;Telefon;Organ;Napomena\nĐorđe Šćepanović;Utopija;020 123 456;Специјално државно тужилаштво;говори руски\n;Crna Gora;;;\nŽivko Čačak;Srbija;011 234 567;Tužilaštvo za organizovani kriminal;\n';
  await page.getByTestId('import-files').setInputFiles({ name: 'Адресар regionalne mreže.csv', mimeType: 'text/csv', buffer: Buffer.from(table) });
  await page.getByRole('button', { name: 'Make 2 contacts' }).waitFor();
  await album.picture(page, `import-preview${suffix}`);
  await page.getByRole('list', { name: 'Taken, but worth a look' }).scrollIntoViewIfNeeded();
  await album.picture(page, `import-problems${suffix}`);
  await page.getByRole('button', { name: 'Take all out' }).click();
  const agenda = '09:30–09:45 Отварање састанка\n09:45–10:30 Захтеви за међународну правну помоћ по свим отвореним предметима\n10:30 Lunch\n';
  await page.getByTestId('import-files').setInputFiles({ name: 'Дневни ред.txt', mimeType: 'text/plain', buffer: Buffer.from(agenda) });
  await page.getByRole('radio', { name: 'The agenda of a meeting' }).check();
  await page.getByRole('checkbox', { name: 'Lunch' }).uncheck();
  await album.picture(page, `import-agenda${suffix}`);
  await page.getByRole('button', { name: 'Take all out' }).click();
}

/** A series as it is read and as it is written. */
async function pictureSeries(album: Album, page: Page, suffix: string): Promise<void> {
  await goToSeries(page);
  await page.getByRole('link', { name: seriesTitle }).first().click();
  await page.getByRole('heading', { name: 'Standing agenda' }).waitFor();
  await album.picture(page, `series${suffix}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('button', { name: 'Add a participant' }).waitFor();
  await album.picture(page, `series-edit${suffix}`);
}

/** A list: how it is looked at, with rows chosen, and as a table. */
async function pictureList(album: Album, page: Page, suffix: string): Promise<void> {
  await goTo(page, 'Actions');
  await page.getByRole('link', { name: 'Mine', exact: true }).click();
  await album.picture(page, `actions-mine${suffix}`);
  await page.getByRole('link', { name: 'All', exact: true }).click();
  const rows = page.getByRole('list', { name: 'Actions' }).getByRole('link');
  await rows.first().focus();
  await page.keyboard.press('Control+A');
  await page.getByRole('toolbar').waitFor();
  await album.picture(page, `list-chosen${suffix}`);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByRole('switch', { name: 'Show the bin' }).waitFor();
  await album.picture(page, `list-view${suffix}`);
  await page.getByText('Table', { exact: true }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'Sort by' }).waitFor();
  await album.picture(page, `list-table${suffix}`);
  await page.getByRole('button', { name: 'View', exact: true }).click();
  await page.getByText('List', { exact: true }).click();
  await page.keyboard.press('Escape');
}

/** Found in another script, found nearly, and nothing; the room forgets nothing of it until it is emptied. */
async function pictureSearch(album: Album, page: Page, suffix: string): Promise<void> {
  await searchFor(page, 'djordjevic');
  await results(page).locator('mark').first().waitFor();
  await album.picture(page, `search-results${suffix}`);
  await page.locator('summary').filter({ hasText: 'Narrow' }).click();
  await searchField(page).fill('drivr weekly');
  await page.getByText('No record has all of these words').or(page.getByText('Not found as typed')).waitFor();
  await album.picture(page, `search-nearly${suffix}`);
  await searchField(page).fill('BG 999-ZZ');
  await page.getByText('Nothing in this notebook').waitFor();
  await album.picture(page, `search-nothing${suffix}`);
  await searchField(page).fill('');
}

/** What was done, the list behind a figure, the logframe with an indicator, and the page that leaves. */
async function pictureReport(album: Album, page: Page, suffix: string): Promise<void> {
  await goTo(page, 'Report');
  await page.getByText('This year', { exact: true }).click();
  await page.getByRole('link', { name: 'Meetings held', exact: true }).click();
  await page.getByRole('table', { name: 'By country' }).waitFor();
  await album.picture(page, `report-year${suffix}`);
  await page.getByRole('table', { name: 'By country' }).getByRole('link').first().click();
  await page.getByRole('link', { name: 'Back to the report' }).waitFor();
  await album.picture(page, `report-list${suffix}`);
  await page.getByRole('link', { name: 'Back to the report' }).click();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await album.picture(page, `report-export${suffix}`);
  await page.getByRole('link', { name: 'Back to the report' }).click();
  await page.getByRole('link', { name: 'Logframe' }).click();
  await album.picture(page, `logframe${suffix}`);
  await page.getByRole('link', { name: 'Reported periods' }).click();
  await album.picture(page, `reported-periods${suffix}`);
}

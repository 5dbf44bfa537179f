import type { Page } from '@playwright/test';
import { goTo, openNote } from '../e2e/pages/note.ts';
import type { Album } from './album.ts';
import { caseTitle } from './casework.ts';

const rooms = ['Today', 'Cases', 'Notes', 'Meetings', 'Actions', 'Pouch', 'Settings'] as const;

/** Every room as one finds it: in a new workspace, or with nothing chosen. */
export async function pictureRooms(album: Album, page: Page, suffix: string): Promise<void> {
  for (const room of rooms) {
    await goTo(page, room);
    await page.locator('main [data-pane]').first().waitFor();
    await album.picture(page, `${room.toLowerCase()}${suffix}`);
  }
}

/** What is opened within the rooms. */
export async function picturePages(album: Album, page: Page, suffix: string): Promise<void> {
  await goTo(page, 'Cases');
  await page.getByRole('link', { name: caseTitle }).first().click();
  await page.getByRole('heading', { name: caseTitle }).waitFor();
  await album.picture(page, `case${suffix}`);
  await openNote(page, 'Разговор са тужиоцем Ђорђевић');
  await album.picture(page, `note${suffix}`);
  await goTo(page, 'Meetings');
  await page.getByRole('link', { name: /Bar–Bari/ }).first().click();
  await page.getByRole('button', { name: 'Export minutes' }).waitFor();
  await album.picture(page, `meeting${suffix}`);
  await page.getByRole('button', { name: 'Export minutes' }).click();
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await album.picture(page, `export${suffix}`);
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill('bar');
  await album.picture(page, `palette${suffix}`);
  await page.keyboard.press('Escape');
}

/** Draws the app anew; by the words of Settings. */
export async function draw(page: Page, words: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByText(words, { exact: true }).click();
}

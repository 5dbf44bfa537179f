import type { Page } from '@playwright/test';
import { goTo, openNote } from '../e2e/pages/note.ts';
import type { Album } from './album.ts';
import { longTitle } from './casework.ts';

/** Where a second person's confirmations are asked for, given and taken in; the stories with two laptops are in test/e2e. */
export async function pictureReleases(album: Album, page: Page, suffix: string): Promise<void> {
  await goTo(page, 'Pouch');
  await page.getByRole('link', { name: 'Release by a second person' }).click();
  await page.getByRole('heading', { level: 1, name: 'Release by a second person' }).waitFor();
  await album.picture(page, `releases${suffix}`);
}

/** A copy at a lower level as it is begun, and with everything still to be said. */
export async function pictureLowering(album: Album, page: Page, suffix: string): Promise<void> {
  // A row has the beginning of a title as long as this one.
  await openNote(page, longTitle.slice(0, 60));
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Copy at a lower level' }).click();
  await page.getByRole('region', { name: /^What goes/ }).waitFor();
  await album.picture(page, `lowering${suffix}`);
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await page.getByText('Say this first.').first().waitFor();
  await album.picture(page, `lowering-mistakes${suffix}`);
}

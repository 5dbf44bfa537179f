import type { Page } from '@playwright/test';
import { goTo } from '../e2e/pages/note.ts';
import { expectSaved } from '../e2e/pages/saved.ts';
import type { Album } from './album.ts';
import { group } from './casework.ts';

const openGroup = async (page: Page): Promise<void> => {
  await goTo(page, 'Groups');
  await page.getByRole('link', { name: new RegExp(group) }).first().click();
  await page.getByRole('region', { name: 'From the signed profile' }).waitFor();
};

/** A group as the profile has it, and its page being written. */
export async function writeGroup(album: Album, page: Page): Promise<void> {
  await openGroup(page);
  await album.picture(page, 'group-undescribed');
  await page.getByRole('button', { name: 'Describe this group' }).click();
  await page.getByRole('textbox', { name: 'Mandate' }).fill('Трагање за пореклом оружја које се заплени на рутама између Јадрана и Ниша, и за онима који га набављају.');
  await page.getByRole('button', { name: 'Add a member' }).click();
  await page.getByRole('group', { name: 'Member 1' }).getByRole('textbox', { name: 'Name' }).fill('Милена Ђорђевић');
  await album.picture(page, 'group-form');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
}

/** Its page: overview, a list of what belongs to it, its people. */
export async function pictureGroup(album: Album, page: Page, suffix: string): Promise<void> {
  await openGroup(page);
  await album.picture(page, `group${suffix}`);
  await page.getByRole('tab', { name: /^Meetings/ }).click();
  await album.picture(page, `group-meetings${suffix}`);
  await page.getByRole('tab', { name: 'People' }).click();
  await album.picture(page, `group-people${suffix}`);
}

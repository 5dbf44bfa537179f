import type { Page } from '@playwright/test';
import { goTo } from '../e2e/pages/note.ts';
import type { Album } from './album.ts';

/** What left and who looked, after the first delivery; and one transfer with its conditions. */
export async function pictureRegisters(album: Album, page: Page, suffix: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Register of transfers' }).click();
  await page.getByText(/^The register is whole/).waitFor();
  await album.picture(page, `transfers${suffix}`);
  await page.getByRole('link', { name: 'Consultation log' }).click();
  await page.getByRole('list', { name: 'Who looked at what' }).waitFor();
  await album.picture(page, `consultations${suffix}`);
  await page.getByRole('link', { name: 'Register of transfers' }).click();
  await page.getByRole('link', { name: /^Delivered to/ }).first().click();
  await page.getByText('The office has it.').waitFor();
  await album.picture(page, `transfer${suffix}`);
}

import { expect, type Page } from '@playwright/test';
import { english } from '../../renderer/ui/words/en/index.ts';
import { openLaptop, type Laptop } from '../e2e/laptop.ts';
import type { Album } from './album.ts';
import { draw, paper, type Look } from './looks.ts';
import { forms, places, records, type NamedRecord, type Place } from './places.ts';

/** Every place of the sample casework, looked at in every way. */
export async function pictureSample(album: Album): Promise<void> {
  const laptop = await openLaptop();
  const { page } = laptop;
  try {
    await page.getByRole('button', { name: /^Look around with sample casework/ }).click({ timeout: 120_000 });
    await expect(page.getByRole('note')).toBeVisible({ timeout: 90_000 });
    const ids = await findRecords(album, page);
    for (const look of album.looks) await pictureLook(album, laptop, look, ids);
  } finally {
    await laptop.discard();
  }
}

async function pictureLook(album: Album, laptop: Laptop, look: Look, ids: ReadonlyMap<string, string>): Promise<void> {
  const { page } = laptop;
  await album.scene(page, `sample, drawn as${look.suffix || ' it comes'}`, () => draw(laptop, look));
  for (const place of places) {
    await album.scene(page, `sample-${place.name}${look.suffix}`, () => picturePlace(album, page, place, look, ids));
  }
  for (const kind of forms) {
    await album.scene(page, `sample-new-${kind}${look.suffix}`, async () => {
      await begin(page, english.frame.commands[`new-${kind}`]);
      await album.picture(page, `sample-new-${kind}${look.suffix}`, { downTo: look === paper ? 3 : 1 });
    });
  }
}

/** By the palette, whose commands stand before what is found in texts. */
async function begin(page: Page, command: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill(command);
  await page.getByRole('dialog', { name: 'Commands and places' }).locator('[data-selected]').filter({ hasText: command }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Commands and places' }).waitFor({ state: 'hidden' });
}

async function picturePlace(album: Album, page: Page, place: Place, look: Look, ids: ReadonlyMap<string, string>): Promise<void> {
  await goToPlace(page, place.at.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids.get(name) ?? name));
  await place.open?.(page);
  await album.picture(page, `sample-${place.name}${look.suffix}`, { downTo: look === paper ? 4 : 1 });
  await page.keyboard.press('Escape');
}

/** Goes there by the address, as a link does. */
export async function goToPlace(page: Page, place: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, `#${place}`);
  await page.locator('main [data-pane]').filter({ visible: true }).first().waitFor();
  // A pane that was there before stands where one had scrolled to.
  await page.evaluate(() => document.querySelectorAll('main [data-pane]').forEach((pane) => pane.scrollTo({ top: 0, behavior: 'instant' })));
}

async function findRecords(album: Album, page: Page): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of Object.keys(records) as NamedRecord[]) {
    const [list, words] = records[name];
    await album.scene(page, `finding the ${name}`, async () => {
      await goToPlace(page, list);
      const row = page.locator(`main a[href*="${list}/"][data-row]`).filter(words === null ? {} : { hasText: words }).first();
      const address = (await row.getAttribute('href', { timeout: 15_000 })) ?? '';
      found.set(name, address.split('/').at(-1) ?? '');
    });
  }
  return found;
}

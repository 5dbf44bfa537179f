import { expect, type Page } from '@playwright/test';
import { commandOf } from '../e2e/pages/palette.ts';
import { writeWitness } from '../e2e/pages/protection.ts';
import { expectSaved } from '../e2e/pages/saved.ts';
import type { Album } from './album.ts';

/** Written with names as long as a line takes, so that every theme shows what becomes of them. */
const longUnit = 'Јединица за заштиту сведока Министарства унутрашњих послова, Служба за спровођење програма заштите учесника у кривичном поступку, одељење за хитне мере и сарадњу са јединицама других држава региона';

/** A protected witness from the empty room to watched names, with what warns of them. */
export async function writeProtection(album: Album, page: Page): Promise<void> {
  await commandOf(page, 'Go to Protected witnesses');
  await album.picture(page, 'protection-empty');
  await commandOf(page, 'New protected witness');
  await page.getByRole('textbox', { name: 'Code name' }).waitFor();
  await album.picture(page, 'protection-form');
  await writeWitness(page, { codeName: 'ЧАПЉА', unit: longUnit, reference: 'ЈЗС 3/26', guarantee: 'Испитује се само путем видео-везе', call: { name: 'Дежурни официр јединице, који зна само број и кодно име', number: '+381 11 555 0113' } });
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await page.getByRole('button', { name: 'Watch for the names…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Watch for the names' });
  await dialog.getByRole('textbox', { name: 'Names' }).fill('Zvonimir Kanarinac');
  await album.picture(page, 'protection-names');
  await dialog.getByRole('button', { name: 'Watch, and forget the names' }).click();
  await expect(dialog).toBeHidden({ timeout: 60_000 });
  await album.picture(page, 'protection-watched');
}

/** The page of the witness, and a note that is warned of. */
export async function pictureProtection(album: Album, page: Page, suffix: string): Promise<void> {
  await commandOf(page, 'Go to Protected witnesses');
  await page.getByRole('link', { name: /ЧАПЉА/ }).first().click();
  await page.getByRole('button', { name: 'Stop watching' }).waitFor();
  await album.picture(page, `protection${suffix}`);
  await page.keyboard.press('Control+N');
  await page.getByRole('textbox', { name: 'Text of the note' }).waitFor();
  await page.keyboard.type('Разговор са Звонимиром Канаринцем у луци.');
  await expect(page.getByTestId('persons-named')).not.toBeEmpty({ timeout: 60_000 });
  await album.picture(page, `protection-warning${suffix}`);
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: 'A person under protection?' }).waitFor();
  await album.picture(page, `protection-asked${suffix}`);
  await page.getByRole('button', { name: 'Go back to the text' }).click();
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Discard the draft' }).click();
}

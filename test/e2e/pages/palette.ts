import { expect, type Page } from '@playwright/test';

/** A command or a place by its words, however it is reached otherwise. */
export async function commandOf(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill(words);
  await page.getByRole('dialog', { name: 'Commands and places' }).getByText(words, { exact: true }).first().click();
}

/** Types words in the palette, sees what is found for them, and leaves it there. */
export async function lookInPalette(page: Page, words: string, found: string): Promise<void> {
  const palette = page.getByRole('dialog', { name: 'Commands and places' });
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill(words);
  await expect(palette.getByText(found).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(palette).toBeHidden();
}

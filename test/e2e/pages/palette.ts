import type { Page } from '@playwright/test';

/** A command or a place by its words, however it is reached otherwise. */
export async function commandOf(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill(words);
  await page.getByRole('dialog', { name: 'Commands and places' }).getByText(words, { exact: true }).first().click();
}

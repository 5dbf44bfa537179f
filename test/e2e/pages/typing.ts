import { expect, type Page } from '@playwright/test';

/** Types into the field that was just made: it is empty, and the caret goes into it. */
export async function typeIntoNew(page: Page, text: string): Promise<void> {
  await expect(page.locator(':is(input, textarea):focus')).toHaveValue('');
  await page.keyboard.type(text);
}

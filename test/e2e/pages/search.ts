import { expect, type Locator, type Page } from '@playwright/test';

/** Ctrl+Shift+F anywhere, and what is looked for. */
export async function searchFor(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+Shift+F');
  await expect(searchField(page)).toBeFocused();
  await searchField(page).fill(text);
}

export function searchField(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search everything' });
}

export function results(page: Page): Locator {
  return page.getByRole('region', { name: 'What was found' });
}

/** How many words the page marks as found. */
export async function markedOnPage(page: Page): Promise<number> {
  return page.evaluate(() => CSS.highlights.get('found')?.size ?? 0);
}

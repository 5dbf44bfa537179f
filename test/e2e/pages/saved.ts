import { expect, type Locator, type Page } from '@playwright/test';

/** The first word of the status line: typing, kept as a draft, saved. Nothing that is told beside it can be taken for it. */
export function savedState(page: Page): Locator {
  return page.getByRole('contentinfo').getByTestId('saved-state');
}

/** Waits until what was typed is saved. */
export async function expectSaved(page: Page): Promise<void> {
  await expect(savedState(page)).toHaveText(/^(Saved|Enregistré) /, { timeout: 60_000 });
}

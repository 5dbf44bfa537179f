import { expect, type Page } from '@playwright/test';

/** From wherever one is, by the palette. */
export async function openImport(page: Page): Promise<void> {
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill('import');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Import', exact: true })).toBeVisible();
}

export async function chooseFiles(page: Page, files: readonly string[]): Promise<void> {
  await page.getByTestId('import-files').setInputFiles([...files]);
}

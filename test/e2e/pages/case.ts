import { expect, type Page } from '@playwright/test';
import { goTo } from './note.ts';

/** A case, as a person opens one. */
export interface OpenedCase {
  readonly title: string;
  readonly countries?: readonly string[];
  readonly summary?: string;
}

/** Fills in a new case and saves it; its page stays open. */
export async function writeCase(page: Page, one: OpenedCase): Promise<void> {
  await goTo(page, 'Cases');
  await page.getByRole('button', { name: 'New case' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill(one.title);
  for (const country of one.countries ?? []) {
    const box = page.getByRole('combobox', { name: 'Countries' });
    await box.fill(country);
    await page.getByRole('option', { name: country, exact: true }).click();
  }
  if (one.summary !== undefined) await page.getByRole('textbox', { name: 'Summary' }).fill(one.summary);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 1, name: one.title })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Overview' })).toBeVisible();
}

/** Opens a part of the case that is open. */
export async function openPart(page: Page, part: 'Overview' | 'Notes' | 'Meetings' | 'Actions' | 'Contacts' | 'Authorities' | 'Subjects' | 'Protection' | 'Files' | 'Timeline'): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${part}`) }).click();
}

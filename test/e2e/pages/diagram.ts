import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './meeting.ts';

/** Opens the link diagram of the case that is open. */
export async function openDiagram(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Diagram' }).click();
  await expect(page.getByRole('button', { name: 'Add a subject' }).first()).toBeVisible();
}

/** The drawing itself. */
export function drawing(page: Page): Locator {
  return page.getByTestId('link-diagram');
}

export function subjectRows(page: Page): Locator {
  return page.getByRole('list', { name: 'Subjects of the diagram' }).locator(':scope > li > button[data-row]');
}

export function subjectRow(page: Page, name: RegExp): Locator {
  return subjectRows(page).filter({ hasText: name });
}

export interface AddedSubject {
  readonly name: string;
  readonly what: string;
}

/** Adds a subject in the diagram; it is chosen afterwards. */
export async function addSubject(page: Page, { name, what }: AddedSubject): Promise<void> {
  await page.getByRole('button', { name: 'Add a subject' }).first().click();
  const panel = page.getByRole('region', { name: 'New subject' });
  await choose(page, 'What it is', what);
  await panel.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();
  await expect(subjectRows(page).filter({ hasText: name })).toHaveAttribute('aria-pressed', 'true');
}

export interface DrawnRelation {
  readonly words: string;
  readonly nature?: string;
  /** Where it is not chosen yet. */
  readonly to?: string;
}

/** Fills in the relation whose form is open, and saves it. */
export async function drawRelation(page: Page, { words, nature, to }: DrawnRelation): Promise<void> {
  const panel = page.getByRole('region', { name: 'New relation' });
  await panel.getByRole('textbox', { name: 'In words' }).fill(words);
  if (nature !== undefined) await choose(page, 'Fact or assessment', nature);
  if (to !== undefined) await choose(page, 'To', to);
  await page.keyboard.press('Control+Enter');
  await expect(panel).toBeHidden();
}

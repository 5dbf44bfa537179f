import { expect, type Page } from '@playwright/test';
import { choose } from './meeting.ts';
import { typeIntoNew } from './typing.ts';

export interface SeriesPlan {
  readonly title: string;
  readonly frequency: string;
  readonly start: string;
  readonly group?: string;
  readonly agenda: readonly { readonly title: string; readonly minutes: number }[];
  readonly participants: readonly string[];
}

/** The room of the series, from the list of meetings. */
export async function goToSeries(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: 'Meetings' }).click();
  await page.getByRole('link', { name: 'Series of meetings', exact: true }).click();
  await expect(page.getByRole('button', { name: 'New series' }).first()).toBeVisible();
}

export async function openSeries(page: Page, title: string): Promise<void> {
  await goToSeries(page);
  await page.getByRole('list', { name: 'Series of meetings' }).getByRole('link', { name: title }).click();
  await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
}

export async function writeSeries(page: Page, plan: SeriesPlan): Promise<void> {
  await goToSeries(page);
  await page.getByRole('button', { name: 'New series' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill(plan.title);
  await choose(page, 'How often', plan.frequency);
  await page.getByRole('textbox', { name: 'Begins' }).fill(plan.start);
  if (plan.group !== undefined) await choose(page, 'Joint Working Group', plan.group);
  for (const [at, item] of plan.agenda.entries()) {
    await page.getByRole('button', { name: 'Add an agenda item' }).click();
    await typeIntoNew(page, item.title);
    await page.getByRole('textbox', { name: 'Minutes' }).nth(at).fill(String(item.minutes));
  }
  for (const name of plan.participants) {
    await page.getByRole('button', { name: 'Add a participant' }).click();
    await typeIntoNew(page, name);
  }
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Standing agenda' })).toBeVisible();
}

import { expect, type Locator, type Page } from '@playwright/test';

/** The Pouch room: what goes, what stays and why, and the delivery. */
export interface PouchColumns {
  readonly goes: readonly string[];
  /** Each with its reasons, as they are read. */
  readonly stays: readonly string[];
}

/** In these stories people deliver when they say so: what goes by itself is switched off at the first sight of the Pouch. */
export async function openPouch(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /Pouch/ }).click();
  await expect(page.getByRole('region', { name: 'Pouch' })).toBeVisible();
  const byItself = page.getByRole('switch', { name: 'Deliver by itself' });
  // It comes with the settings, and shows from the first moment what they say.
  await expect(byItself).toBeVisible();
  if (!(await byItself.isChecked())) return;
  // It shows what is kept, and keeping takes a moment.
  await byItself.press('Space');
  await expect(byItself).not.toBeChecked();
}

/** The rows of a column of the Pouch. */
export function rowsOf(page: Page, column: 'Goes' | 'Stays'): Locator {
  return page.getByRole('list', { name: column, exact: true }).locator(':scope > li');
}

/** What the columns say at this moment; where they may still be counting, `rowsOf` is waited for first. */
export async function readPouch(page: Page): Promise<PouchColumns> {
  await expect(page.getByRole('list', { name: 'Goes', exact: true })).toBeAttached();
  const rows = async (column: 'Goes' | 'Stays') => (await rowsOf(page, column).allInnerTexts()).map((text) => text.replaceAll(/\s*\n\s*/g, ' · '));
  return { goes: await rows('Goes'), stays: await rows('Stays') };
}

/** Waits until the channel is the network of that name; recognition probes the server. */
export async function expectChannel(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('contentinfo')).toContainText(name, { timeout: 90_000 });
}

/** From the hotel: asks whether the secretariat has accepted this laptop, until the keys are here. */
export async function becomeMember(page: Page): Promise<void> {
  await openPouch(page);
  await expectChannel(page, 'Hotel Wi-Fi');
  await page.getByRole('button', { name: 'Ask whether it has been accepted' }).click();
  await expect(page.getByRole('button', { name: 'Deliver', exact: true })).toBeVisible({ timeout: 90_000 });
}

/** What the screen says came of the last delivery. */
export function deliveryResult(page: Page): Locator {
  return page.getByTestId('delivery-result');
}

/** Delivers and receives, until that is over. */
export async function deliver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Deliver', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Stop', exact: true })).toHaveCount(0, { timeout: 120_000 });
  await expect(page.getByRole('button', { name: 'Deliver', exact: true })).toBeVisible();
  await expect(deliveryResult(page)).toBeVisible();
}

import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { goTo } from './pages/note.ts';

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;

test.beforeAll(async () => {
  laptop = await openLaptop();
  page = laptop.page;
});

test.afterAll(async () => {
  await laptop.discard();
});

test('the sample is one press away, says what it is, and is alive today', async () => {
  await page.getByRole('button', { name: /^Look around with sample casework/ }).click();
  await expect(page.getByRole('note')).toContainText('Everybody and everything in it is invented', { timeout: 60_000 });
  await expect(page.getByRole('region', { name: /^Running out/ })).toContainText('Kt-S 41/26');
  await expect(page.getByRole('region', { name: /^Requests without an answer/ })).toContainText('Crossing records');
  await expectAccessible(page, 'Today of the sample');
});

test('every room of it has something to show', async () => {
  for (const room of ['Cases', 'Notes', 'Meetings', 'Actions', 'Requests', 'Contacts', 'Subjects', 'Groups', 'Advisory'] as const) {
    await goTo(page, room);
    await expect(page.locator('main [data-row], main [role="row"]').first()).toBeVisible();
  }
});

test('minutes of it were corrected: one correction is approved, one waits for the meeting that comes', async () => {
  const meeting = (title: string) => page.locator('main [data-row]').filter({ hasText: title }).first();
  await goTo(page, 'Meetings');
  await meeting('JWG Firearms South, meeting 6').click();
  await expect(page.getByRole('region', { name: 'Correction 1' })).toContainText('Correction 1 · approved');
  await expect(page.getByRole('region', { name: 'Correction 2' })).toContainText('Correction 2 · proposed');
  await expect(page.getByText('1 correction waits for a decision')).toBeVisible();
  await meeting('JWG Firearms South, meeting 8').click();
  await page.getByRole('button', { name: 'Take minutes' }).click();
  await expect(page.getByRole('complementary', { name: 'Still open from last time' })).toContainText('Correction to JWG Firearms South, meeting 6');
});

/** Pixels by which a line of the list lies over the next, at the most; fractions of one are rounding. */
const overlap = () =>
  page.getByRole('list', { name: 'Requests' }).evaluate((list) => {
    const lines = [...list.children].map((line) => line.getBoundingClientRect()).toSorted((one, other) => one.top - other.top);
    return Math.max(...lines.slice(1).map((line, index) => (lines[index]?.bottom ?? 0) - line.top));
  });

test('a request that moves to another group leaves no line upon another', async () => {
  await goTo(page, 'Requests');
  const heads = () => page.getByRole('list', { name: 'Requests' }).getByRole('heading').allInnerTexts();
  // The groups come with the lines, so all of them are there when that one is.
  await expect(page.getByRole('list', { name: 'Requests' }).getByRole('heading', { name: /^Sent/ })).toBeVisible();
  const before = await heads();
  await page.getByRole('list', { name: 'Requests' }).getByRole('heading', { name: /^Sent/ }).locator('xpath=following::*[@data-row][1]').click();
  await page.getByRole('button', { name: 'Acknowledged', exact: true }).click();
  await expect.poll(heads, { timeout: 30_000 }).not.toEqual(before);
  await expect.poll(overlap).toBeLessThan(1);
});

test('leaving it leads back to the beginning, and nothing of it is there', async () => {
  await page.getByRole('button', { name: 'Leave the sample' }).click();
  await expect(page.getByRole('heading', { name: 'Begin' })).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('note')).toHaveCount(0);
});

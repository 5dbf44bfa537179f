import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { awayFromMidnight } from './pages/days.ts';
import { workAlone } from './pages/gate.ts';
import { goTo } from './pages/note.ts';
import { commandOf } from './pages/palette.ts';
import { writeClock, writeReachable } from './pages/proceedings.ts';
import { expectSaved } from './pages/saved.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;

test.beforeAll(async () => {
  await awayFromMidnight();
  laptop = await openLaptop();
  page = laptop.page;
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
});

test('what runs out first stands first on Today, with who can act and the number that answers at night', async () => {
  await writeReachable(page, 'Милена Ђорђевић', { office: '011 234 567', duty: '+381 64 555 0113' });
  await commandOf(page, 'New national proceedings');
  await page.getByRole('textbox', { name: 'File number' }).fill('Kt-S 12/26');
  await writeClock(page, 1, 20, { about: 'M. K.' });
  await writeClock(page, 2, 3, { about: 'D. R.', contact: 'Милена Ђорђевић' });
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await goTo(page, 'Today');
  const rows = page.getByRole('list', { name: 'Running out' }).locator(':scope > li');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText('D. R.');
  await expect(rows.nth(0)).toContainText('3 days left');
  await expect(rows.nth(0).locator('li').first()).toContainText(/\+381 64 555 0113.*can act: Милена Ђорђевић/);
  await expect(rows.nth(0).locator('li').nth(1)).toContainText('011 234 567');
  await expect(rows.nth(1)).toContainText('nobody named who can act');
  await expectAccessible(page, 'clocks on Today');
  await rows.nth(0).getByRole('button', { name: 'Copy +381 64 555 0113' }).click();
  await expect.poll(() => laptop.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('+381 64 555 0113');
  await rows.nth(0).getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'File number' })).toHaveValue('Kt-S 12/26');
});

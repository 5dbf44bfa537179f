import { once } from 'node:events';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { unlock, workAlone } from './pages/gate.ts';
import { goTo, noteBody, writeNote } from './pages/note.ts';
import { markedOnPage, results, searchField, searchFor } from './pages/search.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'Ministry of the Interior', passphrase: 'kestrel umbrella lantern parish' };

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;

test.beforeAll(async () => {
  laptop = await openLaptop();
  page = laptop.page;
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
});

test('a notebook with nothing in it says what the room is for', async () => {
  await searchFor(page, '');
  await expect(page.getByText('Have we seen this name or number before?')).toBeVisible();
  await expectAccessible(page, 'empty search');
  await searchField(page).fill('Nobody');
  await expect(page.getByText('Nothing in this notebook about “Nobody”')).toBeVisible();
});

test('a name and a plate are found however they are written, and the reason is said', async () => {
  await writeNote(page, { title: 'Разговор са тужиоцем', text: 'Милена Ђорђевић је видела возило БГ 123-АБ у Мердару.' });
  await writeNote(page, { title: 'Call from the port', text: 'The lorry was seen again; ask Durrës on +355 69 212 3456.' });
  await goTo(page, 'Today');
  await searchFor(page, 'djordjevic');
  await expect(results(page).getByRole('link')).toHaveCount(1);
  await expect(results(page).getByRole('link')).toContainText('the same in another script: Ђорђевић');
  await expect(results(page).locator('mark')).toHaveText(['Ђорђевић']);
  await expectAccessible(page, 'search results');
  await searchField(page).fill('bg123ab');
  await expect(results(page).getByRole('link')).toContainText('the same number in another format: БГ 123-АБ');
  await searchField(page).fill('00355692123456');
  await expect(results(page).getByRole('link')).toContainText('Call from the port');
  await searchField(page).fill('larry seen');
  await expect(page.getByText('Not found as typed.')).toBeVisible();
  await expect(results(page).getByRole('link')).toContainText('nearly the same: lorry');
});

test('by keyboard alone: down to the hit, Enter opens it with the words marked, and one comes back to the same results', async () => {
  await searchFor(page, 'ђорђевић');
  await expect(results(page).getByRole('link')).toHaveCount(1);
  await expect(results(page).locator('mark')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(results(page).getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(noteBody(page)).toContainText('Ђорђевић');
  await expect.poll(() => markedOnPage(page)).toBe(1);
  await page.keyboard.press('Control+Shift+F');
  await expect(searchField(page)).toHaveValue('ђорђевић');
  await expect(results(page).getByRole('link')).toHaveCount(1);
  await expect.poll(() => markedOnPage(page)).toBe(0);
});

test('the palette offers the best few and the way to all', async () => {
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill('merdar');
  await expect(page.getByRole('button', { name: /Разговор са тужиоцем/ })).toBeVisible();
  await page.getByRole('button', { name: 'Search everything for “merdar”' }).click();
  await expect(searchField(page)).toHaveValue('merdar');
  await expect(results(page).getByRole('link')).toHaveCount(1);
});

test('killed and opened again, everything is found as before', async () => {
  // Long enough for the index to be written, or not: both must do.
  await page.waitForTimeout(6000);
  await writeNote(page, { title: 'The last one', text: 'Written a moment before the power went.' });
  const child = laptop.app.process();
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
  laptop = await openLaptop({ profile: laptop.profile });
  page = laptop.page;
  await unlock(page, person.passphrase);
  await searchFor(page, 'power went');
  await expect(results(page).getByRole('link')).toContainText('The last one');
  await searchField(page).fill('Dordevic');
  await expect(results(page).getByRole('link')).toHaveCount(1);
});

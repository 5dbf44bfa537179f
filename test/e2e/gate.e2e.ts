import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { expectOpen, lock, unlock, workAlone } from './pages/gate.ts';

const person = { name: 'Marijana Đurić', country: 'Croatia', institution: 'USKOK', passphrase: 'ladder violet sparrow tram' };
const next = 'orange kettle mountain pulse';

/** One laptop for the whole story: making a notebook costs a key derivation each time. */
test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;
let recoveryKey = '';

test.beforeAll(async () => {
  laptop = await openLaptop();
  page = laptop.page;
});

test.afterAll(async () => {
  await laptop.discard();
});

test('a passphrase that can be guessed is refused, and why is said', async () => {
  await page.getByRole('button', { name: /^Work alone/ }).click();
  await page.getByLabel('Passphrase', { exact: false }).first().fill('password1');
  await expect(page.getByText('Guessed at once. This is a common password.')).toBeVisible();
  await page.getByRole('button', { name: 'Make the notebook' }).click();
  await expect(page.getByText('This could be guessed. Make it longer or less usual.')).toBeVisible();
  await expect(page.getByText('This is needed.')).toHaveCount(2);
  await expectAccessible(page, 'who one is, with errors');
  await page.getByRole('button', { name: 'Back' }).click();
});

test('the notebook opens only after the recovery key was confirmed', async () => {
  await expectAccessible(page, 'first start');
  recoveryKey = await workAlone(page, person);
  expect(recoveryKey).toMatch(/^([0-9A-Z]{4}-){8}.$/);
  await expect(page.getByText('You work alone: nothing leaves this laptop.')).toBeVisible();
});

test('a new workspace says what each room is for', async () => {
  for (const [key, room] of [['1', 'Today'], ['2', 'Cases'], ['3', 'Notes'], ['4', 'Meetings'], ['5', 'Actions'], ['6', 'Pouch'], [',', 'Settings']] as const) {
    await page.keyboard.press(`Control+${key}`);
    await expect(page.getByRole('heading', { level: 1, name: room }).first()).toBeAttached();
    await expectAccessible(page, `empty ${room}`);
  }
});

test('appearance and text size are drawn at once and stay over a lock', async () => {
  await page.keyboard.press('Control+,');
  for (const [word, theme] of [['High contrast', 'contrast'], ['Lamp', 'dark']] as const) {
    await page.getByText(word, { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    await expectAccessible(page, `Settings, ${theme}`);
  }
  await page.getByText('200 %', { exact: true }).click();
  await expectAccessible(page, 'Settings at 200 %');
  await lock(page);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-text-size', '200');
  await expectAccessible(page, 'unlock, dark, at 200 %');
});

test('a wrong passphrase says nothing of how close it was', async () => {
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  await expect(field).toBeFocused();
  await field.fill(person.passphrase.slice(0, -1));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('That passphrase does not open this notebook.');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('');
});

test('the right one opens it, where one was', async () => {
  await unlock(page, person.passphrase);
  await expect(page.getByRole('region', { name: 'Settings' })).toBeVisible();
  await page.getByText('Paper', { exact: true }).click();
  await page.getByText('100 %', { exact: true }).click();
});

test('what is typed when it locks is there afterwards, and nothing is on the screen between', async () => {
  await page.keyboard.press('Control+N');
  // At once, while the page is still on its way; and the lock at once after the last letter.
  await page.keyboard.type('The second lorry');
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toHaveText('The second lorry');
  await page.keyboard.type(' was seen again');
  await lock(page);
  await expect(page.getByText('second lorry')).toHaveCount(0);
  await unlock(page, person.passphrase);
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('region', { name: 'Still in draft' }).getByText('The second lorry was seen again')).toBeVisible();
});

test('the strip tells the truth about what is on the screen', async () => {
  await expect(page.getByTestId('marking-strip')).toContainText('UNCLASSIFIED');
  await page.keyboard.press('Control+,');
  await expect(page.getByTestId('marking-strip')).toHaveText('Nothing marked is on the screen');
});

test('the palette goes and does, by a few letters', async () => {
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill('go po');
  await expectAccessible(page, 'palette');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Pouch' }).first()).toBeAttached();
});

test('Escape steps back one at a time and loses nothing', async () => {
  await page.keyboard.press('Control+N');
  await page.keyboard.type('Half a thought');
  const text = page.getByRole('textbox', { name: 'Text of the note' });
  await expect(text).toHaveText('Half a thought');
  await page.keyboard.press('Escape');
  await expect(text).not.toBeFocused();
  await expect(text).toHaveText('Half a thought');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/#\/notes$/);
  await expect(page.getByRole('link', { name: /Half a thought/ })).toBeVisible();
});

test('the passphrase changes, and the old one no longer opens', async () => {
  await page.keyboard.press('Control+,');
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  await page.getByRole('textbox', { name: 'Current passphrase' }).fill(person.passphrase);
  await page.getByRole('textbox', { name: 'New passphrase' }).fill(next);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(next);
  await page.getByRole('button', { name: 'Change the passphrase' }).click();
  await expect(page.getByText('The passphrase is changed. The recovery key stays as it was.')).toBeVisible({ timeout: 60_000 });
  await lock(page);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(person.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('does not open');
});

test('the recovery key opens it, however it is typed, and sets a new passphrase', async () => {
  await page.getByRole('button', { name: 'I have forgotten the passphrase' }).click();
  await expectAccessible(page, 'recovery');
  await page.getByRole('textbox', { name: 'Recovery key' }).fill(recoveryKey.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('textbox', { name: 'New passphrase' }).fill(person.passphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(person.passphrase);
  await page.getByRole('button', { name: 'Open and set the new passphrase' }).click();
  await expectOpen(page);
  await lock(page);
  await unlock(page, person.passphrase);
});

test('it locks by itself when nothing is done', async () => {
  await page.keyboard.press('Control+,');
  await expect(page.getByTestId('locks-in')).toHaveText(/^Locks in \d+ (min|s)$/);
  // The person is away: what is measured is the time since the last sign of them.
  await page.clock.install();
  await page.clock.fastForward(31 * 60_000);
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible();
});

test('a store without its key slots is said to be damaged and is not replaced', async () => {
  await page.evaluate(async () => {
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name ?? '');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error('not opened'));
      });
      if (database.objectStoreNames.contains('header')) database.transaction('header', 'readwrite').objectStore('header').clear();
      database.close();
    }
  });
  await page.reload();
  await expect(page.getByRole('heading', { name: 'This notebook cannot be opened' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('What you wrote is still here, sealed.');
  await expect(page.getByRole('button', { name: /Work alone/ })).toHaveCount(0);
  await expectAccessible(page, 'damaged store');
});

import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readErasureReceipt } from '../../core/organisation/erasure-receipt.ts';
import { anOrganisation } from '../builders/profiles.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { awayFromMidnight } from './pages/days.ts';
import { willOpen, willSaveAs } from './pages/dialogs.ts';
import { expectOpen, introduce, lock, unlock } from './pages/gate.ts';
import { goTo, writeNote } from './pages/note.ts';

const person = { name: 'Marijana Đurić', country: 'Croatia', institution: 'USKOK', passphrase: 'ladder violet sparrow tram' };
const other = 'orange kettle mountain pulse';
const slow = { timeout: 60_000 };

/** One notebook through everything that can happen to its laptop: closed too early, saved, moved, erased. */
test.describe.configure({ mode: 'serial' });

let folder = '';
let laptop: Laptop;
let page: Page;
let firstKey = '';
let kitKey = '';
const at = (name: string) => path.join(folder, name);
const readKey = async () => (await page.getByTestId('recovery-key').innerText()).replaceAll(/\s+/g, '-');

test.beforeAll(async () => {
  await awayFromMidnight();
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-files-'));
  laptop = await openLaptop();
  page = laptop.page;
});

test.afterAll(async () => {
  await laptop.discard();
  await rm(folder, { recursive: true, force: true });
});

test('a window closed over the first recovery kit costs nothing: a new one is asked for', async () => {
  await page.getByRole('button', { name: /^Work alone/ }).click();
  await introduce(page, person);
  firstKey = await readKey();
  await laptop.close();
  laptop = await openLaptop({ profile: laptop.profile });
  page = laptop.page;
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(person.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Your recovery kit' })).toBeVisible(slow);
  await expectAccessible(page, 'recovery kit again');
  await page.getByRole('button', { name: 'Later, ask me again' }).click();
  await expectOpen(page);
  await lock(page);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(person.passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(person.passphrase);
  await page.getByRole('button', { name: 'Show the new kit' }).click();
  await expect(page.getByTestId('recovery-key')).toBeVisible(slow);
  expect(await readKey()).not.toBe(firstKey);
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectOpen(page);
  await lock(page);
  await unlock(page, person.passphrase);
});

test('what is typed at once after Ctrl+N is all in the note, on a laptop that takes seconds for it too', async () => {
  await page.keyboard.press('Control+N');
  const busy = page.evaluate(() => {
    const end = performance.now() + 2_500;
    while (performance.now() < end);
  });
  await page.keyboard.type('Разговор са тужиоцем у луци.');
  await busy;
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toHaveText('Разговор са тужиоцем у луци.', slow);
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Discard the draft' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Draft discarded' })).toBeVisible(slow);
});

test('the kit is renewed in Settings, by passphrase only', async () => {
  await writeNote(page, { title: 'Lantern at the bridge', text: 'The second lorry was seen again.' });
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Make a new recovery kit' }).click();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill('not this one at all');
  await page.getByRole('button', { name: 'Show the new kit' }).click();
  await expect(page.getByRole('alert')).toContainText('That passphrase does not open this notebook.', slow);
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(person.passphrase);
  await page.getByRole('button', { name: 'Show the new kit' }).click();
  await expect(page.getByTestId('recovery-key')).toBeVisible(slow);
  kitKey = await readKey();
  await expectAccessible(page, 'new recovery kit');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('The new recovery kit is in force.')).toBeVisible();
});

test('a backup is made for the kit, and one for a passphrase', async () => {
  await goTo(page, 'Settings');
  await expect(page.getByText('No backup has been made yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Make a backup' }).click();
  await expectAccessible(page, 'backup');
  await willSaveAs(laptop.app, at('kit.age'));
  await page.getByRole('button', { name: 'Make the backup' }).click();
  await expect(page.getByText(/^Saved as kit\.age: 1 record, /)).toBeVisible(slow);
  await page.getByRole('button', { name: 'Make another' }).click();
  await page.getByRole('radio', { name: 'A passphrase of its own' }).check();
  await page.getByRole('textbox', { name: 'Passphrase of the backup' }).fill(other);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(other);
  await willSaveAs(laptop.app, at('words.age'));
  await page.getByRole('button', { name: 'Make the backup' }).click();
  await expect(page.getByText(/^Saved as words\.age: 1 record, /)).toBeVisible(slow);
  expect((await readFile(at('words.age'), 'latin1')).startsWith('age-encryption.org/v1\n-> scrypt ')).toBe(true);
  await goTo(page, 'Settings');
  await expect(page.getByText('Last backup: today.')).toBeVisible();
});

test('what the backup holds is here already; another file is refused in words', async () => {
  await page.getByRole('link', { name: 'Bring back from a backup' }).click();
  await page.getByTestId('backup-file').setInputFiles(at('words.age'));
  await page.getByRole('textbox', { name: 'Passphrase of the backup' }).fill('some other words');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByRole('alert')).toContainText('That passphrase does not open this backup.', slow);
  await page.getByRole('textbox', { name: 'Passphrase of the backup' }).fill(other);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(page.getByText('Everything in this backup is here already.')).toBeVisible(slow);
  await expectAccessible(page, 'bring back');
});

test('the kit and the backup go on on a new laptop, with a device key of its own', async () => {
  const fresh = await openLaptop();
  try {
    await fresh.page.getByRole('button', { name: /^I have a backup/ }).click();
    await fresh.page.getByTestId('backup-file').setInputFiles(at('kit.age'));
    await fresh.page.getByRole('textbox', { name: 'Recovery key' }).fill(firstKey);
    await fresh.page.getByRole('textbox', { name: 'Passphrase of this laptop' }).fill(other);
    await fresh.page.getByRole('textbox', { name: 'Passphrase again' }).fill(other);
    await fresh.page.getByRole('button', { name: 'Restore' }).click();
    await expect(fresh.page.getByRole('alert')).toContainText('That recovery key does not open this backup.', slow);
    await expectAccessible(fresh.page, 'restore, with an error');
    await fresh.page.getByRole('textbox', { name: 'Recovery key' }).fill(kitKey.toLowerCase());
    await fresh.page.getByRole('button', { name: 'Restore' }).click();
    await expect(fresh.page.getByText('1 record is back, with its history.')).toBeVisible(slow);
    await fresh.page.getByRole('button', { name: 'Continue' }).click();
    await fresh.page.getByRole('checkbox').check();
    await fresh.page.getByRole('button', { name: 'Continue' }).click();
    await expectOpen(fresh.page);
    await goTo(fresh.page, 'Notes');
    await expect(fresh.page.getByRole('link', { name: /Lantern at the bridge/ })).toBeVisible();
  } finally {
    await fresh.discard();
  }
});

test('joining later keeps all that was written', async () => {
  await writeFile(at('programme.rapporteur'), anOrganisation(Date.now()).file());
  await goTo(page, 'Settings');
  await willOpen(laptop.app, at('programme.rapporteur'));
  await page.getByRole('button', { name: 'Open a profile' }).click();
  await page.getByRole('button', { name: /^Join / }).click();
  await expect(page.getByText('You have asked to join. Everything that you wrote is here, unchanged.')).toBeVisible(slow);
  await expectAccessible(page, 'asked to join');
  await goTo(page, 'Notes');
  await expect(page.getByRole('link', { name: /Lantern at the bridge/ })).toBeVisible();
});

test('the laptop is erased: receipt, word, and then a first start', async () => {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Erase this laptop' }).click();
  await expect(page.getByText('1 record has something that was never delivered. Nobody else has it.')).toBeVisible();
  await page.getByRole('button', { name: 'Erase everything now' }).click();
  await expect(page.getByText('Save the receipt first.')).toBeVisible();
  await expect(page.getByText('Type ERASE as it stands.')).toBeVisible();
  await expectAccessible(page, 'erase');
  await willSaveAs(laptop.app, at('receipt.txt'));
  await page.getByRole('button', { name: 'Save the receipt' }).click();
  await expect(page.getByText('Saved as receipt.txt.')).toBeVisible();
  const text = await readFile(at('receipt.txt'), 'utf8');
  expect(text).toContain('What was erased: 1 records');
  expect(readErasureReceipt(text)).toMatchObject({ ok: true, value: { name: person.name, erased: { records: 1 }, undelivered: 1 } });
  await page.getByRole('textbox', { name: 'Type ERASE to go on' }).fill('erase');
  await page.getByRole('button', { name: 'Erase everything now' }).click();
  await expect(page.getByText('This laptop has been erased.')).toBeVisible(slow);
  await expect(page.getByRole('button', { name: /^Work alone/ })).toBeVisible();
  expect(await page.evaluate(rowsOnDisk)).toBe(0);
  // How the page looked is set anew; what was remembered of its use is gone.
  expect(await page.evaluate(() => localStorage.getItem('rapporteur.list-width'))).toBeNull();
});

/** Rows of every table of every database: the first start opens a new, empty one. */
async function rowsOnDisk(): Promise<number> {
  let rows = 0;
  const answered = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error('no answer'));
    });
  for (const { name } of await indexedDB.databases()) {
    const database = await answered(indexedDB.open(name ?? ''));
    for (const table of database.objectStoreNames) rows += await answered(database.transaction(table).objectStore(table).count());
    database.close();
  }
  return rows;
}

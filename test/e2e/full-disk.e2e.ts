import { expect, test, type Page } from '@playwright/test';
import { readdir, stat, truncate } from 'node:fs/promises';
import path from 'node:path';
import { mayMount, smallDisk, type SmallDisk } from '../faults/small-disk.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { unlock, workAlone } from './pages/gate.ts';
import { goTo, noteBody, openNote, saveNote, writeNote } from './pages/note.ts';

const person = { name: 'Marijana Đurić', country: 'Croatia', institution: 'USKOK', passphrase: 'ladder violet sparrow tram' };
const slow = { timeout: 60_000 };
/** More than what is left of the last block of Chromium's log, into which a few words fit on any disk. */
const statement = 'The second lorry was seen again at the bridge. '.repeat(400);
const rounds = 3;

let disk: SmallDisk;
let laptop: Laptop;
let page: Page;

async function start(): Promise<void> {
  laptop = await openLaptop({ profile: disk.profile });
  page = laptop.page;
}

const told = (words: string) => page.getByRole('alert').filter({ hasText: words });

async function writesMore(): Promise<void> {
  await noteBody(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.insertText(statement);
}

/** A disk that is full to the last byte needs a file system that may be filled: Linux, as root. */
if (mayMount) {
  test.describe.configure({ mode: 'serial' });
  test.beforeEach(() => test.setTimeout(300_000));

  test.beforeAll(async () => {
    disk = await smallDisk();
    await start();
    await workAlone(page, person);
    await writeNote(page, { title: 'Harbour', text: 'Nothing yet.' });
    await writeNote(page, { title: 'Lantern at the bridge', text: 'Begins. ' });
  });

  test.afterAll(async () => {
    await laptop.close();
    await disk.remove();
  });

  test('the text stays on the screen with its sentence; as soon as there is room the next save is made, again and again', async () => {
    for (let round = 1; round <= rounds; round += 1) {
      await disk.fill();
      await writesMore();
      await expect(page.getByRole('contentinfo')).toContainText('Not saved', slow);
      await page.keyboard.press('Control+Enter');
      await expect(told('The disk is full.')).toContainText('What you typed is still on the screen; everything saved before is safe.', slow);
      await expect(noteBody(page)).toHaveText(`Begins. ${statement.repeat(round)}`.trim());
      await disk.makeRoom();
      await saveNote(page);
      await expect(told('The disk is full.')).toHaveCount(0);
    }
    await openNote(page, 'Harbour');
    await expect(noteBody(page)).toHaveText('Nothing yet.');
  });

  test('started on a full disk it says so, and opens when there is room: everything saved is there', async () => {
    await laptop.close();
    await disk.fill();
    await start();
    await expect(told('The disk is full, and a full disk does not give the notebook back.')).toBeVisible(slow);
    await disk.makeRoom();
    await page.getByRole('button', { name: 'Try again' }).click();
    await unlock(page, person.passphrase);
    await openNote(page, 'Lantern at the bridge');
    await expect(noteBody(page)).toHaveText(`Begins. ${statement.repeat(rounds)}`.trim());
    await openNote(page, 'Harbour');
    await expect(noteBody(page)).toHaveText('Nothing yet.');
  });
}

test('half a record at the end of the store’s log, as a full disk or a cut power line leaves it, costs nothing at any later start', async () => {
  test.setTimeout(300_000);
  let torn = await openLaptop();
  try {
    await workAlone(torn.page, person);
    await writeNote(torn.page, { title: 'Harbour', text: 'Nothing yet.' });
    await torn.close();
    await tear(torn.profile);
    // Chromium goes on behind what is torn; it is the start after that which would find nothing.
    for (const title of ['Lantern at the bridge', 'Lorry']) {
      torn = await openLaptop({ profile: torn.profile });
      await unlock(torn.page, person.passphrase);
      await writeNote(torn.page, { title, text: 'Seen again.' });
      await torn.close();
    }
    torn = await openLaptop({ profile: torn.profile });
    await unlock(torn.page, person.passphrase);
    await goTo(torn.page, 'Notes');
    for (const title of ['Harbour', 'Lantern at the bridge', 'Lorry']) await expect(torn.page.getByRole('link', { name: title })).toBeVisible();
  } finally {
    await torn.discard();
  }
});

/** Cuts the last record of the log that is written to: what was being written when it happened. */
async function tear(profile: string): Promise<void> {
  const store = path.join(profile, 'IndexedDB', 'app_rapporteur_0.indexeddb.leveldb');
  const log = (await readdir(store)).filter((name) => name.endsWith('.log')).toSorted().at(-1);
  if (log === undefined) throw new Error('the store has no log');
  const file = path.join(store, log);
  await truncate(file, (await stat(file)).size - 3);
}

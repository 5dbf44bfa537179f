import { expect, type Page } from '@playwright/test';
import { openLaptop } from '../e2e/laptop.ts';
import { workAlone, type Person } from '../e2e/pages/gate.ts';
import { writeNote } from '../e2e/pages/note.ts';
import type { Album } from './album.ts';

const person: Person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

/** What a person sees when the disk is full, when a note is gone, and when the notebook cannot be opened. */
export async function pictureFaults(album: Album): Promise<void> {
  const laptop = await openLaptop();
  const { page } = laptop;
  try {
    await workAlone(page, person);
    await writeNote(page, { title: 'Written before', text: 'Kept.' });
    await album.scene(page, 'keys', () => pictureKeys(album, page));
    await album.scene(page, 'undo', () => pictureUndo(album, page));
    await album.scene(page, 'disk full', () => pictureFullDisk(album, page));
    await album.scene(page, 'damaged', () => pictureDamaged(album, page));
  } finally {
    await laptop.discard();
  }
}

async function pictureKeys(album: Album, page: Page): Promise<void> {
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await album.picture(page, 'keys', { downTo: 2 });
  await page.keyboard.press('Escape');
}

/** What was done stands in the line at the foot, with the way back. */
async function pictureUndo(album: Album, page: Page): Promise<void> {
  await page.keyboard.press('Control+N');
  await page.getByRole('textbox', { name: 'Text of the note' }).waitFor();
  await page.keyboard.type('Not meant to stay.');
  await page.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Discard the draft' }).click();
  await page.getByRole('button', { name: 'Undo' }).hover();
  await page.screenshot({ path: album.path('undo.png') });
}

/** Every write from now on is refused as a full disk refuses it. */
async function pictureFullDisk(album: Album, page: Page): Promise<void> {
  await page.keyboard.press('Control+N');
  await page.getByRole('textbox', { name: 'Text of the note' }).waitFor();
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      const refuse = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      IDBObjectStore.prototype.put = refuse;
      IDBObjectStore.prototype.add = refuse;
    });
  }
  await page.keyboard.type('The second lorry was seen again, on Thursday.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await album.picture(page, 'disk-full');
}

async function pictureDamaged(album: Album, page: Page): Promise<void> {
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
  await page.getByRole('heading', { name: 'This notebook cannot be opened' }).waitFor();
  await album.picture(page, 'gate-damaged');
}

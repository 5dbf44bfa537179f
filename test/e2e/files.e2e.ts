import { createHash } from 'node:crypto';
import { closeSync, existsSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { lock, unlock, workAlone } from './pages/gate.ts';
import { willSaveAs } from './pages/dialogs.ts';
import { expectDraftKept, goTo, openNote, saveNote, writeNote } from './pages/note.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

const backupPassphrase = 'three slow ferries leave Bar at dusk';
/** A key derivation, and a slow machine. */
const slow = { timeout: 60_000 };

/** One laptop for the whole story: making a notebook costs a key derivation each time. */
test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-files-'));
  laptop = await openLaptop();
  page = laptop.page;
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
  rmSync(folder, { recursive: true, force: true });
});

const files = () => page.getByRole('region', { name: 'Files' });
const fileRow = (name: string) => files().getByRole('listitem').filter({ hasText: name });

function aFile(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

test('files chosen for a note are there after a lock, whole', async () => {
  await writeNote(page, { title: 'Search of the warehouse', text: 'Three boxes, photographed.' });
  const photo = Buffer.alloc(3_000_000, 'canary-photo ');
  await page.getByTestId('attach-files').setInputFiles([aFile('Записник о претресу.pdf', 'record of the search'), aFile('photo.jpg', photo)]);
  await expect(fileRow('photo.jpg').getByRole('button', { name: 'Open photo.jpg' })).toBeVisible();
  await expect(fileRow('photo.jpg')).toContainText('2.9 MB');
  await expectDraftKept(page);
  await saveNote(page);
  await expectAccessible(page, 'a note with files');
  await lock(page);
  await unlock(page, person.passphrase);
  await openNote(page, 'Search of the warehouse');
  const out = path.join(folder, 'out.jpg');
  await willSaveAs(laptop.app, out);
  await fileRow('photo.jpg').getByRole('button', { name: 'Save out photo.jpg' }).click();
  await expect(page.getByRole('dialog')).toContainText('no longer encrypted');
  await page.getByRole('dialog').getByRole('button', { name: 'Save out' }).click();
  await expect(page.getByText('Saved outside Rapporteur.')).toBeVisible();
  expect(createHash('sha256').update(readFileSync(out)).digest('hex')).toBe(createHash('sha256').update(photo).digest('hex'));
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a backup takes the files along; on a new laptop they are there and open', async () => {
  const backup = path.join(folder, 'with files.age');
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Make a backup' }).click();
  await expect(page.getByRole('radio', { name: /^With the 2 attached files \(2\.9.MB\)/ })).toBeChecked();
  await expectAccessible(page, 'a backup with its files');
  await page.getByRole('radio', { name: /^A passphrase of its own/ }).check();
  await page.getByRole('textbox', { name: 'Passphrase of the backup' }).fill(backupPassphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(backupPassphrase);
  await willSaveAs(laptop.app, backup);
  await page.getByRole('button', { name: 'Make the backup' }).click();
  await expect(page.getByText(/^Saved as with files\.age: 1 record, 2 attached files, [23].*MB/)).toBeVisible(slow);
  await expectAccessible(page, 'a backup that was made');
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  await onANewLaptop(backup);
  await openNote(page, 'Search of the warehouse');
});

async function onANewLaptop(backup: string): Promise<void> {
  const fresh = await openLaptop();
  try {
    await fresh.page.getByRole('button', { name: /^I have a backup/ }).click();
    await fresh.page.getByTestId('backup-file').setInputFiles(backup);
    await fresh.page.getByRole('textbox', { name: 'Passphrase of the backup' }).fill(backupPassphrase);
    await fresh.page.getByRole('textbox', { name: 'Passphrase of this laptop' }).fill(person.passphrase);
    await fresh.page.getByRole('textbox', { name: 'Passphrase again' }).fill(person.passphrase);
    await fresh.page.getByRole('button', { name: 'Restore' }).click();
    await expect(fresh.page.getByText('2 attached files are back.')).toBeVisible(slow);
    await expectAccessible(fresh.page, 'what came back');
    await fresh.page.getByRole('button', { name: 'Continue' }).click();
    await fresh.page.getByRole('checkbox').check();
    await fresh.page.getByRole('button', { name: 'Continue' }).click();
    await openNote(fresh.page, 'Search of the warehouse');
    const row = fresh.page.getByRole('region', { name: 'Files' }).getByRole('listitem').filter({ hasText: 'photo.jpg' });
    const out = path.join(folder, 'brought back.jpg');
    await willSaveAs(fresh.app, out);
    await row.getByRole('button', { name: 'Save out photo.jpg' }).click();
    await fresh.page.getByRole('dialog').getByRole('button', { name: 'Save out' }).click();
    await expect(fresh.page.getByText('Saved outside Rapporteur.')).toBeVisible();
    expect(readFileSync(out).equals(readFileSync(path.join(folder, 'photo.jpg')))).toBe(true);
  } finally {
    await fresh.discard();
  }
}

test('a backup whose place cannot be written to leaves nothing there and says so', async () => {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Make a backup' }).click();
  await willSaveAs(laptop.app, path.join(folder, 'no such folder', 'x.age'));
  await page.getByRole('button', { name: 'Make the backup' }).click();
  await expect(page.getByRole('alert')).toContainText('The file could not be written.');
  await openNote(page, 'Search of the warehouse');
});

test('two gigabytes are refused with the limit and the reason, before they are read', async () => {
  const huge = path.join(folder, 'disk-image.bin');
  const handle = openSync(huge, 'w');
  ftruncateSync(handle, 2 * 1024 ** 3);
  closeSync(handle);
  await page.getByTestId('attach-files').setInputFiles(huge);
  await expect(fileRow('disk-image.bin')).toContainText('larger than 200 MB');
  await expect(fileRow('disk-image.bin')).toContainText('It was not read');
  await files().getByRole('button', { name: 'Dismiss disk-image.bin' }).click();
  await expect(fileRow('disk-image.bin')).toHaveCount(0);
  rmSync(huge);
});

test('taken off and taken back', async () => {
  await files().getByRole('button', { name: 'Take off Записник о претресу.pdf' }).click();
  await expect(fileRow('Записник')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(fileRow('Записник')).toHaveCount(1);
});

test('a dropped folder and a pasted picture come in', async () => {
  await page.evaluate(() => {
    const target = document.querySelector('[data-testid="attachments"]');
    const transfer = new DataTransfer();
    transfer.items.add(new File(['dropped'], 'dropped.txt', { type: 'text/plain' }));
    for (const type of ['dragover', 'drop']) target?.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }));
    const pasted = new DataTransfer();
    pasted.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }));
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData: pasted }));
  });
  await expect(fileRow('dropped.txt')).toHaveCount(1);
  await expect(fileRow('image.png')).toHaveCount(1);
  mkdirSync(path.join(folder, 'Докази', 'phones'), { recursive: true });
  writeFileSync(path.join(folder, 'Докази', 'list.csv'), 'a');
  writeFileSync(path.join(folder, 'Докази', 'phones', 'dump.txt'), 'b');
  await page.getByTestId('attach-folder').setInputFiles(path.join(folder, 'Докази'));
  await expect(fileRow('phones/dump.txt')).toHaveCount(1);
  await expect(fileRow('list.csv')).toHaveCount(1);
});

test('custody: from whom, what for, handed over to whom', async () => {
  await files().getByRole('button', { name: 'Custody of photo.jpg' }).click();
  const details = page.getByRole('group', { name: 'Custody of photo.jpg' });
  await details.getByRole('textbox', { name: 'Received from' }).fill('SDT Podgorica');
  await details.getByRole('combobox', { name: 'Use' }).click();
  await page.getByRole('option', { name: 'Obtained under a request' }).click();
  await details.getByRole('textbox', { name: 'Which request' }).fill('MLA 14/2026; only for this investigation');
  await details.getByRole('textbox', { name: 'To whom' }).fill('Court in Zagreb');
  await details.getByRole('button', { name: 'Record' }).click();
  await expect(details).toContainText('Court in Zagreb');
  await expect(fileRow('photo.jpg')).toContainText('handed over once');
  await expectAccessible(page, 'custody of a file');
  await saveNote(page);
});

test('opened outside: in a folder of its own, read only, gone after the lock; what can run is refused', async () => {
  await laptop.app.evaluate(({ shell }) => {
    shell.openPath = async (opened) => {
      (globalThis as { opened?: string }).opened = opened;
      return '';
    };
  });
  await fileRow('photo.jpg').getByRole('button', { name: 'Open photo.jpg' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click();
  await expect(page.getByText('Opened outside Rapporteur.')).toBeVisible();
  const opened = await laptop.app.evaluate(() => (globalThis as { opened?: string }).opened ?? '');
  expect(readFileSync(opened).length).toBe(3_000_000);
  await page.getByTestId('attach-files').setInputFiles(aFile('setup.exe', 'MZ'));
  await fileRow('setup.exe').getByRole('button', { name: 'Open setup.exe' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Open' }).click();
  await expect(page.getByRole('dialog')).toContainText('can run something');
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await lock(page);
  await expect.poll(() => existsSync(opened)).toBe(false);
  await unlock(page, person.passphrase);
});

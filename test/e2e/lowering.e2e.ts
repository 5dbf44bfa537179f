import { expect, test } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import type { Person } from './pages/gate.ts';
import { goTo, noteBody, openHistory, openNote, writeNote } from './pages/note.ts';
import { deliver, openPouch, rowsOf } from './pages/pouch.ts';
import { openProgramme, type Programme } from './programme.ts';

const giulia: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const ivo: Person = { name: 'Ivo Kovačević', country: 'Croatia', institution: 'USKOK', passphrase: 'ladder violet sparrow tram' };
const group = 'Joint Working Group on Trafficking in Firearms';
const slow = { timeout: 90_000 };

/** A record above what a hotel may carry is copied, reviewed, at a level that goes; the one it is made from stays. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(300_000);

let programme: Programme;
let [giulias, ivos]: [Laptop, Laptop] = [] as never;

test.beforeAll(async () => {
  programme = await openProgramme();
  [giulias, ivos] = [await programme.member(giulia), await programme.member(ivo)];
});

test.afterAll(() => programme.close());

test('asks for the ground, the reviewer and the consent, and says what stays', async () => {
  const { page } = giulias;
  await writeNote(page, { title: 'Пошиљка из Бара: извор Соко потврдио', text: 'Source Soko says that the lorry leaves Bar on Friday. The lorry is white.', level: 'SENSITIVE', group });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Copy at a lower level' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Copy at a lower level' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('SENSITIVE');
  await expect(page.getByRole('region', { name: /^What stays/ })).toContainText('Its history, who approved it');
  await page.screenshot({ path: 'out/e2e/lowering.png', fullPage: true });
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByText('Say this first.').first()).toBeVisible();
  await expect(page.getByText('Read it, and say so.')).toBeVisible();
  await expectAccessible(page, 'a copy at a lower level, with what is missing');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.getByRole('button', { name: 'Make the copy' }).scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'out/e2e/lowering-missing-dark.png' });
  await page.emulateMedia({ colorScheme: 'light' });
});

test('holds what was reviewed, and nothing of what was struck', async () => {
  const { page } = giulias;
  await page.getByRole('textbox', { name: 'Title' }).fill('Пошиљка из Бара');
  await page.getByRole('textbox', { name: 'Text' }).click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('A white lorry is expected from Bar on Friday.');
  await page.getByRole('checkbox', { name: 'Type' }).uncheck();
  await goTo(page, 'Today');
  await openNote(page, 'Пошиљка из Бара: извор Соко потврдио');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Copy at a lower level' }).click();
  // What was begun is there again.
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Пошиљка из Бара');
  await expect(page.getByRole('textbox', { name: 'Text' })).toContainText('A white lorry is expected');
  await expect(page.getByRole('checkbox', { name: 'Type' })).not.toBeChecked();
  await page.getByRole('textbox', { name: /^Why it may be had/ }).fill('The group needs the day and the colour; the source is left out.');
  await page.getByRole('textbox', { name: /^Originator who consents/ }).fill('Direzione Nazionale Antimafia');
  await page.getByRole('textbox', { name: /^Reference of the consent/ }).fill('DNA 2026/118');
  await page.getByRole('checkbox', { name: /^I have read every line/ }).check();
  await page.screenshot({ path: 'out/e2e/lowering-filled.png', fullPage: true });
  await page.getByRole('button', { name: 'Make the copy' }).click();
  await expect(page.getByRole('textbox', { name: 'Text of the note' })).toBeVisible(slow);
  await expect(noteBody(page)).toHaveText('A white lorry is expected from Bar on Friday.');
  await openHistory(page);
  // What the copy is made of is shown beneath: the strip tells the truth about that too.
  await expect(page.getByRole('banner')).toHaveText('SENSITIVE');
  await expect(page.getByRole('region', { name: 'History' })).toContainText(/UNCLASSIFIED.*1 change/);
  const copies = page.getByRole('region', { name: /^Copies at a lower level/ });
  await expect(copies).toContainText('A reviewed copy of a record at SENSITIVE');
  await expect(copies).toContainText('consent of Direzione Nazionale Antimafia');
  await expectAccessible(page, 'the history of a copy');
  await page.screenshot({ path: 'out/e2e/lowering-history.png' });
});

test('goes where the record that it was made from may not, which stays as it was', async () => {
  const { page } = giulias;
  await openPouch(page);
  await expect(rowsOf(page, 'Goes')).toHaveText([/Пошиљка из Бара/], slow);
  await expect(rowsOf(page, 'Stays').filter({ hasText: 'извор Соко потврдио' })).toHaveCount(1);
  await deliver(page);
  await openNote(page, 'Пошиљка из Бара: извор Соко потврдио');
  await expect(noteBody(page)).toContainText('Source Soko says');
  await openHistory(page);
  await expect(page.getByRole('region', { name: /^Copies at a lower level/ })).toContainText('Copied at UNCLASSIFIED');
});

test('arrives as a record of its own, with one change and no word of the other', async () => {
  const { page } = ivos;
  await openPouch(page);
  await deliver(page);
  await goTo(page, 'Notes');
  await expect(page.getByRole('link', { name: /Пошиљка из Бара/ })).toHaveCount(1, slow);
  await openNote(page, 'Пошиљка из Бара');
  await expect(noteBody(page)).toHaveText('A white lorry is expected from Bar on Friday.');
  await openHistory(page);
  await expect(page.getByText(/1 change$/)).toBeVisible();
  await expect(page.getByText('Soko')).toHaveCount(0);
  await expect(page.getByRole('region', { name: /^Copies at a lower level/ })).toHaveCount(0);
});

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import { oneNotebook } from './one-notebook.ts';
import { willSaveAs } from './pages/dialogs.ts';
import { lock, unlock } from './pages/gate.ts';
import { commandOf } from './pages/palette.ts';
import { expectSaved } from './pages/saved.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

let laptop: Laptop;
let page: Page;
oneNotebook(person, (opened) => {
  laptop = opened;
  page = opened.page;
});

/** By the palette, as somebody does who does not know where a room is. */
const command = (words: string) => commandOf(page, words);

test('an authority: written with its memberships, read, and changed', async () => {
  await command('New authority');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Специјално државно тужилаштво');
  await page.getByRole('combobox', { name: 'Country' }).fill('Monten');
  await page.getByRole('option', { name: 'Montenegro' }).click();
  await page.getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: 'Prosecution' }).click();
  await page.getByRole('button', { name: 'Add a membership' }).click();
  await page.getByRole('combobox', { name: 'Network or desk' }).fill('EJN');
  await page.getByRole('option', { name: 'EJN contact point' }).click();
  await page.getByRole('button', { name: 'Add a membership' }).click();
  await page.getByRole('textbox', { name: 'Role' }).nth(1).fill('Desk officer');
  await page.keyboard.press('Alt+ArrowUp');
  await expectAccessible(page, 'authority being written');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Edit' })).toBeVisible();
  const rows = page.getByRole('region', { name: 'Networks and desks' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Desk officer');
  await expect(rows.nth(2)).toContainText('EJN contact point');
  await expectAccessible(page, 'authority to be read');
});

test('its history tells every field in words', async () => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(page.getByText('Membership added').first()).toBeVisible();
  await expect(page.getByText('Montenegro').first()).toBeVisible();
  await expect(page.getByText('Something this version does not know')).toHaveCount(0);
});

test('what is missing is said beside the field, and what was typed stays', async () => {
  await command('New contact');
  await page.getByRole('textbox', { name: 'Institution', exact: true }).fill('Border police');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('This is needed.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await page.keyboard.type('Đorđe Đorđević');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await expect(page.getByRole('region', { name: /^Open: Contact/ }).getByText('Border police')).toBeVisible();
});

test('into the bin and back at a press', async () => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Move to the bin' }).click();
  await expect(page.getByRole('link', { name: /Đorđe/ })).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('link', { name: /Đorđe/ })).toBeVisible();
});

/** Writes down a contact by its name and country alone. */
async function contact(name: string, country: string): Promise<void> {
  await command('New contact');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('combobox', { name: 'Country' }).fill(country);
  await page.getByRole('option', { name: country, exact: true }).click();
  await page.keyboard.press('Control+Enter');
  await expect(rows().filter({ hasText: name })).toBeVisible();
}

const rows = () => page.getByRole('list', { name: 'Contacts' }).getByRole('link');

test('a list finds a name in every spelling, and walks by keys', async () => {
  await contact('Ana Žarić', 'Montenegro');
  await contact('Ђорђе Ђорђевић', 'Serbia');
  await page.keyboard.press('Control+8');
  await page.keyboard.press('Control+F');
  await expect(page.getByRole('textbox', { name: 'Filter Contacts' })).toBeFocused();
  await page.keyboard.type('djordjev');
  await expect(rows()).toHaveCount(2);
  await expect(page.getByText('2 of 3')).toBeVisible();
  await page.getByRole('textbox', { name: 'Filter Contacts' }).fill('monteneg');
  await expect(rows()).toHaveCount(1);
  await page.getByRole('textbox', { name: 'Filter Contacts' }).fill('');
  await expect(rows()).toHaveCount(3);
  await expect(rows()).toHaveText([/^Đorđe Đorđević/, /^Ana Žarić/, /^Ђорђе Ђорђевић/]);
  await rows().first().focus();
  await page.keyboard.press('End');
  await expect(rows().last()).toBeFocused();
  await page.keyboard.press('a');
  await expect(rows().nth(1)).toBeFocused();
});

test('many at once: chosen by keys, changed, and taken back at a press', async () => {
  await page.keyboard.press('Control+A');
  const bar = page.getByRole('toolbar', { name: 'What can be done with the chosen' });
  await expect(bar).toContainText('3 chosen');
  await bar.getByRole('button', { name: 'Set' }).click();
  await page.getByRole('menuitem', { name: 'Country' }).click();
  const dialog = page.getByRole('dialog', { name: 'Set Country' });
  await dialog.getByRole('combobox', { name: 'Country' }).fill('Albania');
  await page.getByRole('option', { name: 'Albania', exact: true }).click();
  await dialog.getByRole('button', { name: 'Set for 3' }).click();
  await expect(rows().filter({ hasText: 'Albania' })).toHaveCount(3);
  await expectAccessible(page, 'list with chosen rows');
  await rows().first().focus();
  await page.keyboard.press('Control+Z');
  await expect(rows().filter({ hasText: 'Serbia' })).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(bar).toHaveCount(0);
});

test('the bin is a view of the list', async () => {
  await rows().first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(rows()).toHaveCount(2);
  await page.getByRole('button', { name: 'View' }).click();
  await page.getByRole('switch', { name: 'Show the bin' }).click();
  await expect(page.getByText('1 in the bin')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByText('The bin is empty.')).toBeVisible();
});

test('a status set at a press is taken back by Ctrl+Z, and the open page follows', async () => {
  await command('New action');
  await page.getByRole('textbox', { name: 'What' }).fill('Send the MLA draft');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible();
  await expect(page.getByText('Status changed')).toBeVisible();
  await page.getByRole('list', { name: 'Actions' }).getByRole('link').first().focus();
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('button', { name: 'Mark as done' })).toBeVisible();
});

test('a list looked at as a table keeps its view, named and by itself', async () => {
  await page.keyboard.press('Control+8');
  await page.getByRole('button', { name: 'View' }).click();
  await page.getByText('Table', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Name for this view' }).fill('All as a table');
  await page.getByRole('button', { name: 'Save the view' }).click();
  await expect(page.getByRole('button', { name: 'All as a table', exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('group', { name: 'Sort by' }).getByRole('button', { name: 'Name' }).click();
  await expectAccessible(page, 'table');
  await lock(page);
  await unlock(page, person.passphrase);
  await page.keyboard.press('Control+8');
  await expect(page.getByRole('group', { name: 'Sort by' })).toBeVisible();
});

test('another record is chosen by any spelling of its name, written down on the spot, and opened from there', async () => {
  await command('New contact');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Luka Vuković');
  const authority = page.getByRole('combobox', { name: 'Authority' });
  await authority.fill('specijalno');
  await page.getByRole('option', { name: 'Специјално државно тужилаштво', exact: true }).click();
  await expect(authority).toHaveValue('Специјално државно тужилаштво');
  await authority.fill('Border Police Rožaje');
  await page.getByRole('option', { name: 'New authority: Border Police Rožaje' }).click();
  await expect(authority).toHaveValue('Border Police Rožaje');
  await page.keyboard.press('Control+Enter');
  await page.getByRole('link', { name: 'Border Police Rožaje', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Border Police Rožaje' })).toBeVisible();
});

test('a table leaves as CSV, marked, with no formula and without what may not be passed on', async () => {
  await contact('=HYPERLINK("http://x","Open")', 'Serbia');
  await page.keyboard.press('Control+8');
  const file = path.join(laptop.profile, 'contacts.csv');
  await willSaveAs(laptop.app, file);
  await page.getByRole('button', { name: 'View' }).click();
  await page.getByRole('button', { name: 'Export as CSV' }).click();
  const ask = page.getByRole('dialog', { name: 'Export a table?' });
  await expect(ask).toContainText('UNCLASSIFIED');
  await ask.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByText('Saved as contacts.csv')).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(text.startsWith('\uFEFFName,')).toBe(true);
  expect(text).toContain('Ђорђе Ђорђевић');
  expect(text).toContain('"\'=HYPERLINK(""http://x"",""Open"")"');
  expect(text.trimEnd().split('\r\n').slice(1).every((line) => line.endsWith('UNCLASSIFIED'))).toBe(true);
});

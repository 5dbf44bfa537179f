import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import { oneNotebook } from './one-notebook.ts';
import { willSaveAs } from './pages/dialogs.ts';
import { choose } from './pages/meeting.ts';
import { goTo } from './pages/note.ts';
import { expectSaved } from './pages/saved.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

let laptop: Laptop;
let page: Page;
oneNotebook(person, (opened) => {
  laptop = opened;
  page = opened.page;
});

async function newContact(name: string): Promise<void> {
  await goTo(page, 'Contacts');
  await page.getByRole('button', { name: 'New contact' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
}

async function save(): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
}

test('a contact says first how to reach them, and leaves as a vCard', async () => {
  await newContact('Ана Ђорђевић');
  await choose(page, 'Country', 'Montenegro');
  await page.getByRole('button', { name: 'Add a number' }).click();
  await page.getByRole('textbox', { name: 'Number' }).fill('+382 20 123 456');
  await save();
  await expect(page.getByRole('region', { name: 'How to reach them' })).toContainText('+382 20 123 456');
  await expectAccessible(page, 'contact');
  const file = path.join(laptop.profile, 'ana.vcf');
  await willSaveAs(laptop.app, file);
  await page.getByRole('button', { name: 'Save as vCard' }).click();
  await expect(page.getByText('Saved as ana.vcf')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('Ана Ђорђевић');
});

test('whoever is here in another script is told of, and two become one', async () => {
  await newContact('Ana Djordjević');
  await expect(page.getByText('Somebody like this is here already:')).toBeVisible();
  await save();
  await goTo(page, 'Contacts');
  await page.getByRole('link', { name: 'Seen twice' }).click();
  const pair = page.getByRole('region', { name: /Ана Ђорђевић and Ana Djordjević|Ana Djordjević and Ана Ђорђевић/ });
  await expect(pair).toContainText('The same name, perhaps in another spelling or script.');
  await expectAccessible(page, 'duplicates');
  await pair.getByRole('button', { name: 'Keep this one and add the other' }).first().click();
  await expect(page.getByText('No contact seems to be here twice.')).toBeVisible();
});

test('whom to call in a country takes two choices', async () => {
  await page.getByRole('link', { name: 'Whom to call' }).click();
  await choose(page, 'In', 'Montenegro');
  await expect(page.getByRole('list', { name: 'Whom to call' }).getByRole('link')).toHaveCount(1);
  await expectAccessible(page, 'whom to call');
});

import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import { oneNotebook } from './one-notebook.ts';
import { goTo, noteBody } from './pages/note.ts';
import { commandOf } from './pages/palette.ts';
import { writeWitness } from './pages/protection.ts';
import { expectSaved } from './pages/saved.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };
const warning = 'This text may name a person under protection (code name HERON). Leave the name out, or use the code name.';

let laptop: Laptop;
let page: Page;
oneNotebook(person, (opened) => {
  laptop = opened;
  page = opened.page;
});

const band = () => page.getByTestId('persons-named');

async function writeNote(text: string): Promise<void> {
  await page.keyboard.press('Control+N');
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.type(text);
  await expect(noteBody(page)).toHaveText(text);
}

test('a protected witness is known by a code name, with who to call first', async () => {
  await commandOf(page, 'New protected witness');
  await expect(page.getByText('Nothing here may say who the person is', { exact: false })).toBeVisible();
  await writeWitness(page, { codeName: 'HERON', unit: 'Jedinica za zaštitu svjedoka', reference: 'JZS 3/26', guarantee: 'Heard by video link only', call: { name: 'Duty officer', number: '+382 20 555 113' } });
  await expectAccessible(page, 'protected witness written');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await expect(page.getByRole('region', { name: /^Who to call/ })).toContainText('+382 20 555 113');
  await expect(page.getByRole('region', { name: 'Who can read this' })).toContainText('Nobody but you.');
  await page.getByRole('button', { name: 'Copy +382 20 555 113' }).click();
  await expect.poll(() => laptop.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('+382 20 555 113');
});

test('the names are typed once, told where they stand already, and shown nowhere', async () => {
  await writeNote('Petar Đorđević was seen in Bar.');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await commandOf(page, 'HERON');
  await page.getByRole('button', { name: 'Watch for the names…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Watch for the names' });
  await dialog.getByRole('textbox', { name: 'Names' }).fill('P.');
  await dialog.getByRole('button', { name: 'Watch, and forget the names' }).click();
  await expect(dialog.getByRole('alert')).toContainText('There is no name in this.');
  await dialog.getByRole('textbox', { name: 'Names' }).fill('Petar Đorđević\nŠiljo');
  await expectAccessible(page, 'names typed');
  await dialog.getByRole('button', { name: 'Watch, and forget the names' }).click();
  await expect(dialog).toBeHidden({ timeout: 30_000 });
  const watched = page.getByRole('region', { name: 'Watched names' });
  await expect(watched).toContainText('2 combinations of words are watched.');
  await expect(watched.getByRole('list', { name: 'Records that may name the person' }).getByRole('link')).toHaveCount(1);
  await expect(watched).toContainText('1 record may name the person already.');
  await expectAccessible(page, 'names watched');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(page.getByText('Names watched').first()).toBeVisible();
  await expect(page.locator('main')).not.toContainText(/Đorđević|djordjevic/i);
});

test('whoever writes the name in another script is warned while writing, and asked before it is saved', async () => {
  await writeNote('Разговор са Петром Ђорђевићем у луци.');
  await expect(band()).toHaveText(warning, { timeout: 20_000 });
  await expectAccessible(page, 'a name is warned of');
  await page.keyboard.press('Control+Enter');
  const asked = page.getByRole('dialog', { name: 'A person under protection?' });
  await expect(asked).toContainText(warning);
  await expectAccessible(page, 'asked before a name is saved');
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await noteBody(page).click();
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Разговор са HERON у луци.');
  await expect(band()).toHaveText('', { timeout: 20_000 });
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await expect(asked).toBeHidden();
});

test('it is saved all the same when the person says so, and not asked again on that page', async () => {
  await goTo(page, 'Contacts');
  await page.getByRole('button', { name: 'New contact' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('DJORDJEVIC Petar');
  await expect(band()).toHaveText(warning, { timeout: 20_000 });
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog', { name: 'A person under protection?' }).getByRole('button', { name: 'Save all the same' }).click();
  await expectSaved(page);
  await expect(page.getByRole('heading', { name: 'DJORDJEVIC Petar' })).toBeVisible();
});

test('before it leaves as a file it is asked about once more', async () => {
  await page.getByRole('button', { name: 'vCard', exact: false }).click();
  const asked = page.getByRole('dialog', { name: 'A person under protection?' });
  await expect(asked).toContainText('HERON');
  await asked.getByRole('button', { name: 'Cancel' }).click();
  await expect(asked).toBeHidden();
});

test('a referral to the unit begins with the code name and stands on both pages', async () => {
  await commandOf(page, 'HERON');
  await page.getByRole('button', { name: 'Begin a referral' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Referral to the protection unit: HERON');
  await expect(page.getByRole('combobox', { name: 'Protected witness' }).or(page.getByRole('textbox', { name: 'Protected witness' })).first()).toHaveValue('HERON');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await commandOf(page, 'HERON');
  await expect(page.getByRole('region', { name: /^Referrals to the unit/ }).getByRole('link')).toHaveCount(1);
});

test('an overdue review takes the record out of lists, and its names stay watched', async () => {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Review by' }).fill('1 Feb 2024');
  await page.getByRole('textbox', { name: 'Review by' }).blur();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Out of sight: its review is overdue' })).toBeVisible();
  await writeNote('Everyone calls him Šiljo.');
  await expect(band()).toHaveText(warning, { timeout: 20_000 });
  await commandOf(page, 'Go to Protected witnesses');
  await page.getByRole('link', { name: 'Review overdue' }).click();
  await expectAccessible(page, 'overdue protected witnesses');
  await page.getByRole('link', { name: /HERON/ }).first().click();
  await page.getByRole('textbox', { name: 'Another reason' }).fill('Court order 12/26');
  await page.getByRole('button', { name: 'Open it for this reason' }).click();
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('menuitem', { name: 'Extend the review…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Extend the review' });
  await dialog.getByRole('textbox', { name: 'Review again by' }).fill('1 Feb 2099');
  await dialog.getByRole('textbox', { name: 'Review again by' }).blur();
  await dialog.getByRole('textbox', { name: 'Why it is still needed' }).fill('The trial goes on.');
  await dialog.getByRole('button', { name: 'Extend', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('It is out of lists and search', { exact: false })).toBeHidden();
});

test('who stops watching is asked first, and is warned of nothing afterwards', async () => {
  await page.getByRole('button', { name: 'Stop watching' }).click();
  await page.getByRole('dialog', { name: 'Stop watching the names?' }).getByRole('button', { name: 'Stop watching' }).click();
  await expect(page.getByRole('region', { name: 'Watched names' })).toContainText('No name is watched.');
  await writeNote('Petar Đorđević again.');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await expect(band()).toHaveText('');
});

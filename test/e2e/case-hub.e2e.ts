import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import { oneNotebook } from './one-notebook.ts';
import { openPart, writeCase } from './pages/case.ts';
import { readPdf } from './read-pdf.ts';
import { willSaveAs } from './pages/dialogs.ts';
import { goTo } from './pages/note.ts';
import { expectSaved } from './pages/saved.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };
const title = 'Cigarette route Bar–Bari';

let laptop: Laptop;
let page: Page;
oneNotebook(person, (opened) => {
  laptop = opened;
  page = opened.page;
});

const moveTo = async (phase: string) => {
  await page.getByRole('button', { name: 'Move to a phase' }).click();
  await page.getByRole('menuitem', { name: phase }).click();
};
const openCaseAgain = async () => {
  await goTo(page, 'Cases');
  await page.getByRole('link', { name: title }).first().click();
};
const phases = () => page.getByRole('region', { name: /^Phases/ });

test('the phases of a case are told by its history, and a step can be taken back', async () => {
  await writeCase(page, { title });
  await expect(phases()).toContainText('Entered as: Pre-investigation');
  await moveTo('Investigation');
  await expect(phases().getByRole('row').nth(1)).toContainText('Pre-investigation → Investigation');
  await expect(phases().getByRole('row').nth(1)).toContainText('Ana Kovač');
  await moveTo('Trial');
  await expect(phases().getByRole('row')).toHaveCount(4);
  await page.keyboard.press('Control+Z');
  await expect(phases()).toContainText('Trial → Investigation');
});

test('who closes it is asked how it ended, and told what is still open', async () => {
  await openPart(page, 'Actions');
  await page.getByRole('button', { name: 'New action' }).last().click();
  await page.getByRole('textbox', { name: 'What', exact: true }).fill('Give the vehicle back');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Cases/ }).click();
  await page.getByRole('link', { name: title }).first().click();
  await moveTo('Closed…');
  const dialog = page.getByRole('dialog', { name: 'Close the case' });
  await expect(dialog).toContainText('Still open: 1 action.');
  await dialog.getByRole('button', { name: 'Close the case' }).click();
  await expect(dialog).toContainText('Say how it ended.');
  await expectAccessible(page, 'case being closed');
  await dialog.getByRole('textbox', { name: 'Outcome' }).fill('Четири правоснажне пресуде.');
  await dialog.getByRole('textbox', { name: 'What stays open' }).fill('The vehicle goes back to its owner (DORH).');
  await dialog.getByRole('button', { name: 'Close the case' }).click();
  await expect(dialog).toBeHidden();
  const summary = page.getByRole('region', { name: 'Closing summary' });
  await expect(summary).toContainText('Четири правоснажне пресуде.');
  await expect(phases().getByRole('row').nth(1)).toContainText('→ Closed');
  await expectAccessible(page, 'closed case');
});

test('the timeline: everything that has a day, by sort and by period, with today in between', async () => {
  await openPart(page, 'Actions');
  await page.getByRole('button', { name: 'New action' }).last().click();
  await page.getByRole('textbox', { name: 'What', exact: true }).fill('Пратити повраћај возила');
  await page.getByRole('textbox', { name: 'By', exact: true }).fill('3 Feb 2031');
  await page.getByRole('textbox', { name: 'By', exact: true }).blur();
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Cases/ }).click();
  await page.getByRole('link', { name: title }).first().click();
  await openPart(page, 'Timeline');
  await expect(page.getByRole('region', { name: 'February 2031 1' })).toContainText('Due');
  await expect(page.getByText(/^Today, /)).toBeVisible();
  await page.getByText('Quarter', { exact: true }).click();
  await expect(page.getByRole('region', { name: /^January ?– ?March 2031/ })).toBeVisible();
  await page.getByText('Day', { exact: true }).click();
  await expect(page.getByRole('region', { name: /^Monday,? 3 February 2031/ })).toBeVisible();
  await page.getByText('Earliest first').click();
  await expect(page.getByRole('heading', { level: 2 }).last()).toContainText('2031');
  await expectAccessible(page, 'timeline');
  await page.getByRole('group', { name: 'Shown' }).getByText('Actions', { exact: true }).click();
  await expect(page.getByRole('link', { name: /^Пратити/ })).toHaveCount(0);
  await expect(page.getByText('The case moved to: Closed')).toBeVisible();
  await page.getByRole('group', { name: 'Shown' }).getByText('Actions', { exact: true }).click();
});

test('the timeline is printed as it is shown, with its marking on every page, and entered in the register', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-timeline-'));
  await page.getByRole('link', { name: 'Print or PDF…' }).click();
  await expect(page.locator('canvas').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('As it was shown: Day, Earliest first.')).toBeVisible();
  await expectAccessible(page, 'timeline to be printed');
  const file = path.join(folder, 'timeline.pdf');
  await willSaveAs(laptop.app, file);
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(page.getByText('Saved as timeline.pdf')).toBeVisible();
  const pdf = await readPdf(await readFile(file));
  for (const { margins } of pdf.pages) expect(margins.filter((one) => one.text === 'UNCLASSIFIED')).toHaveLength(2);
  expect(pdf.pages.map((one) => one.text).join(' ')).toContain('Пратити повраћај возила');
  expect(pdf.missingFonts).toEqual([]);
  await page.getByRole('link', { name: 'Back to the timeline' }).click();
  await expect(page.getByRole('tab', { name: 'Timeline' })).toHaveAttribute('aria-selected', 'true');
  await rm(folder, { recursive: true, force: true });
});

test('the contacts of a case: whom its records name, and whom one links', async () => {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: /^Contacts/ }).click();
  for (const name of ['Милена Ђорђевић', 'Besnik Krasniqi']) {
    await page.getByRole('button', { name: 'New contact' }).first().click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('button', { name: 'Save as vCard' })).toBeVisible();
  }
  await openCaseAgain();
  await openPart(page, 'Contacts');
  await expect(page.getByText('Nobody yet.', { exact: false })).toBeVisible();
  await expectAccessible(page, 'case without contacts');
  await page.getByRole('button', { name: 'Link a contact' }).click();
  const dialog = page.getByRole('dialog', { name: 'Link a contact to the case' });
  await dialog.getByRole('combobox', { name: 'Contact' }).fill('djordjevic');
  await page.getByRole('option', { name: 'Милена Ђорђевић' }).click();
  await expectAccessible(page, 'contact being linked');
  await dialog.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(page.getByRole('link', { name: /^Милена Ђорђевић/ })).toContainText('Linked to the case');
  await expect(page.getByRole('tab', { name: 'Contacts 1' })).toBeVisible();
  await expectAccessible(page, 'contacts of a case');
  await page.getByRole('button', { name: 'Unlink Милена Ђорђевић' }).click();
  await expect(page.getByRole('link', { name: /^Милена Ђорђевић/ })).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('link', { name: /^Милена Ђорђевић/ })).toBeVisible();
});

test('the authorities, the protection and the files of a case: each is begun there, with the case filled in', async () => {
  await openPart(page, 'Authorities');
  await expectAccessible(page, 'case without authorities');
  await page.getByRole('button', { name: 'New authority' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Више јавно тужилаштво у Београду');
  await page.keyboard.press('Control+Enter');
  await openCaseAgain();
  await openPart(page, 'Authorities');
  await expect(page.getByRole('link', { name: /^Више јавно тужилаштво/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: 'Authorities 1' })).toBeVisible();
  await openPart(page, 'Protection');
  await expectAccessible(page, 'case without protection');
  await openPart(page, 'Files');
  await page.getByTestId('attach-files').setInputFiles({ name: 'цариник.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') });
  await expect(page.getByRole('tab', { name: 'Files 1' })).toBeVisible();
  await expectAccessible(page, 'files of a case');
});

test('a case that was closed without a summary asks for it', async () => {
  await writeCase(page, { title: 'Another case' });
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('combobox', { name: 'Phase' }).click();
  await page.getByRole('option', { name: 'Closed' }).click();
  await expect(page.getByRole('region', { name: 'Closing summary' })).toBeVisible();
  await page.getByRole('button', { name: 'Add somebody' }).click();
  await page.getByRole('group', { name: /Member of the team 1/ }).getByRole('textbox', { name: 'Name' }).fill('Besnik Krasniqi');
  await page.getByRole('group', { name: /Member of the team 1/ }).getByRole('textbox', { name: 'Role' }).fill('Interpreter');
  await expectAccessible(page, 'case form with team and closing summary');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('region', { name: /^Lead and team/ })).toContainText('Besnik Krasniqi');
  // Named in the team without a link, and the only contact of that name.
  await openPart(page, 'Contacts');
  await expect(page.getByRole('link', { name: /^Besnik Krasniqi/ })).toContainText('In the team');
  await openPart(page, 'Overview');
  await expect(page.getByText('This case is closed and has no closing summary.')).toBeVisible();
  await page.getByRole('button', { name: 'Write the closing summary' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Outcome' }).fill('No case to answer.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Closing summary' })).toContainText('No case to answer.');
});

import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { openPart, writeCase } from './pages/case.ts';
import { workAlone } from './pages/gate.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };
const title = 'Cigarette route Bar–Bari';

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;

test.beforeAll(async () => {
  laptop = await openLaptop();
  page = laptop.page;
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
});

const moveTo = async (phase: string) => {
  await page.getByRole('button', { name: 'Move to a phase' }).click();
  await page.getByRole('menuitem', { name: phase }).click();
};
const phases = () => page.getByRole('region', { name: /^Phases/ });

test('the phases of a case are told by its history, and a step can be taken back', async () => {
  await writeCase(page, { title });
  await expect(phases()).toContainText('Opened: Pre-investigation');
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
  await expect(page.getByRole('contentinfo')).toContainText('Saved', { timeout: 30_000 });
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
  await expect(page.getByText('This case is closed and has no closing summary.')).toBeVisible();
  await page.getByRole('button', { name: 'Write the closing summary' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Outcome' }).fill('No case to answer.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Closing summary' })).toContainText('No case to answer.');
});

import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { oneNotebook } from './one-notebook.ts';
import { choose } from './pages/meeting.ts';
import { goTo } from './pages/note.ts';
import { expectSaved } from './pages/saved.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };
const name = 'Ђорђе Ђорђевић';

let page: Page;
oneNotebook(person, (opened) => {
  page = opened.page;
});

test('a person shows birth and category, a vehicle does not', async () => {
  await goTo(page, 'Subjects');
  await page.getByRole('button', { name: 'New subject' }).first().click();
  await expect(page.getByRole('textbox', { name: 'Born in' })).toBeVisible();
  await choose(page, 'What it is', 'Vehicle');
  await expect(page.getByRole('textbox', { name: 'Born in' })).toBeHidden();
  await expect(page.getByText('Make, model, colour.')).toBeVisible();
  await choose(page, 'What it is', 'Person');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add a statement' }).click();
  await page.getByRole('group', { name: /Statement 1/ }).getByRole('textbox', { name: /text/i }).fill('Leads the group.');
  await expectAccessible(page, 'subject written');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
});

test('a change of category asks its ground, and lists what is to be looked at', async () => {
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('menuitem', { name: 'Change the category…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Change the category of the person' });
  await choose(page, 'New category', 'Victim');
  await expect(dialog).toContainText('Leads the group.');
  await dialog.getByRole('button', { name: 'Change the category' }).click();
  await expect(dialog).toContainText('Give the ground.');
  await dialog.getByRole('textbox', { name: 'Ground' }).fill('Decision Kt-S 12/26');
  await expectAccessible(page, 'category changed');
  await dialog.getByRole('button', { name: 'Change the category' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Nothing stored may treat this person as a suspect', { exact: false })).toBeVisible();
  await expectAccessible(page, 'subject read');
});

test('an overdue review takes the record out of lists until it is extended with a reason', async () => {
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await page.getByRole('textbox', { name: 'Review by' }).fill('1 Feb 2024');
  await page.getByRole('textbox', { name: 'Review by' }).blur();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: 'Out of sight: its review is overdue' })).toBeVisible();
  await expectAccessible(page, 'a record out of sight');
  await expect(page.getByRole('region', { name: 'Subjects', exact: false }).getByRole('link', { name })).toHaveCount(0);
  await page.getByRole('link', { name: 'Review overdue' }).click();
  await expectAccessible(page, 'overdue reviews');
  await page.getByText(name).first().click();
  await page.getByRole('textbox', { name: 'Another reason' }).fill('Court order 12/26');
  await page.getByRole('button', { name: 'Open it for this reason' }).click();
  await expect(page.getByText('It is out of lists and search', { exact: false })).toBeVisible();
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

test('a record on legal hold stays: each way to the bin says whose hold it is and until when', async () => {
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('menuitem', { name: 'Put on legal hold…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Put on legal hold' });
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog).toContainText('Give the ground.');
  await dialog.getByRole('textbox', { name: 'Ground' }).fill('Court order Kv 3/26');
  await dialog.getByRole('textbox', { name: 'Until' }).fill('1 Feb 2099');
  await dialog.getByRole('textbox', { name: 'Until' }).blur();
  await expectAccessible(page, 'putting on hold');
  await dialog.getByRole('button', { name: 'Put on hold' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText(/on legal hold since .*, set by Ana Kovač, until 1 Feb 2099\. Ground: Court order Kv 3\/26\./)).toBeVisible();
  await page.getByRole('button', { name: 'More' }).click();
  await expect(page.getByText(/^Cannot go to the bin: on legal hold since .*, set by Ana Kovač, until 1 Feb 2099\.$/)).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Move to the bin' })).toHaveCount(0);
  await page.screenshot({ path: 'out/e2e/on-hold.png' });
  await page.keyboard.press('Escape');
  await expectAccessible(page, 'a record on hold');
  await goTo(page, 'Subjects');
  await page.getByRole('link', { name }).first().focus();
  await page.keyboard.press('Control+A');
  const bar = page.getByRole('toolbar', { name: 'What can be done with the chosen' });
  await bar.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(page.getByText(/stayed as it is: on legal hold since .*, set by Ana Kovač, until 1 Feb 2099/)).toBeVisible();
  await page.screenshot({ path: 'out/e2e/on-hold-bulk.png' });
  await expect(page.getByRole('link', { name }).first()).toBeVisible();
  await page.getByRole('link', { name }).first().click();
});

test('a legal hold is lifted on a ground, and the history keeps it', async () => {
  await page.getByRole('button', { name: 'Decide' }).click();
  await page.getByRole('menuitem', { name: 'Lift the legal hold…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Lift the legal hold' });
  await expect(dialog).toContainText('Ground: Court order Kv 3/26.');
  await dialog.getByRole('button', { name: 'Lift', exact: true }).click();
  await expect(dialog).toContainText('Give the ground.');
  await expectAccessible(page, 'lifting a hold');
  await page.screenshot({ path: 'out/e2e/lifting-hold.png' });
  await dialog.getByRole('textbox', { name: 'Ground' }).fill('Решење Kv 9/26');
  await dialog.getByRole('button', { name: 'Lift', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('on legal hold since', { exact: false })).toHaveCount(0);
  await page.getByRole('button', { name: 'More' }).click();
  await expect(page.getByRole('menuitem', { name: 'Move to the bin' })).toBeVisible();
  await page.getByRole('menuitem', { name: 'History' }).click();
  await expect(page.getByText(/Court order Kv 3\/26, .*, lifted: Решење Kv 9\/26, .*, Ana Kovač/).first()).toBeVisible();
  await page.screenshot({ path: 'out/e2e/lifted-history.png' });
  await goTo(page, 'Subjects');
  await page.getByRole('link', { name }).first().click();
});

test('a relation is shown on the pages of both', async () => {
  await page.getByRole('button', { name: 'Add a relation' }).click();
  await page.getByRole('combobox', { name: 'To' }).or(page.getByRole('textbox', { name: 'To', exact: true })).first().fill('Golf PG AB 123');
  await page.getByRole('option', { name: /Golf PG AB 123/ }).click();
  await page.getByRole('textbox', { name: 'In words' }).fill('drives');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await goTo(page, 'Subjects');
  await page.getByRole('link', { name: /Golf PG AB 123/ }).first().click();
  await expect(page.getByRole('region', { name: /^Relations/ })).toContainText(`${name}: drives`);
  await page.getByRole('region', { name: /^Relations/ }).getByRole('link', { name: /drives/ }).click();
  await expect(page.getByRole('textbox', { name: 'In words' })).toHaveValue('drives');
});

test('a case shows its subjects in a tab and its dated things in a timeline', async () => {
  await goTo(page, 'Cases');
  await page.getByRole('button', { name: 'New case' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Route Bar–Bari');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByRole('link', { name: /^The case was opened/ })).toBeVisible();
  await page.getByRole('tab', { name: /Subjects/ }).click();
  await page.getByRole('button', { name: 'New subject' }).last().click();
  await choose(page, 'What it is', 'Event');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Crossing at night');
  await page.getByRole('textbox', { name: 'Date', exact: true }).fill('14 May 2026');
  await page.getByRole('textbox', { name: 'Date', exact: true }).blur();
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await goTo(page, 'Cases');
  await page.getByRole('link', { name: /Route Bar/ }).first().click();
  await page.getByRole('tab', { name: 'Subjects 1' }).click();
  await expectAccessible(page, 'subjects of a case');
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await expect(page.getByRole('region', { name: /May 2026/ })).toContainText('Crossing at night');
  await page.getByText('Quarter', { exact: true }).click();
  await expect(page.getByRole('region', { name: /^April ?– ?June 2026/ })).toContainText('Crossing at night');
  await expectAccessible(page, 'timeline of a case');
});

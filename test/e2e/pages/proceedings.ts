import type { Page } from '@playwright/test';
import { dayFromToday } from './days.ts';
import { goTo } from './note.ts';
import { expectSaved } from './saved.ts';

/** A contact with a number at the desk and one that is answered at night. */
export async function writeReachable(page: Page, name: string, numbers: { readonly office: string; readonly duty: string }): Promise<void> {
  await goTo(page, 'Contacts');
  await page.getByRole('button', { name: 'New contact' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  for (const [at, number] of [[1, numbers.office], [2, numbers.duty]] as const) {
    await page.getByRole('button', { name: 'Add a number' }).click();
    await page.getByRole('group', { name: `Number ${String(at)}` }).getByRole('textbox', { name: 'Number' }).fill(number);
  }
  await page.getByRole('group', { name: 'Number 2' }).getByRole('combobox', { name: 'Kind' }).click();
  await page.getByRole('option', { name: /^Duty/ }).click();
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
}

/** A clock of the proceedings that are open, with the day in so many days on which it ends. */
export async function writeClock(page: Page, at: number, ends: number, fields: { readonly about: string; readonly contact?: string }): Promise<void> {
  await page.getByRole('button', { name: 'Add a clock' }).click();
  const group = page.getByRole('group', { name: `Clock ${String(at)}` });
  await group.getByRole('textbox', { name: 'About' }).fill(fields.about);
  await group.getByRole('textbox', { name: 'Ends' }).fill(dayFromToday(ends));
  await group.getByRole('textbox', { name: 'Ends' }).blur();
  if (fields.contact === undefined) return;
  const field = group.getByRole('combobox', { name: 'Contact' }).or(group.getByRole('textbox', { name: 'Contact' })).first();
  await field.fill(fields.contact);
  await page.getByRole('option', { name: fields.contact }).first().click();
}

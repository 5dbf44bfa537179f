import { expect, type Locator, type Page } from '@playwright/test';
import { expectSaved } from './saved.ts';

/** Preparing a meeting and taking its minutes, by keyboard as far as the person would. */
export interface MeetingPlan {
  readonly title: string;
  readonly start: string;
  readonly place: string;
  readonly series?: string;
  readonly group?: string;
  readonly agenda: readonly string[];
  readonly attendance: readonly Attendee[];
}

export interface Attendee {
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  readonly role?: 'Chair' | 'Minute-taker';
  readonly presence?: 'Apologies';
}

export async function prepareMeeting(page: Page, plan: MeetingPlan): Promise<void> {
  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('button', { name: 'Take minutes' })).toBeVisible();
  // Another meeting may have been open: the new one has no title yet.
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('');
  await page.getByRole('textbox', { name: 'Title' }).fill(plan.title);
  await page.getByRole('textbox', { name: 'Begins' }).first().fill(plan.start);
  await page.getByRole('combobox', { name: 'Place' }).or(page.getByRole('textbox', { name: 'Place' })).first().fill(plan.place);
  if (plan.series !== undefined) await page.getByLabel('Series').first().fill(plan.series);
  if (plan.group !== undefined) await choose(page, 'Joint Working Group', plan.group);
  await page.getByRole('button', { name: 'Add an item' }).click();
  const items = page.getByRole('region', { name: 'Agenda' }).getByRole('textbox', { name: 'Item' });
  for (const [at, title] of plan.agenda.entries()) {
    if (at > 0) await page.keyboard.press('Enter');
    await expect(items.nth(at)).toBeFocused();
    await page.keyboard.type(title);
    await expect(items.nth(at)).toHaveValue(title);
  }
  for (const one of plan.attendance) await addAttendee(page, one);
}

/** The fields for the names of those who attend. */
export function attendeeNames(page: Page): Locator {
  return page.getByRole('region', { name: 'Attendance' }).getByRole('combobox', { name: 'Name' });
}

async function addAttendee(page: Page, one: Attendee): Promise<void> {
  await page.getByRole('button', { name: 'Add a person' }).click();
  await expect(attendeeNames(page).last()).toBeFocused();
  await page.keyboard.type(one.name);
  await page.getByRole('textbox', { name: `Institution: ${one.name}` }).fill(one.institution);
  await choose(page, `Country: ${one.name}`, one.country);
  if (one.role !== undefined) await choose(page, `Role: ${one.name}`, one.role);
  if (one.presence !== undefined) await choose(page, `Presence: ${one.name}`, one.presence);
}

/** Picks from a list as a person does: opens, types where one may, chooses. */
export async function choose(page: Page, label: string, option: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label });
  await box.click();
  if (await box.isEditable()) await box.fill(option);
  await page.getByRole('option', { name: option, exact: true }).click();
}

export async function takeMinutes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Take minutes' }).click();
  await expect(page.getByRole('textbox', { name: 'Next line' })).toBeFocused();
  const everybody = page.getByRole('button', { name: 'Everybody is here' });
  if (await everybody.isVisible()) {
    await everybody.click();
    await expect(page.getByRole('textbox', { name: 'Next line' })).toBeFocused();
  }
}

/** Types lines into the open item, Enter after each; `null` goes on to the next item. */
export async function takeLines(page: Page, lines: readonly (string | null)[]): Promise<void> {
  for (const line of lines) {
    await expect(nextLine(page)).toBeFocused();
    if (line === null) {
      await page.keyboard.press('Control+ArrowDown');
      continue;
    }
    await page.keyboard.type(line);
    await expect(nextLine(page)).toHaveValue(line);
    await page.keyboard.press('Enter');
    await expect(nextLine(page)).toHaveValue('');
  }
}

export async function saveMeeting(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
}

export async function circulate(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Circulate' }).click();
  await expect(page.getByRole('button', { name: 'Approve' })).toBeVisible();
}

export async function approve(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Approve' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await expect(page.getByRole('button', { name: 'Correct the minutes' })).toBeVisible({ timeout: 30_000 });
}

/** Where the next line is typed. */
export function nextLine(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Next line' });
}

/** The lines taken under the open item, as they are read. */
export function takenLines(page: Page): Locator {
  return page.locator('[data-taken-line]');
}

import { expect, type Page } from '@playwright/test';
import type { Laptop } from '../laptop.ts';
import { willOpen, willSaveAs } from './dialogs.ts';

/** The first start and the unlock screen, as a person goes through them. */
export interface Person {
  readonly name: string;
  readonly country: string;
  readonly institution: string;
  readonly passphrase: string;
}

export interface Joined {
  /** Read from the screen, to be compared aloud. */
  readonly fingerprint: string;
  readonly recoveryKey: string;
}

/** Fills in who one is and the passphrase, and makes the notebook. */
export async function introduce(page: Page, person: Person): Promise<void> {
  await page.getByRole('textbox', { name: 'Name' }).fill(person.name);
  await page.getByRole('combobox', { name: 'Seconded by' }).fill(person.country);
  await page.getByRole('option', { name: person.country, exact: true }).click();
  await page.getByRole('textbox', { name: 'Institution' }).fill(person.institution);
  await page.getByLabel('Passphrase', { exact: false }).first().fill(person.passphrase);
  await page.getByLabel('Passphrase again').fill(person.passphrase);
  await page.getByRole('button', { name: 'Make the notebook' }).click();
}

/** The recovery kit: read, confirmed, left behind. */
async function keepKit(page: Page): Promise<string> {
  await expect(page.getByTestId('recovery-key')).toBeVisible({ timeout: 60_000 });
  const key = await page.getByTestId('recovery-key').innerText();
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  return key.replaceAll(/\s+/g, '-');
}

/** Works alone: the shortest way in. */
export async function workAlone(page: Page, person: Person): Promise<string> {
  await page.getByRole('button', { name: /^Work alone/ }).click();
  await introduce(page, person);
  const key = await keepKit(page);
  await expectOpen(page);
  return key;
}

/** Joins with a profile file and saves the request for the secretariat. */
export async function join(laptop: Laptop, files: { readonly profile: string; readonly request: string }, person: Person): Promise<Joined> {
  const { page, app } = laptop;
  await willOpen(app, files.profile);
  await page.getByRole('button', { name: /^Join your organisation/ }).click();
  await page.getByRole('button', { name: 'Open the profile' }).click();
  await page.getByRole('button', { name: 'It is, continue' }).click();
  await introduce(page, person);
  const recoveryKey = await keepKit(page);
  await willSaveAs(app, files.request);
  await page.getByRole('button', { name: 'Save the request file' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved as' })).toBeVisible();
  const fingerprint = await page.getByTestId('fingerprint').innerText();
  await page.getByRole('button', { name: 'Open the notebook' }).click();
  await expectOpen(page);
  return { fingerprint: fingerprint.replaceAll(/\s+/g, ' ').trim(), recoveryKey };
}

/** Unlocks with the passphrase and waits for the rooms. */
export async function unlock(page: Page, passphrase: string): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  await field.fill(passphrase);
  await field.press('Enter');
  await expectOpen(page);
}

export async function lock(page: Page): Promise<void> {
  await page.keyboard.press('Control+L');
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeVisible({ timeout: 60_000 });
}

/** The rooms are there; the key derivation may take its second or more on a busy machine. */
export async function expectOpen(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Rooms' })).toBeVisible({ timeout: 60_000 });
}

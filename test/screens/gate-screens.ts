import type { Laptop } from '../e2e/laptop.ts';
import { willOpen, willSaveAs } from '../e2e/pages/dialogs.ts';
import type { Person } from '../e2e/pages/gate.ts';
import { expectOpen } from '../e2e/pages/gate.ts';
import { writeFileSync } from 'node:fs';
import type { Album } from './album.ts';

/** The first start, with its mistakes, until the notebook is open. Returns the join request's file and the fingerprint. */
export async function pictureFirstStart(album: Album, laptop: Laptop, profile: string, person: Person): Promise<{ request: string; fingerprint: string }> {
  const { page, app } = laptop;
  await page.getByRole('button', { name: /^Work alone/ }).waitFor();
  await album.picture(page, 'gate-first-start');
  await page.getByRole('button', { name: /^Join your organisation/ }).click();
  const noProfile = album.path('no-profile.txt');
  writeFileSync(noProfile, 'Not a profile');
  await willOpen(app, noProfile);
  await page.getByRole('button', { name: 'Open the profile' }).click();
  await page.getByRole('alert').waitFor();
  await album.picture(page, 'gate-profile-unreadable');
  await willOpen(app, profile);
  await page.getByRole('button', { name: 'Open the profile' }).click();
  await page.getByRole('button', { name: 'It is, continue' }).waitFor();
  await album.picture(page, 'gate-profile');
  await page.getByRole('button', { name: 'It is, continue' }).click();
  await pictureIntroduction(album, laptop, person);
  await album.picture(page, 'gate-recovery-kit');
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  const request = album.path('request');
  await willSaveAs(app, request);
  await page.getByRole('button', { name: 'Save the request file' }).click();
  await page.getByText('Saved as request.').waitFor();
  await album.picture(page, 'gate-join-request');
  const fingerprint = (await page.getByTestId('fingerprint').innerText()).replaceAll(/\s+/g, ' ').trim();
  await page.getByRole('button', { name: 'Open the notebook' }).click();
  await expectOpen(page);
  return { request, fingerprint };
}

async function pictureIntroduction(album: Album, { page }: Laptop, person: Person): Promise<void> {
  const first = page.getByRole('textbox', { name: 'Passphrase', exact: true });
  await first.fill('password1');
  await page.getByText('Guessed at once.').waitFor();
  await page.getByRole('button', { name: 'Make the notebook' }).click();
  await album.picture(page, 'gate-person-mistakes');
  await page.getByRole('textbox', { name: 'Name' }).fill(person.name);
  await page.getByRole('combobox', { name: 'Seconded by' }).fill(person.country);
  await page.getByRole('option', { name: person.country, exact: true }).click();
  await page.getByRole('textbox', { name: 'Institution' }).fill(person.institution);
  await first.fill(person.passphrase);
  await page.getByRole('textbox', { name: 'Passphrase again' }).fill(person.passphrase);
  await page.getByText('Very hard to guess.').waitFor();
  await album.picture(page, 'gate-person');
  await page.getByRole('button', { name: 'Make the notebook' }).click();
  await page.getByTestId('recovery-key').waitFor({ timeout: 60_000 });
}

/** Locked: the field, a wrong passphrase, the way back by the recovery key; then open again. */
export async function pictureLocked(album: Album, { page }: Laptop, person: Person): Promise<void> {
  await page.keyboard.press('Control+L');
  const field = page.getByRole('textbox', { name: 'Passphrase' });
  await field.waitFor();
  await album.picture(page, 'gate-locked');
  await field.fill('not this one');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor({ timeout: 60_000 });
  await album.picture(page, 'gate-wrong-passphrase');
  await page.getByRole('button', { name: 'I have forgotten the passphrase' }).click();
  await album.picture(page, 'gate-recovery');
  await page.getByRole('button', { name: 'Back' }).click();
  await field.fill(person.passphrase);
  await page.keyboard.press('Enter');
  await expectOpen(page);
}

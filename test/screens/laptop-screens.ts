import type { Laptop } from '../e2e/laptop.ts';
import { openLaptop } from '../e2e/laptop.ts';
import { willOpen, willSaveAs } from '../e2e/pages/dialogs.ts';
import type { Person } from '../e2e/pages/gate.ts';
import { goTo } from '../e2e/pages/note.ts';
import type { Album } from './album.ts';

const tasks = [
  ['Pair a second laptop', 'pair'],
  ['Make a new recovery kit', 'new-kit'],
  ['Make a backup', 'backup'],
  ['Bring back from a backup', 'bring-back'],
  ['Hand over cases', 'hand-over'],
  ['Erase this laptop', 'erase'],
  ['Open an erase order', 'erase-order'],
] as const;

/** The pages that are reached from Settings, as one finds them; and every section of Settings. */
export async function pictureTasks(album: Album, { page }: Laptop, suffix: string): Promise<void> {
  for (const [link, name] of tasks) {
    await goTo(page, 'Settings');
    await page.getByRole('link', { name: link }).click();
    await page.getByRole('link', { name: 'Back to Settings' }).waitFor();
    await album.picture(page, `laptop-${name}${suffix}`, { downTo: suffix === '' ? 2 : 1 });
  }
  await goTo(page, 'Settings');
  for (const heading of ['Organisation', 'Laptops', 'Erasing']) {
    await page.getByRole('heading', { name: heading, exact: true }).scrollIntoViewIfNeeded();
    await album.picture(page, `settings-${heading.toLowerCase()}${suffix}`);
  }
}

/** The same pages further on, with their mistakes, and the first start of a laptop that goes on. */
export async function pictureLaptopStories(album: Album, laptop: Laptop, person: Person, profile: string): Promise<void> {
  const { page } = laptop;
  const backup = album.path('backup.age');
  await album.scene(page, 'tasks of Settings', () => pictureTasks(album, laptop, ''));
  await album.scene(page, 'pairing', () => picturePairing(album, laptop, person));
  await album.scene(page, 'backup', () => pictureBackup(album, laptop, backup));
  await album.scene(page, 'erasing, with mistakes', async () => {
    await goTo(page, 'Settings');
    await page.getByRole('link', { name: 'Erase this laptop' }).click();
    await page.getByRole('button', { name: 'Erase everything now' }).click();
    await album.picture(page, 'laptop-erase-mistakes');
  });
  await album.scene(page, 'going on with a backup', () => pictureGoingOn(album, backup, profile));
}

async function picturePairing(album: Album, { page }: Laptop, person: Person): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Pair a second laptop' }).click();
  await page.getByRole('textbox', { name: 'Passphrase' }).fill(person.passphrase);
  await page.getByRole('button', { name: 'Make the invitation' }).click();
  await page.getByTestId('pairing-code').waitFor({ timeout: 60_000 });
  await album.picture(page, 'laptop-invitation');
}

async function pictureBackup(album: Album, { page, app }: Laptop, backup: string): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Make a backup' }).click();
  await willSaveAs(app, backup);
  await page.getByRole('button', { name: 'Make the backup' }).click();
  await page.getByText(/^Saved as backup\.age: /).waitFor({ timeout: 60_000 });
  await album.picture(page, 'laptop-backup-saved');
}

async function pictureGoingOn(album: Album, backup: string, profile: string): Promise<void> {
  const { page, app, discard } = await openLaptop();
  try {
    await page.getByRole('button', { name: /^I have a backup/ }).click();
    await page.getByRole('button', { name: 'Restore' }).click();
    await page.getByText('Open the backup first.').waitFor();
    await album.picture(page, 'gate-restore-mistakes');
    await page.getByTestId('backup-file').setInputFiles(backup);
    await page.getByRole('textbox', { name: 'Recovery key' }).waitFor();
    await album.picture(page, 'gate-restore');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: /^This is my second laptop/ }).click();
    await willOpen(app, profile);
    await page.getByRole('button', { name: 'Open the profile' }).click();
    await page.getByRole('button', { name: 'It is, continue' }).click();
    await page.getByRole('button', { name: 'Make this my second laptop' }).click();
    await album.picture(page, 'gate-second-laptop-mistakes');
  } finally {
    await discard();
  }
}

import { expect } from '@playwright/test';
import { goTo, noteBody, openNote, rewriteNote } from '../e2e/pages/note.ts';
import { deliver, openPouch } from '../e2e/pages/pouch.ts';
import type { Account } from './account.ts';
import { contested } from './casework.ts';
import { readUntil } from './read-until.ts';
import type { Teller } from './story.ts';

const hers = 'The port authority keeps plate readings for ninety days and gives them within a week.';
const his = 'The port authority keeps plate readings for ninety days; a court order is needed.';

/** Both change the same note without knowing of each other; the conflict is shown and settled. */
export async function tellConflict(account: Account, first: Teller, second: Teller): Promise<void> {
  await rewriteNote(first.page, contested, hers);
  await rewriteNote(second.page, contested, his);
  account.note('Both', 'change the same note', 'neither knows of the other');
  await exchange(first);
  await exchange(second);
  await exchange(first);
  const { page } = first;
  await openNote(page, contested);
  await page.getByText('Look at both').first().click();
  const texts = page.getByRole('main').or(page.locator('body'));
  await expect(texts.first()).toContainText('court order');
  await expect(texts.first()).toContainText('within a week');
  await account.picture(page, 'conflict');
  account.note(first.name, 'sees the conflict', 'both texts side by side, nothing lost');
  await page.getByRole('button', { name: /^Take/ }).first().click();
  await goTo(page, 'Notes');
  await exchange(first);
  await exchange(second);
  const one = await readText(first, (text) => text === hers || text === his);
  const other = await readText(second, (text) => text === one);
  await account.picture(second.page, 'settled');
  account.note('Both', 'read the same after settling', one, one === other && (one === hers || one === his));
}

async function exchange({ page }: Teller): Promise<void> {
  await openPouch(page);
  await deliver(page);
}

async function readText({ page }: Teller, isRight: (text: string) => boolean): Promise<string> {
  await openNote(page, contested);
  return readUntil(async () => (await noteBody(page).innerText()).trim(), isRight);
}

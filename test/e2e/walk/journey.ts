import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import type { DemoOffice } from '../../demo/demo-office.ts';
import { openLaptop, type Laptop } from '../laptop.ts';
import { willOpen, willSaveAs } from '../pages/dialogs.ts';
import type { Speech, Tongue } from './speech.ts';
import type { Walk } from './walk.ts';

/** Who walks; written in Greek letters, which the interface never uses. */
export const walker = { name: 'Ελένη Δοκιμή', institution: 'Εισαγγελία', passphrase: 'cobalt heron walks sideways 77' } as const;

/** A laptop whose app speaks so, from its first page. Nothing it opens waits for somebody who is not there. */
export async function openSpeaking(tongue: Tongue): Promise<Laptop> {
  const laptop = await openLaptop();
  const { page, app } = laptop;
  await page.evaluate((language) => localStorage.setItem('rapporteur.language', language), tongue);
  await app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = async () => ({ canceled: true, filePath: '' });
  });
  await page.reload();
  return laptop;
}

/** The system's own choosers of files and printers stand before the window until somebody answers. */
export async function answerForNobody(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.print = () => undefined;
    const press = HTMLInputElement.prototype.click;
    HTMLInputElement.prototype.click = function click(this: HTMLInputElement) {
      if (this.type !== 'file') press.call(this);
    };
  });
}

/** Places with a list of records, and those without. */
const lists = ['cases', 'notes', 'meetings', 'actions', 'requests', 'contacts', 'subjects', 'groups', 'advisory', 'series', 'proceedings', 'authorities', 'protection', 'relations'];
/** Of which a copy at a lower level is looked at. */
const lowered = [['/notes', 'note'], ['/meetings', 'meeting']] as const;
const others = ['search', 'pouch', 'pouch/releases', 'settings', 'import', 'export'];

/** Through every room of the sample casework, and into what its lists hold. */
export async function walkSample(page: Page, walk: Walk, say: Speech): Promise<void> {
  await page.getByRole('button', { name: say('gate', 'first.sample') }).click();
  await expect(page.getByRole('note')).toBeVisible({ timeout: 60_000 });
  await answerForNobody(page);
  await walk.to('/today');
  for (const list of lists) {
    await walk.to(`/${list}`);
    // Some are open and some locked.
    await walk.rows(`/${list}`, ['notes', 'meetings', 'requests'].includes(list) ? 2 : 1);
    await walk.chosen(`/${list}`);
  }
  for (const place of others) await walk.to(`/${place}`);
  for (const [list, kind] of lowered) await walk.to(`/lower/${kind}/${await walk.first(list)}`);
  await walk.overlays();
  await walk.search('Bari');
}

const button = (page: Page, name: string): Locator => page.getByRole('button', { name }).first();

/** The first start with its mistakes and the ways that are not taken, until the notebook is open and a request is written. */
async function walkIn(laptop: Laptop, walk: Walk, say: Speech, office: DemoOffice, at: (name: string) => string): Promise<{ readonly fingerprint: string }> {
  const { page, app } = laptop;
  await walk.look('the first page');
  await button(page, say('laptop', 'second.way')).click();
  await walk.look('second laptop');
  await button(page, say('gate', 'back')).click();
  await button(page, say('laptop', 'restore.way')).click();
  await button(page, say('laptop', 'restore.make')).click();
  await walk.look('restore, with nothing filled in');
  await button(page, say('gate', 'back')).click();
  await button(page, say('gate', 'first.join')).click();
  writeFileSync(at('no-profile.txt'), 'Κανένα');
  await willOpen(app, at('no-profile.txt'));
  await button(page, say('gate', 'profile.open')).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await walk.look('not a profile');
  await willOpen(app, office.profile);
  await button(page, say('gate', 'profile.open')).click();
  await expect(button(page, say('gate', 'profile.yes'))).toBeVisible();
  await walk.look('the profile');
  await button(page, say('gate', 'profile.yes')).click();
  await introduce(page, walk, say);
  return keepAndAsk(laptop, walk, say, at('walker.request'));
}

/** Who one is, first with every mistake. */
async function introduce(page: Page, walk: Walk, say: Speech): Promise<void> {
  const [first, again] = [page.locator('input[type="password"]').first(), page.locator('input[type="password"]').last()];
  for (const weak of ['password1', 'abcdefgh', 'ανανανανα', '19841984']) {
    await first.fill(weak);
    await walk.look(`weak: ${weak}`);
  }
  await button(page, say('gate', 'person.make')).click();
  await walk.look('who one is, with mistakes');
  await page.getByRole('textbox', { name: say('gate', 'person.name') }).fill(walker.name);
  const country = page.getByRole('combobox', { name: say('gate', 'person.country') });
  await country.fill('Ital');
  await page.getByRole('option').first().click();
  await page.getByRole('textbox', { name: say('gate', 'person.institution') }).fill(walker.institution);
  await first.fill(walker.passphrase);
  await again.fill(walker.passphrase);
  await walk.look('who one is');
  await button(page, say('gate', 'person.make')).click();
}

async function keepAndAsk({ page, app }: Laptop, walk: Walk, say: Speech, request: string): Promise<{ readonly fingerprint: string }> {
  await expect(page.getByTestId('recovery-key')).toBeVisible({ timeout: 60_000 });
  await button(page, say('gate', 'kit.go-on')).click();
  await walk.look('the recovery kit, not confirmed');
  await page.getByRole('checkbox').check();
  await button(page, say('gate', 'kit.go-on')).click();
  await willSaveAs(app, request);
  await button(page, say('gate', 'request.save')).click();
  await expect(page.getByRole('status').first()).toBeVisible();
  await walk.look('the request');
  const fingerprint = (await page.getByTestId('fingerprint').innerText()).replaceAll(/\s+/g, ' ').trim();
  await button(page, say('gate', 'request.enter')).click();
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
  return { fingerprint };
}

const tasks = ['second-laptop', 'recovery-kit', 'backup', 'restore', 'hand-over', 'erase', 'erase-order'];

/** A notebook of one's own: rooms that are empty, Settings with all its pages, the pouch before and after a delivery. */
async function walkNotebook(laptop: Laptop, walk: Walk, say: Speech, admit: () => Promise<unknown>): Promise<void> {
  const { page } = laptop;
  await answerForNobody(page);
  for (const list of ['today', ...lists]) await walk.to(`/${list}`);
  await walk.to('/pouch');
  await admit();
  await walk.go('/pouch');
  await button(page, say('pouch', 'ask')).click();
  await expect(button(page, say('pouch', 'deliver'))).toBeEnabled({ timeout: 60_000 });
  await walk.look('a member');
  await page.keyboard.press('Control+N');
  await page.keyboard.type('Κείμενο');
  await page.keyboard.press('Control+Enter');
  await walk.look('a note, written');
  await walk.to('/pouch');
  await button(page, say('pouch', 'deliver')).click();
  await expect(page.getByTestId('delivery-result')).toBeVisible({ timeout: 90_000 });
  await walk.look('delivered');
  await walk.to('/settings');
  for (const task of tasks) await walk.to(`/settings/${task}`);
}

/** Locked: the field, a wrong passphrase, the way back by the recovery key; then open again. */
async function walkLocked({ page }: Laptop, walk: Walk, say: Speech): Promise<void> {
  await page.keyboard.press('Control+L');
  const field = page.locator('input[type="password"]').first();
  await expect(field).toBeVisible();
  await walk.look('locked');
  await field.fill('ή');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toBeVisible({ timeout: 60_000 });
  await walk.look('a wrong passphrase');
  await button(page, say('gate', 'unlock.forgotten')).click();
  await button(page, say('gate', 'recover.open')).click();
  await walk.look('the way back, with nothing filled in');
  await button(page, say('gate', 'back')).click();
  await field.fill(walker.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 });
}

/** From the first page by joining, a notebook and a delivery to the lock. `folder`: for the files that go between laptop and office. */
export async function walkMember(laptop: Laptop, walk: Walk, say: Speech, office: DemoOffice, folder: string): Promise<void> {
  const at = (name: string) => path.join(folder, name);
  const { fingerprint } = await walkIn(laptop, walk, say, office, at);
  await walkNotebook(laptop, walk, say, () => office.admit(at('walker.request'), fingerprint));
  await walkLocked(laptop, walk, say);
}

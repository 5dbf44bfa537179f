import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cryptoReady } from '../../core/crypto/sodium.ts';
import { dayOf } from '../../renderer/ui/words/dates.ts';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import type { Laptop } from './laptop.ts';
import { willSaveAs } from './pages/dialogs.ts';
import { contentOf } from './walk/content.ts';
import { isEnglishLeft } from './walk/english-left.ts';
import { openSpeaking, walker, walkMember, walkSample } from './walk/journey.ts';
import { speechIn, type Speech } from './walk/speech.ts';
import { Walk, type Look } from './walk/walk.ts';

test.setTimeout(1_200_000);

let say: Speech;
let folder = '';
let office: DemoOffice;

test.beforeAll(async () => {
  await cryptoReady;
  say = await speechIn('fr');
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-french-'));
  office = await openDemoOffice(path.join(folder, 'office'));
});

test.afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

test('days, numbers, tables, the order of names and the menus are French', async () => {
  const laptop = await openSpeaking('fr');
  const { page, app } = laptop;
  await workAlone(page);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect.poll(() => menus(laptop)).toEqual(['Fichier', 'Édition', 'Affichage', 'Aller', 'Aide']);

  for (const title of ['Élan', 'Zèbre', 'Elas', 'Elan']) await activity(page, title);
  const list = page.getByRole('list', { name: say('kinds', 'activity.many') });
  await sortByTitle(page);
  await expect(list.getByRole('link')).toHaveText([/^Elan/, /^Élan/, /^Elas/, /^Zèbre/]);
  await expect(list.getByRole('link').first()).toContainText('12,5\u00a0h');
  await expect(list.getByRole('link').first()).toContainText('24 nov. 2026');
  await list.getByRole('link').first().click();
  await expect(page.getByRole('textbox', { name: say('kinds', 'activity.fields.hours') })).toHaveValue('12,5');

  const file = path.join(folder, 'activités.csv');
  await willSaveAs(app, file);
  await page.getByRole('button', { name: say('kit', 'list.view') }).click();
  await page.getByRole('button', { name: say('kit', 'list.export_other') }).click();
  await page.getByRole('dialog', { name: say('kit', 'list.exportAsk.title') }).getByRole('button', { name: say('kit', 'list.exportAsk.confirm') }).click();
  await expect(page.getByText('activités.csv')).toBeVisible();
  expect(await readFile(file, 'utf8')).toMatch(/\r\nElan;[^\r]*;"12,5";[^\r]*\r\n/);
  await laptop.discard();
});

async function menus({ app }: Laptop): Promise<readonly string[]> {
  return app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map((item) => item.label) ?? []);
}

async function workAlone(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('gate', 'first.alone') }).first().click();
  await page.getByRole('textbox', { name: say('gate', 'person.name') }).fill('Amélie Roux');
  await page.getByRole('combobox', { name: say('gate', 'person.country') }).fill('France');
  await page.getByRole('option', { name: 'France', exact: true }).click();
  await page.getByRole('textbox', { name: say('gate', 'person.institution') }).fill('Parquet de Paris');
  for (const at of [0, 1]) await page.locator('input[type="password"]').nth(at).fill(walker.passphrase);
  await page.getByRole('button', { name: say('gate', 'person.make') }).click();
  await expect(page.getByTestId('recovery-key')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('checkbox').check();
  await page.getByRole('button', { name: say('gate', 'kit.go-on') }).click();
  await expect(page.getByRole('navigation', { name: say('frame', 'navigation') })).toBeVisible({ timeout: 60_000 });
}

async function activity(page: Page, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('link', { name: say('frame', 'rooms.advisory') }).click();
  await page.getByRole('button', { name: say('kinds', 'activity.new') }).first().click();
  await page.getByRole('textbox', { name: say('kinds', 'activity.fields.title') }).fill(title);
  await page.getByRole('textbox', { name: say('kinds', 'activity.fields.hours') }).fill('12,5');
  await page.getByRole('textbox', { name: say('records', 'fields.day') }).fill('24 nov. 2026');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('contentinfo')).toContainText('Enregistré', { timeout: 30_000 });
  await expect(page.getByRole('list', { name: say('kinds', 'activity.many') }).getByRole('link', { name: new RegExp(`^${title}`) })).toBeVisible();
}

/** Within their month, which is one. */
async function sortByTitle(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('kit', 'list.view') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: say('kit', 'list.sortBy') }).click();
  await page.getByRole('option', { name: `${say('kinds', 'activity.fields.title')} ↑` }).click();
  await page.keyboard.press('Escape');
}

/** What is still said in English. */
function judge(): { readonly look: Look; readonly found: ReadonlySet<string> } {
  const { holds } = contentOf('fr', dayOf(Date.now()));
  const isEnglish = isEnglishLeft(holds);
  const found = new Set<string>();
  const look: Look = async (page, shown, where) => {
    for (const { text, at } of shown) if (isEnglish(text)) found.add(`in English: “${text}” (${at}) at ${where}`);
    const pictures = process.env['PICTURES'];
    if (pictures !== undefined) await page.screenshot({ path: path.join(pictures, `${String(Date.now())} ${where.replaceAll('/', '-').slice(0, 60)}.png`) });
  };
  return { look, found };
}

test('no room says anything in English', async () => {
  const laptop = await openSpeaking('fr');
  const { look, found } = judge();
  await walkSample(laptop.page, new Walk(laptop.page, look), say);
  await laptop.discard();
  expect([...found]).toEqual([]);
});

test('nor does anything from the first page to a delivery, in Settings, and at the lock', async () => {
  const laptop = await openSpeaking('fr');
  const { look, found } = judge();
  await walkMember(laptop, new Walk(laptop.page, look), say, office, folder);
  await laptop.discard();
  expect([...found]).toEqual([]);
});

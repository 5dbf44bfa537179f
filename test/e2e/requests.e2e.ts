import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { awayFromMidnight } from './pages/days.ts';
import { workAlone } from './pages/gate.ts';
import { choose } from './pages/meeting.ts';
import { goTo } from './pages/note.ts';
import { expectSaved } from './pages/saved.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;

test.beforeAll(async () => {
  await awayFromMidnight();
  laptop = await openLaptop();
  page = laptop.page;
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
});

const judgement = () => page.getByRole('complementary', { name: 'What the country table says' });

test('the country table warns, says why, and offers the usual way', async () => {
  await goTo(page, 'Requests');
  await page.getByRole('button', { name: 'New request' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Bank records, Podgorica');
  await choose(page, 'From country', 'Croatia');
  await choose(page, 'To country', 'Montenegro');
  await choose(page, 'Instrument', 'European Investigation Order');
  await expect(judgement()).toContainText('European Investigation Order does not bind Montenegro.');
  await expect(judgement()).toContainText('Directive 2014/41/EU');
  await expectAccessible(page, 'request with warnings');
  await judgement().getByRole('button', { name: 'Use: Letter rogatory (MLA)' }).click();
  await judgement().getByRole('button', { name: /Second Additional Protocol 2001/ }).click();
  await judgement().getByRole('button', { name: 'Use: Montenegrin' }).click();
  await expect(judgement()).toContainText('has nothing against it');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
});

test('each step is one press and keeps its day', async () => {
  await page.getByRole('button', { name: 'Mark as sent' }).click();
  await expectSaved(page);
  await expect(page.getByRole('button', { name: 'Acknowledged', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Other steps' }).click();
  await page.getByRole('menuitem', { name: 'Note a reminder of today' }).click();
  await expect(page.getByRole('group', { name: /Reminder 1/ })).toBeVisible();
  await page.getByRole('button', { name: 'Other steps' }).click();
  await page.getByRole('menuitem', { name: 'Partly answered' }).click();
  await page.getByRole('textbox', { name: /conditions of use/i }).fill('Not to be used against the account holder.');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await expect(page.getByRole('region', { name: /Conditions of use/ })).toContainText('Not to be used against the account holder.');
  await expectAccessible(page, 'request');
});

test('the board and the ageing view show it where it stands', async () => {
  await page.getByRole('navigation', { name: 'Ways to look at requests' }).getByRole('link', { name: 'Board' }).click();
  await expect(page.getByRole('region', { name: 'Partly answered' }).getByRole('link', { name: /Bank records/ })).toBeVisible();
  await expectAccessible(page, 'board of requests');
  await page.getByRole('link', { name: 'Ageing' }).click();
  await expect(page.getByRole('link', { name: /Bank records/ })).toContainText('last reminder today');
  await expectAccessible(page, 'ageing of requests');
});

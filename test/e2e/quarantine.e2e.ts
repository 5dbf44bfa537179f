import { expect, test } from '@playwright/test';
import { succeed } from '../integration/secretariat.ts';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import { goTo, noteBody, openNote, writeNote } from './pages/note.ts';
import { deliver, openPouch } from './pages/pouch.ts';
import { openProgramme, type Programme } from './programme.ts';

const giulia = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const arta = { name: 'Arta Hoxhallari', country: 'Albania', institution: 'SPAK', passphrase: 'ladder violet sparrow tram' };
const group = 'Joint Working Group on Trafficking in Firearms';
const slow = { timeout: 90_000 };

/** A group with a third country, whose letters wait until the group's administrator has verified them. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

let programme: Programme;
let [administrator, third]: [Laptop, Laptop] = [] as never;

test.beforeAll(async () => {
  programme = await openProgramme();
  const { office } = programme;
  const keys = ['--keys', programme.at('office/office.keys')];
  await succeed('jwg', 'set', ...keys, '--out', office.profile, '--id', 'trafficking', '--add-member', 'ALB:SPAK', '--quarantine', 'yes');
  await succeed('setup', ...keys, '--couchdb', office.couchdb);
  administrator = await programme.member(giulia);
  await succeed('jwg', 'administrators', ...keys, '--couchdb', office.couchdb, '--jwg', 'trafficking', '--person', giulia.name);
  third = await programme.member(arta);
});

test.afterAll(() => programme.close());

test('what a third country’s member sends is read in quarantine, and is in no list', async () => {
  await writeNote(third.page, { title: 'Rruga Bar–Bari', text: 'Tri udhëtime në muaj.', level: 'UNCLASSIFIED', group });
  await openPouch(third.page);
  await deliver(third.page);
  const { page } = administrator;
  await openPouch(page);
  await deliver(page);
  const quarantine = page.getByRole('region', { name: /^In quarantine/ });
  await expect(quarantine).toContainText('Rruga Bar–Bari', slow);
  await expect(quarantine).toContainText('from Arta Hoxhallari');
  await expect(quarantine).toContainText('verified it');
  await quarantine.getByRole('button', { name: /^Read\b.*Rruga Bar–Bari/ }).click();
  await expect(quarantine).toContainText('In quarantine: not part of the notebook.');
  await expect(quarantine).toContainText('Tri udhëtime në muaj.');
  await expectAccessible(page, 'quarantine');
  await page.screenshot({ path: 'out/e2e/quarantine.png', fullPage: true });
  await goTo(page, 'Notes');
  await expect(page.getByRole('link', { name: /Rruga Bar–Bari/ })).toHaveCount(0);
});

test('verified, it is part of the notebook', async () => {
  const { page } = administrator;
  await openPouch(page);
  await page.getByRole('button', { name: /^Verify\b.*Rruga Bar–Bari/ }).click();
  await expect(page.getByText('It is part of the notebook now.', { exact: false })).toBeVisible(slow);
  await expect(page.getByRole('region', { name: /^In quarantine/ })).toHaveCount(0);
  await openNote(page, 'Rruga Bar–Bari');
  await expect(noteBody(page)).toHaveText('Tri udhëtime në muaj.');
  await openPouch(page);
  await deliver(page);
});

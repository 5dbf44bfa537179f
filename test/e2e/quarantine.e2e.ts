import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { succeed } from '../integration/secretariat.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { join } from './pages/gate.ts';
import { goTo, noteBody, openNote, writeNote } from './pages/note.ts';
import { becomeMember, deliver, openPouch } from './pages/pouch.ts';

const giulia = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const arta = { name: 'Arta Hoxhallari', country: 'Albania', institution: 'SPAK', passphrase: 'ladder violet sparrow tram' };
const group = 'Joint Working Group on Trafficking in Firearms';
const slow = { timeout: 90_000 };

/** A group with a third country, whose letters wait until the group's administrator has verified them. */
test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

let folder = '';
let office: DemoOffice;
let [administrator, third]: [Laptop, Laptop] = [] as never;
const at = (name: string) => path.join(folder, name);

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-quarantine-'));
  office = await openDemoOffice(at('office'));
  const keys = ['--keys', at('office/office.keys')];
  await succeed('jwg', 'set', ...keys, '--out', office.profile, '--id', 'trafficking', '--add-member', 'ALB:SPAK', '--quarantine', 'yes');
  await succeed('setup', ...keys, '--couchdb', office.couchdb);
  [administrator, third] = [await openLaptop(), await openLaptop()];
  await admitted(administrator, 'giulia.request', giulia);
  await succeed('jwg', 'administrators', ...keys, '--couchdb', office.couchdb, '--jwg', 'trafficking', '--person', giulia.name);
  await admitted(third, 'arta.request', arta);
});

test.afterAll(async () => {
  for (const laptop of [administrator, third]) await laptop.discard();
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

async function admitted(laptop: Laptop, request: string, person: typeof giulia): Promise<void> {
  const { page } = laptop;
  const { fingerprint } = await join(laptop, { profile: office.profile, request: at(request) }, person);
  await office.admit(at(request), fingerprint);
  await becomeMember(page);
}

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

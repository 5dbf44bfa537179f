import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { willOpen, willSaveAs } from './pages/dialogs.ts';
import { join, type Person } from './pages/gate.ts';
import { choose } from './pages/meeting.ts';
import { expectDraftKept, openNote, saveNote, writeNote } from './pages/note.ts';
import { becomeMember, openPouch } from './pages/pouch.ts';

const giulia: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const marko: Person = { name: 'Marko Šimić', country: 'Croatia', institution: 'USKOK', passphrase: 'seven quiet lanterns under lime' };
const group = 'Joint Working Group on Trafficking in Firearms';

test.describe.configure({ mode: 'serial' });

let folder: string;
let office: DemoOffice;
const laptops: Laptop[] = [];

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-by-hand-'));
  office = await openDemoOffice(path.join(folder, 'office'));
});

test.afterAll(async () => {
  for (const laptop of laptops) await laptop.discard();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function member(person: Person): Promise<Page> {
  const laptop = await openLaptop();
  laptops.push(laptop);
  const request = path.join(folder, `${person.name}.request`);
  const { fingerprint } = await join(laptop, { profile: office.profile, request }, person);
  await office.admit(request, fingerprint);
  await becomeMember(laptop.page);
  return laptop.page;
}

async function chooseStick(page: Page): Promise<void> {
  await openPouch(page);
  await page.locator('summary').filter({ hasText: 'Carry out or take in' }).click();
  await choose(page, 'Which medium it is', 'Encrypted stick of the programme (up to SENSITIVE)');
}

test('a note with a file goes by stick what the hotel may not carry, and is not called confirmed', async () => {
  test.setTimeout(300_000);
  const [from, to] = [await member(giulia), await member(marko)];
  await writeNote(from, { title: 'Bisedë me zyrën', text: 'Ngarkesa kalon dy herë në javë.', level: 'SENSITIVE', group });
  const scan = path.join(folder, 'скен.pdf');
  writeFileSync(scan, 'canary of the scan');
  await from.getByTestId('attach-files').setInputFiles(scan);
  await expect(from.getByRole('button', { name: 'Open скен.pdf' })).toBeVisible();
  await expectDraftKept(from);
  await saveNote(from);
  await chooseStick(from);
  await expect(from.getByTestId('by-hand-preview')).toHaveText('One record goes.');
  await expectAccessible(from, 'the pouch by hand');
  const file = path.join(folder, 'carried.pouch');
  const [first, second] = laptops as [Laptop, Laptop];
  await willSaveAs(first.app, file);
  await from.getByRole('button', { name: 'Carry out' }).click();
  await expect(from.getByTestId('carried')).toContainText('One file is with them.');
  await expect(from.getByTestId('carried')).toContainText('not confirmed');
  for (const word of ['canary', 'Ngarkesa', 'скен']) expect(readFileSync(file, 'utf8')).not.toContain(word);

  const half = path.join(folder, 'half.pouch');
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(half, lines.slice(0, 2).join('\n'));
  await chooseStick(to);
  await willOpen(second.app, half);
  await to.getByRole('button', { name: 'Take in' }).click();
  await expect(to.getByTestId('taken')).toContainText('ends before its end');
  await willOpen(second.app, file);
  await to.getByRole('button', { name: 'Take in' }).click();
  await expect(to.getByTestId('taken')).toContainText('One file came with them.');
  await openNote(to, 'Bisedë me zyrën');
  await expect(to.getByRole('button', { name: 'Open скен.pdf' })).toBeVisible();
});

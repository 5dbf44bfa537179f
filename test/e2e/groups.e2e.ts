import { expect, test, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { join } from './pages/gate.ts';
import { prepareMeeting } from './pages/meeting.ts';
import { expectDraftKept, goTo, noteBody, writeNote } from './pages/note.ts';
import { becomeMember } from './pages/pouch.ts';
import { expectSaved } from './pages/saved.ts';

const giulia = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const group = 'Joint Working Group on Trafficking in Firearms';

test.describe.configure({ mode: 'serial' });
test.setTimeout(240_000);

let folder: string;
let office: DemoOffice;
let laptop: Laptop;
let page: Page;

test.beforeAll(async () => {
  test.setTimeout(240_000);
  folder = mkdtempSync(path.join(tmpdir(), 'rapporteur-groups-'));
  office = await openDemoOffice(path.join(folder, 'office'));
  laptop = await openLaptop();
  page = laptop.page;
  const request = path.join(folder, 'request');
  const { fingerprint } = await join(laptop, { profile: office.profile, request }, giulia);
  await office.admit(request, fingerprint);
  await becomeMember(page);
});

test.afterAll(async () => {
  await laptop.discard();
  await office.close();
  rmSync(folder, { recursive: true, force: true });
});

/** From one of the many pages of the group back to it. */
async function openGroup(): Promise<void> {
  await goTo(page, 'Groups');
  await page.getByRole('link', { name: new RegExp(group) }).first().click();
}

test('a group of the profile is there before anybody has described it, with who answers for data protection', async () => {
  await openGroup();
  const fixed = page.getByRole('region', { name: 'From the signed profile' });
  await expect(fixed).toContainText('cannot be changed here');
  await expect(fixed).toContainText('Italy · Direzione Nazionale Antimafia');
  await expect(fixed).toContainText('Data protection officer of the programme');
  await expect(fixed).toContainText('valid until');
  await expectAccessible(page, 'group of the profile');
});

test('a page adds what the group writes of itself; what the profile fixes is not in the form', async () => {
  await page.getByRole('button', { name: 'Describe this group' }).click();
  await expect(page.getByText('come from the signed profile', { exact: false })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Mandate' }).fill('Трагање за пореклом оружја');
  await page.getByRole('combobox', { name: 'Meets' }).click();
  await page.getByRole('option', { name: 'Every month' }).click();
  await page.getByRole('button', { name: 'Add a member' }).click();
  await page.getByRole('group', { name: 'Member 1' }).getByRole('textbox', { name: 'Name' }).fill('Милена Ђорђевић');
  await expectAccessible(page, 'group written');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await expect(page.getByRole('heading', { name: group, level: 1 }).last()).toBeVisible();
  await expect(page.getByRole('region', { name: 'What the group writes of itself' })).toContainText('Трагање за пореклом оружја');
  await expect(page.getByText('In the profile, not described yet')).toHaveCount(0);
});

test('what belongs to the group is gathered on its page, and leads back', async () => {
  await goTo(page, 'Cases');
  await page.getByRole('button', { name: 'New case' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Route Bar–Bari');
  await page.getByRole('combobox', { name: 'Joint Working Group' }).click();
  await page.getByRole('option', { name: group }).click();
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await prepareMeeting(page, { title: 'Coordination in Bar', start: '10:00', place: 'Bar', group, agenda: ['Findings'], attendance: [] });
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await writeNote(page, { title: 'Above the hotel', text: 'Held.', level: 'SENSITIVE', group });
  await openGroup();
  await page.keyboard.press('Control+N');
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.type('Not finished yet');
  await expectDraftKept(page);
  await openGroup();
  await expect(page.getByRole('tab', { name: 'Cases 1' })).toBeVisible();
  await expect(page.getByRole('region', { name: /^Next meetings/ })).toContainText('Coordination in Bar');
  await expect(page.getByRole('region', { name: /^Stays on this laptop/ })).toContainText('Not finished yet');
  await expect(page.getByRole('region', { name: /^Stays on this laptop/ })).toContainText('Above the hotel');
  await expectAccessible(page, 'group overview');
  await page.getByRole('tab', { name: 'Cases 1' }).click();
  await page.getByRole('tabpanel').getByRole('link', { name: /Route Bar/ }).click();
  await page.getByRole('link', { name: 'JWG Firearms', exact: true }).click();
  await expect(page.getByRole('region', { name: 'From the signed profile' })).toBeVisible();
  await page.getByRole('tab', { name: 'People' }).click();
  await expect(page.getByRole('region', { name: /^Members by the directory/ })).toContainText('Nobody else is certified for this group yet.');
  await expect(page.getByRole('region', { name: /^Who sits in it/ })).toContainText('Милена Ђорђевић');
  await expectAccessible(page, 'people of a group');
});

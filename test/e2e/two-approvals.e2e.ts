import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import type { Laptop } from './laptop.ts';
import type { Person } from './pages/gate.ts';
import { approve, circulate, prepareMeeting, saveMeeting, takeLines, takeMinutes } from './pages/meeting.ts';
import { goTo } from './pages/note.ts';
import { exchange, openProgramme, type Programme } from './programme.ts';

const giulia: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const marijana: Person = { name: 'Marijana Đurić', country: 'Croatia', institution: 'USKOK', passphrase: 'ladder violet sparrow tram' };
const group = 'Joint Working Group on Trafficking in Firearms';
const slow = { timeout: 90_000 };

test.setTimeout(240_000);

let programme: Programme;
let [giulias, marijanas]: [Laptop, Laptop] = [] as never;

test.beforeAll(async () => {
  programme = await openProgramme();
  [giulias, marijanas] = [await programme.member(giulia), await programme.member(marijana)];
});

test.afterAll(() => programme.close());

/** Proposes a correction of the line and approves it for the chair. */
async function correctByChair(page: Page, line: string, correction: { readonly passage: string; readonly wording: string }): Promise<void> {
  await openMinutes(page);
  await page.getByRole('button', { name: `Correct: ${line}` }).click();
  const proposing = page.getByRole('dialog', { name: 'Propose a correction' });
  await proposing.getByRole('textbox', { name: 'The words as they stand' }).fill(correction.passage);
  await proposing.getByRole('textbox', { name: 'They should read' }).fill(correction.wording);
  await proposing.getByRole('textbox', { name: 'Reason' }).fill('Misheard');
  await proposing.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByRole('button', { name: 'Approve correction 1' }).click();
  const deciding = page.getByRole('dialog', { name: 'Approve correction 1' });
  await deciding.getByRole('radio', { name: 'By the chair' }).check();
  await deciding.getByRole('textbox', { name: 'Chair' }).fill('Giulia Ferrari');
  await deciding.getByRole('button', { name: 'Approve and sign' }).click();
  await expect(page.getByRole('region', { name: 'Correction 1' })).toContainText('Approved by the chair');
}

async function openMinutes(page: Page): Promise<void> {
  await goTo(page, 'Meetings');
  await page.getByRole('link', { name: /Coordination in Trieste/ }).first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Coordination in Trieste' })).toBeVisible();
}

test('two people who each approve a correction where the other cannot see it: one approves both together', async () => {
  const { page } = giulias;
  const attendance = [{ name: 'Giulia Ferrari', institution: 'DNA', country: 'Italy', role: 'Chair' }] as const;
  await prepareMeeting(page, { title: 'Coordination in Trieste', start: '09:00', place: 'Trieste', group, agenda: ['The route'], attendance });
  await takeMinutes(page);
  await takeLines(page, ['Two lorries crossed at Bar.']);
  await saveMeeting(page);
  await circulate(page);
  await approve(page);
  await exchange(giulias, marijanas);
  await correctByChair(page, 'Two lorries crossed at Bar.', { passage: 'Two lorries', wording: 'Three lorries' });
  await correctByChair(marijanas.page, 'Two lorries crossed at Bar.', { passage: 'Bar', wording: 'Bari' });
  await exchange(marijanas, giulias);
  await openMinutes(page);
  await expect(page.getByText('Two approvals').first()).toBeVisible();
  await expectAccessible(page, 'minutes with two approvals');
  await page.screenshot({ path: 'out/e2e/two-approvals.png' });
  await page.getByRole('button', { name: 'Approve both together' }).click();
  await expect(page.getByRole('button', { name: 'Approve both together' })).toHaveCount(0);
  for (const [number, wording] of [['1', 'Three'], ['2', 'Bari']] as const) {
    await expect(page.getByRole('region', { name: `Correction ${number}` })).toContainText(/Approved by the chair, Giulia Ferrari/);
    await expect(page.getByRole('article').locator('ins').filter({ hasText: wording })).toHaveCount(1);
  }
  await page.getByRole('button', { name: 'Export minutes' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Export/ })).toBeVisible(slow);
  await expect(page.getByText('These minutes are approved.', { exact: false })).toBeVisible(slow);
  await exchange(giulias, marijanas);
  await openMinutes(marijanas.page);
  await expect(marijanas.page.getByText('Two approvals')).toHaveCount(0);
  await expect(marijanas.page.getByRole('region', { name: 'Correction 2' })).toContainText('Approved by the chair');
});

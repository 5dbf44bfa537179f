import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { oneNotebook } from './one-notebook.ts';
import { approve, circulate, prepareMeeting, saveMeeting, takeLines, takeMinutes } from './pages/meeting.ts';
import { goTo } from './pages/note.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

let page: Page;
oneNotebook(person, (opened) => {
  page = opened.page;
});

/** Approved minutes of one line, in the series of both stories. */
async function approvedMinutes(title: string, line: string): Promise<void> {
  await begin(title);
  await takeLines(page, [line]);
  await saveMeeting(page);
  await circulate(page);
  await approve(page);
}

async function begin(title: string): Promise<void> {
  await prepareMeeting(page, { title, start: '09:00', place: 'Bar', series: 'Monthly of the route', agenda: ['Findings'], attendance: [{ name: 'Giulia Ferrari', institution: 'DNA', country: 'Italy', role: 'Chair' }] });
  await takeMinutes(page);
}

async function propose(correction: { readonly passage?: string; readonly wording: string; readonly reason: string }): Promise<void> {
  const proposing = page.getByRole('dialog', { name: 'Propose a correction' });
  if (correction.passage !== undefined) await proposing.getByRole('textbox', { name: 'The words as they stand' }).fill(correction.passage);
  await proposing.getByRole('textbox', { name: 'They should read' }).fill(correction.wording);
  await proposing.getByRole('textbox', { name: 'Reason' }).fill(correction.reason);
  await proposing.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(proposing).toBeHidden();
}

const note = (number: number) => page.getByRole('region', { name: `Correction ${String(number)}` });

test('a correction that waits stands on the next meeting of the series, which decides it', async () => {
  await approvedMinutes('First of the monthly', 'The plates were read.');
  await page.getByRole('button', { name: /^Correct: The plates/ }).click();
  await propose({ wording: 'The plates were not read.', reason: 'They were covered' });
  await expect(note(1)).toBeVisible();
  await begin('Second of the monthly');
  const carried = page.getByRole('complementary', { name: 'Still open from last time' });
  await expect(carried).toContainText('Correction to First of the monthly');
  await expectAccessible(page, 'a correction carried over');
  await saveMeeting(page);
  await carried.getByRole('link', { name: 'Decide' }).click();
  await page.getByRole('button', { name: 'Approve correction 1' }).click();
  const deciding = page.getByRole('dialog', { name: 'Approve correction 1' });
  await deciding.getByRole('combobox', { name: 'Meeting' }).click();
  await page.getByRole('option', { name: /^Second of the monthly/ }).click();
  await deciding.getByRole('button', { name: 'Approve and sign' }).click();
  await note(1).getByRole('link', { name: /^Approved at the meeting of/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Second of the monthly' })).toBeVisible();
  await expect(carried).toHaveCount(0);
});

test('who proposed a correction withdraws it: it stays beside the text, and no meeting decides it any more', async () => {
  await goTo(page, 'Meetings');
  await page.getByRole('link', { name: /First of the monthly/ }).first().click();
  await page.getByRole('button', { name: 'Correct the minutes' }).click();
  await propose({ passage: 'Giulia Ferrari', wording: 'Giulia Ferraris', reason: 'Погрешно прочитано' });
  await expect(note(2)).toContainText('Correction 2 · proposed');
  await expect(page.getByText('1 correction waits for a decision')).toBeVisible();
  await note(2).getByRole('button', { name: 'Withdraw correction 2' }).click();
  const asking = page.getByRole('dialog', { name: 'Withdraw correction 2?' });
  await expectAccessible(page, 'correction being withdrawn');
  await asking.getByRole('button', { name: 'Cancel' }).click();
  await expect(note(2)).toContainText('Correction 2 · proposed');
  await note(2).getByRole('button', { name: 'Withdraw correction 2' }).click();
  await asking.getByRole('button', { name: 'Withdraw', exact: true }).click();
  await expect(note(2)).toContainText('Correction 2 · withdrawn');
  await expect(note(2)).toContainText('Withdrawn by Ana Kovač');
  await expect(note(2).getByRole('button')).toHaveCount(0);
  await expect(page.getByText('waits for a decision')).toHaveCount(0);
  await expectAccessible(page, 'withdrawn correction');
  await begin('Third of the monthly');
  await saveMeeting(page);
  await expect(page.getByText('Correction to First of the monthly')).toHaveCount(0);
});

import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { expect } from '@playwright/test';
import { willSaveAs } from '../e2e/pages/dialogs.ts';
import { approve, circulate, prepareMeeting, saveMeeting, takeLines, takeMinutes } from '../e2e/pages/meeting.ts';
import type { Account } from './account.ts';
import { group } from './casework.ts';
import type { Teller } from './story.ts';

const plan = {
  title: 'Coordination meeting on the route Bar–Bari',
  start: '10:00',
  place: 'Podgorica, Supreme State Prosecutor’s Office',
  series: 'Route Bar–Bari',
  group,
  agenda: ['Findings since October', 'Interception: extension', 'Joint action day'],
  attendance: [
    { name: 'Giulia Ferrari', institution: 'Direzione Nazionale Antimafia', country: 'Italy', role: 'Chair' },
    { name: 'Милена Ђорђевић', institution: 'Тужилаштво за организовани криминал', country: 'Serbia', role: 'Minute-taker' },
    { name: 'Arben Hoxha', institution: 'SPAK', country: 'Albania' },
    { name: 'Besnik Krasniqi', institution: 'Special Prosecution', country: 'Kosovo*', presence: 'Apologies' },
  ],
} as const;

/** Minutes by keyboard while people talk, circulated, approved, exported as PDF and read back. */
export async function tellMinutes(account: Account, { name, page, laptop }: Teller): Promise<void> {
  await prepareMeeting(page, plan);
  await account.picture(page, 'meeting-preparation');
  await takeMinutes(page);
  await takeLines(page, [
    'The route moved from Bar to Durrës in October; two lorries a week.',
    '/d The three offices share plate readings weekly.',
    '/a chair: send the MLA draft by Friday',
    null,
    'Мере истичу 12. децембра; суд тражи нове чињенице.',
    '/a Djordjevic: поднети захтев до петка',
    null,
    '/d The joint action day is in the first week of March.',
    '/a Hoxha: rezervoj sallën në Tiranë',
  ]);
  await account.picture(page, 'minutes-live');
  await saveMeeting(page);
  account.note(name, 'holds a meeting and takes its minutes', 'two decisions, three actions, in three languages');
  await circulate(page);
  await approve(page);
  await account.picture(page, 'minutes-approved');
  account.note(name, 'circulates and approves the minutes', 'locked and signed');
  await exportMinutes(account, { name, page, laptop });
}

async function exportMinutes(account: Account, { name, page, laptop }: Teller): Promise<void> {
  const file = account.path('minutes.pdf');
  await page.getByRole('button', { name: 'Export minutes' }).click();
  const save = page.getByRole('button', { name: 'Export minutes' });
  await expect(save).toBeEnabled({ timeout: 60_000 });
  await page.locator('canvas').first().waitFor();
  await account.picture(page, 'export');
  await willSaveAs(laptop.app, file);
  await save.click();
  await expect(page.getByText('Saved as minutes.pdf')).toBeVisible();
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  const wanted = ['RESTREINT UE/EU RESTRICTED', 'Милена Ђорђевић', 'поднети захтев', 'rezervoj sallën', 'UNSCR 1244/1999', 'Page 1 of'];
  const missing = wanted.filter((one) => !text.includes(one));
  account.note(name, 'exports the minutes as PDF', `${String(Math.round(statSync(file).size / 1024))} KB${missing.length === 0 ? ', read back' : `; missing: ${missing.join(', ')}`}`, missing.length === 0);
}

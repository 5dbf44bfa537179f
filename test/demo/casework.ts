import { expect } from '@playwright/test';
import { choose } from '../e2e/pages/meeting.ts';
import { goTo, writeNote } from '../e2e/pages/note.ts';
import type { Account } from './account.ts';
import type { Teller } from './story.ts';

export const caseTitle = 'Route Bar–Bari';
export const group = 'Joint Working Group on Trafficking in Firearms';
export const contested = 'Plate readings at the ferry';

/** A case and notes at three markings, in three languages, one of them in Cyrillic. */
export async function tellCasework(account: Account, { name, page }: Teller): Promise<void> {
  await goTo(page, 'Cases');
  await account.picture(page, 'cases-empty');
  await page.getByRole('button', { name: 'New case' }).first().click();
  await page.getByRole('textbox', { name: 'Title' }).fill(caseTitle);
  await choose(page, 'Joint Working Group', group);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: caseTitle })).toBeVisible();
  await account.picture(page, 'case');
  account.note(name, 'opens a case', caseTitle);

  const notes = [
    { title: contested, text: 'The port authority keeps plate readings of lorries for ninety days.', level: 'UNCLASSIFIED', language: 'English' },
    { title: 'Bisedë me zyrën e ndërlidhjes', text: 'Ngarkesa kalon dy herë në javë; çdo të enjte mbërrin në Durrës.', level: 'SENSITIVE', language: 'Albanian' },
    { title: 'Разговор са тужиоцем Ђорђевић', text: 'Тужилаштво предлаже заједничку акцију у марту; мере прислушкивања истичу 12. децембра.', level: 'RESTREINT UE/EU RESTRICTED', language: 'Serbian, Cyrillic' },
  ];
  for (const { language, ...note } of notes) {
    await writeNote(page, { ...note, group });
    await account.picture(page, `note-${note.level.split(' ')[0]?.toLowerCase() ?? ''}`);
    account.note(name, `writes a note in ${language}`, `${note.level}: ${note.title}`);
  }
}

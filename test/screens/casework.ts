import { expect, type Page } from '@playwright/test';
import { choose, prepareMeeting, saveMeeting, takeLines, takeMinutes } from '../e2e/pages/meeting.ts';
import { goTo, writeNote } from '../e2e/pages/note.ts';
import { writeSeries } from '../e2e/pages/series.ts';
import { commandOf } from '../e2e/pages/palette.ts';
import { writeClock, writeReachable } from '../e2e/pages/proceedings.ts';
import { expectSaved } from '../e2e/pages/saved.ts';
import type { Album } from './album.ts';
import { writeLinks } from './case-screens.ts';

export const group = 'Joint Working Group on Trafficking in Firearms';
export const seriesTitle = 'Месечна координација JWG Firearms';
export const caseTitle = 'Оружје, Тирана – Скопље – Ниш: набавка преко посредника у луци и даље копном';
export const longTitle = 'What the liaison officer said about the second lorry, and the name of the driver who was seen with it near the crossing on Thursday evening';

/** Fills the notebook as a person would, with pictures of what one sees on the way. */
export async function writeCasework(album: Album, page: Page): Promise<void> {
  await goTo(page, 'Cases');
  await page.getByRole('button', { name: 'New case' }).first().click();
  await album.picture(page, 'case-form');
  await page.getByRole('textbox', { name: 'Title' }).fill(caseTitle);
  await choose(page, 'Joint Working Group', group);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { name: caseTitle })).toBeVisible();
  await writeNote(page, { title: 'Bisedë me zyrën e ndërlidhjes', text: 'Ngarkesa kalon dy herë në javë; çdo të enjte mbërrin në Durrës.', group });
  await writeNote(page, { title: longTitle, text: 'The driver is the same as in September; the trailer is not.', level: 'RESTREINT UE/EU RESTRICTED', group });
  await writeNote(page, { title: 'Разговор са тужиоцем Ђорђевић', text: 'Тужилаштво предлаже заједничку акцију у марту.', level: 'SENSITIVE' });
  await page.keyboard.press('Control+N');
  await page.getByRole('textbox', { name: 'Text of the note' }).waitFor();
  await page.keyboard.type('A thought that was not finished');
  await page.locator('summary').filter({ hasText: 'Details' }).click();
  await album.picture(page, 'note-being-written');
  await writeSeries(page, {
    title: seriesTitle, frequency: 'Monthly', start: '10:00', group,
    agenda: [{ title: 'Where the cases stand', minutes: 60 }, { title: 'Мере прислушкивања и рокови', minutes: 30 }, { title: 'Any other business', minutes: 15 }],
    participants: ['Giulia Ferrari', 'Милена Ђорђевић', 'Besnik Krasniqi'],
  });
  await writeLinks(album, page, caseTitle);
  await writeMeeting(album, page);
  await writeClocks(page);
}

/** What runs out, with somebody who can act and with nobody: Today shows both. */
async function writeClocks(page: Page): Promise<void> {
  await writeReachable(page, 'Милена Ђорђевић, заменица тужиоца за организовани криминал', { office: '+381 11 308 2700', duty: '+381 64 555 0113' });
  await commandOf(page, 'New national proceedings');
  await page.getByRole('textbox', { name: 'File number' }).fill('КТИ 12/26');
  await writeClock(page, 1, 3, { about: 'Д. Р.', contact: 'Милена Ђорђевић' });
  await writeClock(page, 2, 20, { about: 'M. K.' });
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
}

async function writeMeeting(album: Album, page: Page): Promise<void> {
  await prepareMeeting(page, {
    title: 'Coordination meeting on the route Bar–Bari',
    start: '10:00',
    place: 'Podgorica, Supreme State Prosecutor’s Office',
    group,
    series: seriesTitle,
    agenda: ['Findings since October', 'Мере прислушкивања', 'Joint action day'],
    attendance: [
      { name: 'Giulia Ferrari', institution: 'Direzione Nazionale Antimafia', country: 'Italy', role: 'Chair' },
      { name: 'Милена Ђорђевић', institution: 'Тужилаштво за организовани криминал', country: 'Serbia' },
      { name: 'Besnik Krasniqi', institution: 'Special Prosecution', country: 'Kosovo*', presence: 'Apologies' },
    ],
  });
  await album.picture(page, 'meeting-preparation');
  await takeMinutes(page);
  await takeLines(page, ['The route moved from Bar to Durrës in October.', '/d The three offices share plate readings weekly.', '/a chair: send the MLA draft by Friday', null, 'Мере истичу 12. децембра.']);
  await album.picture(page, 'minutes-being-taken');
  await saveMeeting(page);
}

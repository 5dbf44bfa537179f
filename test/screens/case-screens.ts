import { expect, type Page } from '@playwright/test';
import { openPart } from '../e2e/pages/case.ts';
import { addSubject, drawRelation, openDiagram, subjectRow } from '../e2e/pages/diagram.ts';
import { goTo } from '../e2e/pages/note.ts';
import type { Album } from './album.ts';

async function openCase(page: Page, title: string): Promise<void> {
  await goTo(page, 'Cases');
  await page.getByRole('link', { name: title }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Subjects and relations of the case, written in its diagram: names in two scripts, one that is long. */
export async function writeLinks(album: Album, page: Page, title: string): Promise<void> {
  await openCase(page, title);
  await openDiagram(page);
  await album.picture(page, 'diagram-new');
  await addSubject(page, { name: 'Ђорђе Милисављевић', what: 'Person' });
  await addSubject(page, { name: 'Предузеће за спољну и унутрашњу трговину „Јадран–Дунав“ са ограниченом одговорношћу, представништво Подгорица', what: 'Company' });
  await page.getByRole('button', { name: 'Draw a relation' }).first().click();
  await album.picture(page, 'diagram-relation');
  await drawRelation(page, { words: 'заступа', nature: 'Fact', to: 'Ђорђе Милисављевић' });
  await addSubject(page, { name: 'NS 214-ŽĆ', what: 'Vehicle' });
  await page.getByRole('button', { name: 'Draw a relation' }).first().click();
  await drawRelation(page, { words: 'seen at the crossing with', to: 'Ђорђе Милисављевић' });
}

/** The parts of a case, as one finds them. */
export async function pictureCaseParts(album: Album, page: Page, title: string, suffix: string): Promise<void> {
  await openCase(page, title);
  await album.picture(page, `case${suffix}`);
  for (const part of ['Contacts', 'Authorities', 'Subjects', 'Files'] as const) {
    await openPart(page, part);
    await album.picture(page, `case-${part.toLowerCase()}${suffix}`);
  }
  await openDiagram(page);
  await subjectRow(page, /^Ђорђе/).click();
  await expect(page.getByRole('button', { name: /^seen at the crossing/ }).first()).toBeVisible();
  await album.picture(page, `case-diagram${suffix}`);
  await page.getByRole('link', { name: 'Whole window' }).click();
  await page.getByRole('link', { name: 'Back to the case' }).waitFor();
  await album.picture(page, `diagram${suffix}`);
  await page.getByRole('button', { name: 'Export…' }).click();
  await page.getByRole('radio', { name: 'Giving to others' }).check();
  await page.getByText('stay out of it').waitFor();
  await album.picture(page, `diagram-export${suffix}`);
  await page.getByRole('button', { name: 'Cancel' }).click();
}

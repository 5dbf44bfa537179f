import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Bridge } from '../../electron/preload/bridge.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { willOpen, willSaveAs } from './pages/dialogs.ts';
import { workAlone } from './pages/gate.ts';
import { approve, choose, circulate, prepareMeeting, saveMeeting, takeLines, takeMinutes } from './pages/meeting.ts';
import { readPdf } from './read-pdf.ts';

// Each goes on where the one before stopped, as a person does.
test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let file: string;

test.beforeAll(async () => {
  laptop = await openLaptop();
  file = path.join(laptop.profile, 'exported.pdf');
  await workAlone(laptop.page, { name: 'Élise Moreau', country: 'France', institution: 'Ministère de la Justice', passphrase: 'kestrel lantern orbit velvet' });
  await prepareMeeting(laptop.page, {
    title: 'Coordination on the Bar–Bari route', start: '10:00', place: 'Podgorica',
    agenda: ['State of play', 'Размена података'],
    attendance: [
      { name: 'Élise Moreau', institution: 'Ministère de la Justice', country: 'France', role: 'Chair' },
      { name: 'Blerta Krasniqi', institution: 'Prokuroria Speciale', country: 'Kosovo*' },
    ],
  });
  await takeMinutes(laptop.page);
  await takeLines(laptop.page, [
    'The request was acknowledged.', '/d The analysis goes on', '/a Blerta Krasniqi: send the draft by Friday',
    null, 'Подаци се размењују преко контакт-тачака.',
  ]);
  await saveMeeting(laptop.page);
});
test.afterAll(() => laptop.discard());

test('the pages are shown as they will be printed, in the language chosen, and saved byte for byte', async () => {
  const { page, app } = laptop;
  await page.getByRole('button', { name: 'Export minutes' }).click();
  const first = page.getByRole('figure', { name: /^Page 1 of/ });
  await expect(first).toBeVisible({ timeout: 30_000 });
  await expect(first.locator('figcaption')).toContainText('Coordination on the Bar–Bari route');
  await choose(page, 'Language of the labels', 'Serbian, Cyrillic (српски)');
  await expect(first.locator('figcaption')).toContainText('Записник са састанка', { timeout: 30_000 });
  await willSaveAs(app, file);
  await page.getByRole('button', { name: 'Export minutes' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved as exported.pdf' })).toBeVisible();
  const pdf = await readPdf(await readFile(file));
  const text = pdf.pages.map((one) => one.text).join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('Одлука 1');
  expect(text).toContain('Подаци се размењују преко контакт-тачака.');
  expect(text).toContain('Косово*');
  expect(text).toContain('Нацрт');
  expect(pdf.missingFonts).toEqual([]);
});

test('a PDF that was exported is recognised, and one that was altered is not', async () => {
  const { page, app } = laptop;
  await willOpen(app, file);
  await page.getByRole('link', { name: 'Check a PDF that somebody gave you' }).click();
  await page.getByRole('button', { name: 'Choose a PDF' }).click();
  await expect(page.getByText(/is authentic and unaltered\. Élise Moreau exported it/)).toBeVisible({ timeout: 30_000 });
  const forged = path.join(laptop.profile, 'forged.pdf');
  await writeFile(forged, await otherPages(await readFile(file)));
  await willOpen(app, forged);
  await page.getByRole('button', { name: 'Choose a PDF' }).click();
  await expect(page.getByRole('alert')).toContainText('The pages of this file do not say what was sealed in it.');
  const other = path.join(laptop.profile, 'other.pdf');
  await writeFile(other, 'Nothing of a PDF');
  await willOpen(app, other);
  await page.getByRole('button', { name: 'Choose a PDF' }).click();
  await expect(page.getByRole('alert')).toContainText('There is no Rapporteur record in this file.');
});

/** The true record inside pages that say something else. */
async function otherPages(exported: Uint8Array): Promise<Uint8Array> {
  const record = (await readPdf(exported)).attachments.get('rapporteur-record.json') ?? new Uint8Array();
  const bytes = await laptop.page.evaluate(async (record) => {
    const bridge = (window as unknown as { rapporteur: Bridge }).rapporteur;
    const answer = await bridge.call('print:pdf', {
      html: '<!doctype html><html lang="en"><body><p>Other words</p></body></html>',
      title: 'Forged', language: 'en', level: 'UNCLASSIFIED', banner: 'UNCLASSIFIED', pageLabel: 'Page {page} of {pages}', reference: '',
      record: new Uint8Array(record), suggestedName: 'forged.pdf',
    });
    return 'failure' in answer ? [] : [...answer.pdf];
  }, [...record]);
  return new Uint8Array(bytes);
}

test('approved minutes say so, and by whom', async () => {
  const { page } = laptop;
  await page.goBack();
  await page.getByRole('link', { name: 'Back to the meeting' }).click();
  await circulate(page);
  await approve(page);
  await page.getByRole('button', { name: 'Export minutes' }).click();
  const first = page.getByRole('figure', { name: /^Page 1 of/ });
  await expect(first.locator('figcaption')).toContainText('Approved by Élise Moreau on', { timeout: 30_000 });
});

test('a correction is printed with its mark once it is approved; the file from before stays what it was', async () => {
  const { page, app } = laptop;
  const [before, after] = [path.join(laptop.profile, 'before.pdf'), path.join(laptop.profile, 'after.pdf')];
  const save = async (to: string) => {
    await willSaveAs(app, to);
    await page.getByRole('button', { name: 'Export minutes' }).click();
    await expect(page.getByRole('status').filter({ hasText: `Saved as ${path.basename(to)}` })).toBeVisible({ timeout: 30_000 });
  };
  await choose(page, 'Language of the labels', 'English');
  await expect(page.getByRole('figure', { name: /^Page 1 of/ }).locator('figcaption')).toContainText('Minutes of the meeting', { timeout: 30_000 });
  await save(before);
  await page.getByRole('link', { name: 'Back to the meeting' }).click();
  await page.getByRole('button', { name: /^Correct: The request was acknowledged/ }).click();
  const proposing = page.getByRole('dialog', { name: 'Propose a correction' });
  await proposing.getByRole('textbox', { name: 'The words as they stand' }).fill('acknowledged');
  await proposing.getByRole('textbox', { name: 'They should read' }).fill('примљен, није потврђен');
  await proposing.getByRole('textbox', { name: 'Reason' }).fill('The note verbale says so');
  await proposing.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByRole('button', { name: 'Approve correction 1' }).click();
  const deciding = page.getByRole('dialog', { name: 'Approve correction 1' });
  await deciding.getByRole('button', { name: 'Approve and sign' }).click();
  await expect(page.getByRole('region', { name: 'Correction 1' })).toContainText('Approved at the meeting of');
  await page.getByRole('button', { name: 'Export minutes' }).click();
  await expect(page.getByRole('figure', { name: /^Page 1 of/ })).toBeVisible({ timeout: 30_000 });
  await save(after);
  const text = (await readPdf(await readFile(after))).pages.map((one) => one.text).join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('The request was acknowledged. [1]');
  expect(text).toMatch(/Corrections \[1\] Correction 1 – 1\. State of play As minuted acknowledged Corrected to примљен, није потврђен Reason The note verbale says so/);
  const word = path.join(laptop.profile, 'after.docx');
  await page.getByRole('radiogroup', { name: 'Format' }).getByText('Word', { exact: true }).click();
  await expectAccessible(page, 'export for Word');
  await save(word);
  const written = new TextDecoder().decode(unzipSync(await readFile(word))['word/document.xml']).replaceAll(/<[^>]*>/g, '');
  expect(written).toContain('The request was acknowledged. [1]');
  expect(written).toContain('As minutedacknowledged');
  await page.getByRole('link', { name: 'Check a PDF that somebody gave you' }).click();
  for (const file of [before, after]) {
    await willOpen(app, file);
    await page.getByRole('button', { name: 'Choose a PDF' }).click();
    await expect(page.getByText(/is authentic and unaltered\. Élise Moreau exported it/)).toBeVisible({ timeout: 30_000 });
  }
});

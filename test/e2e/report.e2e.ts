import { expect, test, type Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { awayFromMidnight, dayFromToday } from './pages/days.ts';
import { willOpen, willSaveAs } from './pages/dialogs.ts';
import { workAlone } from './pages/gate.ts';
import { choose } from './pages/meeting.ts';
import { goTo } from './pages/note.ts';
import { commandOf } from './pages/palette.ts';
import { expectSaved } from './pages/saved.ts';
import { readPdf } from './read-pdf.ts';

const person = { name: 'Ružica Kanarinac', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

/** Words of records and of people: none of them may stand in what leaves. */
const canaries = ['Kanarinac', 'Ружица', 'Topic-4711', 'Counterpart-4712', 'Case-4713', 'Result-4714', 'Court-4715'];

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;
let folder: string;

test.beforeAll(async () => {
  await awayFromMidnight();
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-report-'));
  laptop = await openLaptop();
  page = laptop.page;
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
  await rm(folder, { recursive: true, force: true });
});

async function writeActivity(topic: string, { project, hours, country }: { project: string; hours: string; country: string }): Promise<void> {
  await goTo(page, 'Advisory');
  await page.getByRole('button', { name: 'New activity' }).first().click();
  await page.getByRole('textbox', { name: 'Topic' }).fill(`Topic-4711 ${topic} Ружица`);
  await page.getByRole('textbox', { name: 'Counterpart', exact: true }).fill('Counterpart-4712');
  await page.getByRole('textbox', { name: 'Hours' }).fill(hours);
  await choose(page, 'Kind', 'Training');
  await page.getByRole('combobox', { name: 'Country' }).fill(country);
  await page.getByRole('option', { name: country }).click();
  await choose(page, 'Project', project);
  await page.getByRole('textbox', { name: 'Institution' }).fill('Court-4715');
  await page.getByRole('textbox', { name: 'Result' }).fill('Result-4714');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
}

const figureOf = (measure: string) => page.getByRole('table', { name: 'What was done' }).getByRole('row', { name: measure }).getByRole('cell');

test('a new notebook says what the report is for', async () => {
  await goTo(page, 'Report');
  await expect(page.getByText('Nothing counts in this period')).toBeVisible();
  await expectAccessible(page, 'empty report');
});

test('what was done is counted, and each figure opens on the list that it was counted from', async () => {
  await writeActivity('first', { project: 'Prosecutors\' Network', hours: '2.5', country: 'Kosovo*' });
  await writeActivity('second', { project: 'Prosecutors\' Network', hours: '4', country: 'Serbia' });
  await writeActivity('third', { project: 'Police Co-operation', hours: '6', country: 'Serbia' });
  await goTo(page, 'Report');
  await expect(figureOf('Hours of advice')).toHaveText('12.5');
  await expectAccessible(page, 'report');
  await page.getByRole('table', { name: 'By country' }).getByRole('row', { name: 'Serbia' }).getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'Advisory activities: 2' })).toBeVisible();
  await expect(page.getByRole('link', { name: /Topic-4711 second/ })).toBeVisible();
  await expectAccessible(page, 'the list behind a figure');
  await page.getByRole('link', { name: 'Back to the report' }).click();
  await choose(page, 'Counted for', 'Police Co-operation');
  await expect(figureOf('Hours of advice')).toHaveText('6');
  await page.screenshot({ path: 'out/report.png' });
});

test('a case that says its project once speaks for what belongs to it', async () => {
  await commandOf(page, 'New case');
  await page.getByRole('textbox', { name: 'Title' }).fill('Case-4713');
  await choose(page, 'Project', 'Police Co-operation');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Edit', exact: true })).toBeVisible();
  await goTo(page, 'Advisory');
  await page.getByRole('link', { name: /Topic-4711 third/ }).click();
  await page.getByRole('combobox', { name: 'Case' }).fill('Case');
  await page.getByRole('option', { name: 'Case-4713' }).click();
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await goTo(page, 'Report');
  await choose(page, 'Counted for', 'Police Co-operation');
  await expect(figureOf('Cases supported')).toHaveText('1');
  await choose(page, 'Counted for', 'Prosecutors\' Network');
  await expect(figureOf('Cases supported')).toHaveText('0');
});

test('an indicator shows what the period brought, between baseline and target', async () => {
  await page.getByRole('link', { name: 'Logframe' }).click();
  await expect(page.getByText('This project has no indicator yet')).toBeVisible();
  await expectAccessible(page, 'empty logframe');
  await page.getByRole('button', { name: 'New indicator' }).first().click();
  await page.getByRole('textbox', { name: 'Indicator', exact: true }).fill('Trainings carried out');
  await expect(page.getByRole('combobox', { name: 'Project' })).toHaveValue('Prosecutors\' Network');
  await page.getByRole('textbox', { name: 'Number in the logframe' }).fill('1.1');
  await page.getByRole('combobox', { name: 'Only these kinds of activity' }).click();
  await page.getByRole('option', { name: 'Training' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Disaggregated by' }).click();
  await page.getByRole('option', { name: 'Country' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Unit' }).fill('trainings');
  await page.getByRole('textbox', { name: 'Baseline', exact: true }).fill('0');
  await page.getByRole('textbox', { name: 'Target', exact: true }).fill('8');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await expectAccessible(page, 'indicator');
  await goTo(page, 'Report');
  await page.getByRole('link', { name: 'Logframe' }).click();
  const indicator = page.getByRole('article').filter({ hasText: '1.1 · Trainings carried out' });
  await expect(indicator).toContainText('2 trainings');
  await expect(indicator).toContainText('25% of the way to the target');
  await expectAccessible(page, 'logframe');
  await indicator.getByRole('link', { name: '2', exact: true }).click();
  await expect(page.getByRole('link', { name: /Topic-4711/ })).toHaveCount(2);
  await page.getByRole('link', { name: 'Back to the report' }).click();
});

test('a period that is over is frozen', async () => {
  await expect(page.getByText('This period is not over')).toBeVisible();
  await page.getByRole('button', { name: 'From and until…' }).click();
  await page.getByRole('textbox', { name: 'Until' }).fill(dayFromToday(0));
  await page.getByRole('textbox', { name: 'Until' }).press('Tab');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.getByRole('button', { name: 'Freeze this period' }).click();
  await expectAccessible(page, 'freezing a period');
  await page.getByRole('button', { name: 'Freeze', exact: true }).click();
  await expect(page.getByText(/^Prosecutors' Network.*Frozen/)).toBeVisible();
  await expect(page.getByRole('article')).toContainText('as reported');
  await expectAccessible(page, 'reported period');
});

test('what is written later does not move it; the difference is shown and opens on its list', async () => {
  await writeActivity('fourth', { project: 'Prosecutors\' Network', hours: '1', country: 'Albania' });
  await goTo(page, 'Report');
  await page.getByRole('link', { name: 'Reported periods' }).click();
  await expectAccessible(page, 'reported periods');
  await page.getByRole('list', { name: 'Reported periods' }).getByRole('link').click();
  await expect(page.getByRole('article')).toContainText('2 trainings');
  await page.screenshot({ path: 'out/report-frozen.png' });
  await page.getByRole('link', { name: '1 more record now than when it was reported' }).click();
  await expect(page.getByRole('link', { name: /Topic-4711 fourth/ })).toBeVisible();
  await expect(page.getByRole('link', { name: /Topic-4711/ })).toHaveCount(1);
  await page.getByRole('link', { name: 'Back to the report' }).click();
});

async function exportAs(format: 'PDF' | 'DOCX' | 'CSV', name: string): Promise<Uint8Array> {
  const file = path.join(folder, name);
  await page.getByText(format, { exact: true }).click();
  await willSaveAs(laptop.app, file);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(`Saved as ${name}`)).toBeVisible({ timeout: 60_000 });
  return new Uint8Array(await readFile(file));
}

function expectNoNames(text: string): void {
  for (const canary of canaries) expect(text).not.toContain(canary);
}

test('it leaves as PDF, DOCX and CSV with its figures, and with nobody’s name', async () => {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  await expectAccessible(page, 'export of a report');
  await page.screenshot({ path: 'out/report-export.png' });

  const pdf = await readPdf(await exportAs('PDF', 'reported.pdf'));
  const text = pdf.pages.map((one) => one.text).join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('Trainings carried out');
  expect(text).toContain('2 trainings');
  expect(text.split('This designation is without prejudice')).toHaveLength(2);
  expect(pdf.marked).toBe(true);
  for (const tag of ['H1', 'H2', 'H3', 'Table', 'TH', 'TD']) expect(pdf.pages.flatMap((one) => one.tags)).toContain(tag);
  expect(pdf.missingFonts).toEqual([]);
  expect(pdf.pages[0]?.margins[0]?.text).toBe(pdf.information['Subject']);
  const attached = new TextDecoder().decode(pdf.attachments.get('rapporteur-record.json'));
  const signed = Buffer.from((JSON.parse(attached) as { statement: string }).statement, 'base64url').toString();
  expect(signed).toContain('Trainings carried out');
  expectNoNames([text, signed, pdf.xmp, JSON.stringify(pdf.information)].join(' '));

  const parts = unzipSync(await exportAs('DOCX', 'reported.docx'));
  const words = Object.entries(parts).filter(([name]) => name.endsWith('.xml')).map(([, bytes]) => new TextDecoder().decode(bytes)).join(' ');
  expect(words).toContain('Trainings carried out');
  expect(words).toContain('2 trainings');
  expectNoNames(words);

  const table = new TextDecoder().decode(await exportAs('CSV', 'reported.csv'));
  expect(table).toContain('Outputs,1.1,Trainings carried out,In the period,,2\r\n');
  expect(table).toContain('Outputs,1.1,Trainings carried out,By country,Serbia,1\r\n');
  expect(table).toContain('This designation is without prejudice');
  expectNoNames(table);
});

test('an exported report can be checked by whoever has its file', async () => {
  await page.getByRole('link', { name: 'Check an exported file' }).click();
  await willOpen(laptop.app, path.join(folder, 'reported.pdf'));
  await page.getByRole('button', { name: 'Choose a PDF' }).click();
  await expect(page.getByText('is authentic and unaltered')).toContainText(person.name);
});

test('a reported period can be taken back, and lies in the bin', async () => {
  await goTo(page, 'Report');
  await page.getByRole('link', { name: 'Reported periods' }).click();
  await page.getByRole('list', { name: 'Reported periods' }).getByRole('link').click();
  await page.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(page.getByText('This reported period lies in the bin')).toBeVisible();
  await page.getByRole('link', { name: 'Reported periods' }).click();
  await expect(page.getByText('No period was reported yet')).toBeVisible();
  await page.locator('summary').filter({ hasText: 'In the bin' }).click();
  await page.getByRole('list', { name: 'In the bin' }).getByRole('link').click();
  await page.getByRole('button', { name: 'Put back' }).click();
  await expect(page.getByText('This reported period lies in the bin')).toHaveCount(0);
});

test('the activity of the quarter leaves without names too', async () => {
  await goTo(page, 'Report');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  const pdf = await readPdf(await exportAs('PDF', 'activity.pdf'));
  const text = pdf.pages.map((one) => one.text).join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain('Hours of advice 13.5');
  expectNoNames(text);
  const table = new TextDecoder().decode(await exportAs('CSV', 'activity.csv'));
  expect(table).toContain('Hours of advice,By country,Serbia,10\r\n');
  expectNoNames(table);
});

test('one’s own work alone is counted, listed and exported where that is asked', async () => {
  await goTo(page, 'Report');
  await page.getByRole('checkbox', { name: 'My own work only' }).check();
  await expect(figureOf('Hours of advice')).toHaveText('13.5');
  await expectAccessible(page, 'report of own work');
  await figureOf('Hours of advice').getByRole('link').click();
  await expect(page.getByText(/· my own work ·/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to the report' }).click();
  await expect(page.getByRole('checkbox', { name: 'My own work only' })).toBeChecked();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  const text = (await readPdf(await exportAs('PDF', 'own.pdf'))).pages.map((one) => one.text).join(' ').replaceAll(/\s+/g, ' ');
  expect(text).toContain(': own work');
  expect(text).toContain('Whose work Own work of whoever drew this up');
  expectNoNames(text);
  expect(new TextDecoder().decode(unzipSync(await exportAs('DOCX', 'own.docx'))['word/document.xml'])).toContain('Own work of whoever drew this up');
  expect(new TextDecoder().decode(await exportAs('CSV', 'own.csv'))).toContain('Whose work,Own work of whoever drew this up\r\n');
});

test('what left stands in the register of transfers', async () => {
  await goTo(page, 'Settings');
  await page.getByRole('link', { name: 'Register of transfers' }).click();
  const transfers = page.getByRole('list', { name: 'What left' }).getByRole('listitem');
  await expect(transfers).toHaveCount(8);
  await expect(transfers.first()).toContainText('Exported as CSV');
});

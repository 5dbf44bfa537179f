import { expect, test, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { writeCase } from './pages/case.ts';
import { addSubject, drawing, drawRelation, openDiagram, subjectRow, subjectRows } from './pages/diagram.ts';
import { willSaveAs } from './pages/dialogs.ts';
import { lock, unlock, workAlone } from './pages/gate.ts';
import { goTo } from './pages/note.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };
const title = 'Cigarette route Bar–Bari';

test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;
let folder: string;
const complaints: string[] = [];

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-diagram-'));
  laptop = await openLaptop();
  page = laptop.page;
  // What the content security policy refuses is said in the console and nowhere else.
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
  await rm(folder, { recursive: true, force: true });
});

test('an empty diagram says what it is for; subjects are added in it', async () => {
  await writeCase(page, { title });
  await openDiagram(page);
  await expect(page.getByText('Add the first one.')).toBeVisible();
  await expectAccessible(page, 'diagram without subjects');
  await addSubject(page, { name: 'Ђорђе Вукановић', what: 'Person' });
  await addSubject(page, { name: 'White van PG CD 417', what: 'Vehicle' });
  await expect(subjectRows(page)).toHaveCount(2);
  await expect(drawing(page)).toHaveAccessibleName(/^Link diagram of Cigarette route Bar–Bari: 2 subjects, 0 relations/);
  await expect(page.getByRole('tab', { name: /^Subjects 2/ })).toBeVisible();
});

test('a relation is drawn between two that are chosen by keyboard', async () => {
  await subjectRow(page, /^White van/).focus();
  await page.keyboard.press('ArrowDown');
  await expect(subjectRow(page, /^Ђорђе/)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Draw a relation between the two' }).click();
  await expectAccessible(page, 'relation being drawn');
  await drawRelation(page, { words: 'drives', nature: 'Fact' });
  await expect(drawing(page)).toHaveAccessibleName(/1 relation\./);
  await expect(page.getByRole('button', { name: 'drives → White van PG CD 417 Fact' })).toHaveAttribute('aria-pressed', 'true');
  await expectAccessible(page, 'diagram with a relation');
});

test('a relation is edited in the diagram, and leaves it for the bin and back', async () => {
  await page.getByRole('button', { name: 'Edit', exact: true }).last().click();
  await page.getByRole('textbox', { name: 'Since' }).fill('3 Jan 2024');
  await page.getByRole('textbox', { name: 'Since' }).blur();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'drives → White van PG CD 417 Fact · since 3 Jan 2024' })).toBeVisible();
  await page.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(drawing(page)).toHaveAccessibleName(/0 relations\./);
  await page.keyboard.press('Control+Z');
  await expect(drawing(page)).toHaveAccessibleName(/1 relation\./);
});

test('what leads out of the case is expanded, marked as outside, and taken in', async () => {
  await writeCase(page, { title: 'Invoices through Vlorë' });
  await openDiagram(page);
  await addSubject(page, { name: 'Arben Çeliku', what: 'Person' });
  await page.getByRole('button', { name: 'Draw a relation' }).first().click();
  await drawRelation(page, { words: 'paid', to: 'Ђорђе Вукановић' });
  await expect(subjectRow(page, /^Arben Çeliku/)).toContainText('1 more beyond');
  await subjectRow(page, /^Arben/).click();
  await page.getByRole('button', { name: 'Expand: 1 more' }).click();
  await expect(subjectRow(page, /^Ђорђе/)).toContainText('outside this case');
  await expectAccessible(page, 'diagram with a subject of elsewhere');
  await subjectRow(page, /^Ђорђе/).click();
  await page.getByRole('button', { name: 'Take into this case' }).click();
  await expect(subjectRow(page, /^Ђорђе/)).not.toContainText('outside this case');
  await expect(page.getByRole('tab', { name: /^Subjects 2/ })).toBeVisible();
});

test('what is hidden stays hidden after a lock, and comes back at a press', async () => {
  await page.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(subjectRows(page)).toHaveCount(1);
  await lock(page);
  await unlock(page, person.passphrase);
  await expect(page.getByRole('button', { name: 'Show 1 hidden' })).toBeVisible();
  await page.getByRole('button', { name: 'Show 1 hidden' }).click();
  await expect(subjectRows(page)).toHaveCount(2);
});

test('the diagram of a subject shows those around it, with the whole window', async () => {
  await goTo(page, 'Subjects');
  await page.getByRole('link', { name: /^Ђорђе/ }).first().click();
  await page.getByRole('link', { name: 'Link diagram' }).click();
  await expect(subjectRows(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByRole('menuitem', { name: 'In rows, by what they are' }).click();
  await expectAccessible(page, 'diagram of a subject');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'Ђорђе Вукановић' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Link diagram' })).toBeVisible();
});

test('it leaves as SVG and as PNG with its marking; what may not leave stays out', async () => {
  await page.getByRole('link', { name: 'Link diagram' }).click();
  await page.getByRole('button', { name: 'Export…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export the diagram' });
  await dialog.getByRole('radio', { name: /SVG/ }).check();
  await dialog.getByRole('radio', { name: 'Giving to others' }).check();
  // Two persons, and the relations that are said of persons.
  await expect(dialog).toContainText('about persons, without a ground for a transfer');
  await expectAccessible(page, 'diagram export');
  await dialog.getByRole('radio', { name: 'My own use' }).check();
  await expect(dialog).not.toContainText('stay out of it');
  const svg = path.join(folder, 'diagram.svg');
  await willSaveAs(laptop.app, svg);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText('Saved as diagram.svg')).toBeVisible();
  const drawn = await readFile(svg, 'utf8');
  expect(drawn).toContain('Ђорђе Вукановић');
  expect(drawn).toContain('>drives<');
  expect(drawn.match(/>SENSITIVE/g)?.length ?? drawn.match(/>UNCLASSIFIED/g)?.length).toBe(2);
  await page.getByRole('button', { name: 'Export…' }).click();
  const png = path.join(folder, 'diagram.png');
  await willSaveAs(laptop.app, png);
  await dialog.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText('Saved as diagram.png')).toBeVisible();
  expect((await readFile(png)).subarray(1, 4).toString('latin1')).toBe('PNG');
});

test('the content security policy had nothing to refuse', () => {
  expect(complaints).toEqual([]);
});

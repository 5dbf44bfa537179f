import { once } from 'node:events';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { openPart, writeCase } from './pages/case.ts';
import { lock, unlock, workAlone } from './pages/gate.ts';
import { approve, circulate, nextLine, prepareMeeting, saveMeeting, takeLines, takeMinutes, takenLines } from './pages/meeting.ts';
import { expectDraftKept, finaliseNote, goTo, noteBody, openHistory, saveNote } from './pages/note.ts';
import { expectSaved } from './pages/saved.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

/** One laptop for the whole story: making a notebook costs a key derivation each time. */
test.describe.configure({ mode: 'serial' });

let laptop: Laptop;
let page: Page;

test.beforeAll(async () => {
  laptop = await openLaptop();
  page = laptop.page;
  await workAlone(page, person);
});

test.afterAll(async () => {
  await laptop.discard();
});

test('a case gathers what is written from its page', async () => {
  await writeCase(page, { title: 'Cigarette route Bar–Bari', countries: ['Montenegro', 'Kosovo*'], summary: 'Untaxed cigarettes leave the port of Bar at night.' });
  await expectAccessible(page, 'case');
  await openPart(page, 'Notes');
  await page.getByRole('button', { name: 'New note' }).last().click();
  await expect(noteBody(page)).toBeFocused();
  await expect(page.locator('summary').filter({ hasText: 'Details' })).toContainText('Cigarette route Bar–Bari');
});

test('a note: from the first letter, through a save, to final', async () => {
  await page.keyboard.type('The vessel left');
  await expectDraftKept(page);
  await expect(page.getByRole('list', { name: 'Being written' }).getByRole('link', { name: /The vessel left/ })).toBeVisible();
  await page.keyboard.type(' Bar at two.');
  await saveNote(page);
  // The page is the same after its first save: the caret has stayed where it was.
  await page.keyboard.type(' More to come.');
  await saveNote(page);
  await expect(noteBody(page)).toHaveText('The vessel left Bar at two. More to come.');
  await expectAccessible(page, 'note');
  await finaliseNote(page);
  await expect(page.getByText(/^Final since .*, signed by Ana Kovač/)).toBeVisible();
  await expectAccessible(page, 'final note');
});

test('a final note is amended beside what was signed, and the history tells it', async () => {
  await page.getByRole('button', { name: 'Amend' }).click();
  await noteBody(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' A court order is needed.');
  await page.getByRole('button', { name: 'Save the amendment' }).click();
  const open = page.getByRole('region', { name: 'Open note' });
  await expect(open.getByText('More to come. A court order is needed.')).toBeVisible();
  await page.getByText('As signed', { exact: true }).click();
  await expect(open.getByText('The vessel left Bar at two. More to come.', { exact: true }).last()).toBeVisible();
  await openHistory(page);
  await expect(page.locator('ins').filter({ hasText: 'A court order is needed.' })).toBeVisible();
  await expect(page.getByText('finalised and signed it')).toBeVisible();
  await expectAccessible(page, 'history');
  await page.getByRole('button', { name: 'Back to it' }).click();
});

test('a note in the bin comes back with Ctrl+Z', async () => {
  await page.getByRole('button', { name: 'Move to the bin' }).click();
  await expect(page.getByText('Moved to the bin')).toBeVisible();
  await expect(page.getByRole('link', { name: /The vessel left/ })).toHaveCount(0);
  await page.keyboard.press('Control+Z');
  await expect(page.getByRole('link', { name: /The vessel left/ })).toBeVisible();
});

test('who leaves a page while its first save runs stays where they went, and leaves no draft', async () => {
  await page.keyboard.press('Control+N');
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.type('Left in the middle of the save.');
  // Both in one turn: no save is as fast as that.
  await page.evaluate(() => {
    const save = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Save');
    const away = [...document.querySelectorAll('nav a')].find((one) => one.textContent.startsWith('Search'));
    save?.click();
    (away as HTMLElement | undefined)?.click();
  });
  await expectSaved(page);
  await expect(page.getByRole('searchbox').or(page.getByRole('textbox', { name: /Search/ })).first()).toBeVisible();
  await goTo(page, 'Notes');
  await expect(page.getByRole('link', { name: /^Left in the middle of the save/ })).toHaveCount(1);
  await expect(page.getByRole('list', { name: 'Being written' })).toHaveCount(0);
});

test('safeguards that are incomplete are not saved, and the caret goes to what is missing', async () => {
  await page.keyboard.press('Control+N');
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.type('Restricted.');
  await page.locator('summary').filter({ hasText: 'Handling and release' }).click();
  await page.getByRole('checkbox', { name: /^H3/ }).check();
  await page.keyboard.press('Control+Enter');
  const restriction = page.getByRole('textbox', { name: 'Restriction in words (H3)' });
  await expect(restriction).toBeFocused();
  const mistake = page.getByRole('region', { name: 'Open note' }).getByRole('alert');
  await expect(mistake).toContainText('Your text is kept as a draft.');
  await expectAccessible(page, 'safeguards with a mistake');
  await restriction.fill('Not to be named before the arrest.');
  await saveNote(page);
  await expect(mistake).toHaveCount(0);
});

test('a lock in the middle of a word brings back the word and the caret behind it', async () => {
  await page.keyboard.press('Control+N');
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.type('Разговор са тужиоцем: рок је в');
  await lock(page);
  await unlock(page, person.passphrase);
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.type(' петак');
  await expect(noteBody(page)).toHaveText('Разговор са тужиоцем: рок је в петак');
  await saveNote(page);
});

test('a draft survives the process being killed', async () => {
  await page.keyboard.press('Control+N');
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.type('Typed and never saved: the seals were new.');
  await expectDraftKept(page);
  const child = laptop.app.process();
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
  laptop = await openLaptop({ profile: laptop.profile });
  page = laptop.page;
  await unlock(page, person.passphrase);
  await goTo(page, 'Notes');
  await page.getByRole('link', { name: /Typed and never saved/ }).click();
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.type(' Yes.');
  await expect(noteBody(page)).toHaveText('Typed and never saved: the seals were new. Yes.');
});

test('a note that was begun and left without a word leaves nothing behind', async () => {
  await page.keyboard.press('Control+N');
  await expect(noteBody(page)).toHaveText('');
  await goTo(page, 'Cases');
  await goTo(page, 'Notes');
  await expect(page.getByRole('list', { name: 'Being written' }).getByRole('listitem')).toHaveCount(1);
});

test('minutes by keyboard while people talk', async () => {
  await prepareMeeting(page, {
    title: 'Coordination on the route',
    start: '10:00',
    place: 'Podgorica',
    agenda: ['Findings', 'Interception'],
    attendance: [
      { name: 'Giulia Ferrari', institution: 'DNA', country: 'Italy', role: 'Chair' },
      { name: 'Милена Ђорђевић', institution: 'ТОК', country: 'Serbia' },
    ],
  });
  await takeMinutes(page);
  await takeLines(page, ['Two lorries a week.', '/d Plate readings are shared weekly.']);
  await page.keyboard.type('/a chair: send the MLA draft');
  await expect(page.getByText('Action: send the MLA draft · for Giulia Ferrari')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(takenLines(page)).toHaveText(['Two lorries a week.', 'Decision 1 Plate readings are shared weekly.', 'Action 1 send the MLA draftGiulia Ferrari']);
  await expectAccessible(page, 'live minutes');
});

test('a half-typed line stays where it is when the minutes are saved', async () => {
  await page.keyboard.type('half a');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('list', { name: 'Meetings' }).getByRole('link', { name: /Coordination on the route/ })).toBeVisible();
  await page.keyboard.type(' line');
  await expect(nextLine(page)).toHaveValue('half a line');
  await page.keyboard.press('Enter');
  await expect(takenLines(page)).toHaveCount(4);
});

test('lines are walked, edited, removed and brought back without the mouse', async () => {
  await page.keyboard.press('ArrowUp');
  await expect(takenLines(page).last()).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(', corrected');
  await page.keyboard.press('Enter');
  await expect(takenLines(page).last()).toHaveText('half a line, corrected');
  await expect(nextLine(page)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Delete');
  await expect(takenLines(page)).toHaveCount(3);
  await page.keyboard.type('Taken after the removal.');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Z');
  // Undo brings back the line that went and takes nothing that came.
  await expect(takenLines(page)).toHaveText([/^Two lorries/, /^Decision 1/, /^Action 1/, 'half a line, corrected', 'Taken after the removal.']);
  await page.keyboard.press('Control+ArrowDown');
  await takeLines(page, ['/a Djordjevic: поднети захтев']);
  await expect(takenLines(page)).toHaveText(['Action 2 поднети захтевМилена Ђорђевић']);
});

test('the projector shows the open item and nothing of other cases', async () => {
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Show on projector' }).click();
  const wall = page.getByRole('dialog', { name: 'Show on projector' });
  await expect(wall.getByRole('heading', { level: 1, name: '2. Interception' })).toBeVisible();
  await expect(nextLine(page)).toBeFocused();
  await takeLines(page, ['/d Extended until December.']);
  await expect(wall).toContainText('Decision 2 Extended until December.');
  await expectAccessible(page, 'projector');
  await page.keyboard.type('half');
  await page.keyboard.press('Escape');
  await expect(wall).toHaveCount(0);
  await expect(takenLines(page)).toHaveCount(2);
  await expect(nextLine(page)).toHaveValue('half');
  await page.keyboard.type(' and half');
  await page.keyboard.press('Enter');
});

test('minutes are circulated, approved and corrected; what was approved stands', async () => {
  await saveMeeting(page);
  await circulate(page);
  await approve(page);
  await expect(page.getByText(/^Approved by Ana Kovač/)).toBeVisible();
  await expectAccessible(page, 'approved minutes');
  const line = page.getByText(/^Two lorries/).first();
  await line.hover();
  await page.getByRole('button', { name: /^Correct: Two lorries/ }).click();
  const proposing = page.getByRole('dialog', { name: 'Propose a correction' });
  await proposing.getByRole('textbox', { name: 'The words as they stand' }).fill('Two lorries');
  await proposing.getByRole('textbox', { name: 'They should read' }).fill('Three lorries');
  await proposing.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(proposing.getByText('Give the reason.')).toBeVisible();
  await proposing.getByRole('textbox', { name: 'Reason' }).fill('Записник је имао погрешан број');
  await expectAccessible(page, 'correction being proposed');
  await proposing.getByRole('button', { name: 'Propose', exact: true }).click();
  const note = page.getByRole('region', { name: 'Correction 1' });
  await expect(note).toContainText('proposed');
  await expect(note).toContainText('Proposed by Ana Kovač');
  // Beside the words that it corrects, which stand as they were approved.
  await expect(line).toBeVisible();
  await expect.poll(async () => {
    const [beside, text] = [await note.boundingBox(), await line.boundingBox()];
    return beside === null || text === null ? Infinity : Math.abs(beside.y - text.y) - text.height;
  }).toBeLessThan(60);
  await expect(page.getByText('One correction since the approval')).toBeVisible();
  await expectAccessible(page, 'proposed correction');
  await note.getByRole('button', { name: 'Approve correction 1' }).click();
  const deciding = page.getByRole('dialog', { name: 'Approve correction 1' });
  await deciding.getByRole('radio', { name: 'By the chair' }).check();
  await deciding.getByRole('textbox', { name: 'Chair' }).fill('Ana Kovač');
  await expectAccessible(page, 'correction being approved');
  await deciding.getByRole('button', { name: 'Approve and sign' }).click();
  await expect(note).toContainText('Approved by the chair, Ana Kovač');
  await expect(page.getByText(/^Signed anew with its corrections by Ana Kovač/)).toBeVisible();
  await expect(page.getByText('correction since the approval')).toHaveCount(0);
  await expect(note.getByRole('button')).toHaveCount(0);
});

test('what is mine of all actions is one command away', async () => {
  await page.keyboard.press('Control+K');
  await page.getByRole('textbox', { name: 'Commands and places' }).fill('my actions');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Whose actions' }).getByRole('link', { name: 'Mine' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByText('Nothing is for Ana Kovač.')).toBeVisible();
  await page.getByRole('button', { name: 'New action' }).first().click();
  await page.getByRole('textbox', { name: 'What' }).fill('Answer the question of Tirana');
  await page.getByRole('textbox', { name: 'Who' }).fill('Ковач');
  await page.keyboard.press('Control+Enter');
  const rows = page.getByRole('list', { name: 'Actions', exact: true }).getByRole('link');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Answer the question of Tirana');
  await expectAccessible(page, 'my actions');
  await page.getByRole('navigation', { name: 'Whose actions' }).getByRole('link', { name: 'All' }).click();
  await expect(page.getByRole('link', { name: /поднети захтев/ })).toBeVisible();
});

test('the actions of the minutes are in the room of actions', async () => {
  await goTo(page, 'Actions');
  await expect(page.getByRole('link', { name: /send the MLA draft/ })).toBeVisible();
  await page.getByRole('link', { name: /поднети захтев/ }).click();
  await expect(page.getByText('The minutes lead: what, who and when change there.')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as done' }).click();
  await expect(page.getByRole('button', { name: 'Open again' })).toBeVisible();
  await expectAccessible(page, 'action');
});

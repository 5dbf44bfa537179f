import { expect, type Locator, type Page } from '@playwright/test';
import { choose } from './meeting.ts';
import { expectSaved, savedState } from './saved.ts';

/** A note, as a person writes one. */
export interface WrittenNote {
  readonly title: string;
  readonly text: string;
  /** The level in its full words; what is proposed otherwise. */
  readonly level?: string;
  readonly group?: string;
}

/** Ctrl+N anywhere, type, Ctrl+Enter. */
export async function writeNote(page: Page, note: WrittenNote): Promise<void> {
  await page.keyboard.press('Control+N');
  const body = page.getByRole('textbox', { name: 'Text of the note' });
  await expect(body).toBeFocused();
  await page.keyboard.type(note.text);
  await page.getByRole('textbox', { name: 'Title' }).fill(note.title);
  if (note.level !== undefined || note.group !== undefined) await setParticulars(page, note);
  await saveNote(page);
}

async function setParticulars(page: Page, note: WrittenNote): Promise<void> {
  await page.locator('summary').filter({ hasText: 'Details' }).click();
  if (note.level !== undefined) {
    await choose(page, 'Level', note.level);
    // The question comes with the level, so once the one is shown the other is there or does not come.
    await expect(page.getByRole('combobox', { name: 'Level' })).toHaveValue(note.level);
    const harmless = page.getByRole('group', { name: 'Could disclosure do harm?' }).getByRole('button', { name: 'No' });
    if (await harmless.isVisible()) await harmless.click();
  }
  if (note.group !== undefined) await choose(page, 'Joint Working Group', note.group);
}

export async function saveNote(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
}

export type RoomName = 'Today' | 'Cases' | 'Notes' | 'Meetings' | 'Actions' | 'Requests' | 'Contacts' | 'Subjects' | 'Groups' | 'Advisory' | 'Search' | 'Report' | 'Pouch' | 'Settings';

export async function goTo(page: Page, room: RoomName): Promise<void> {
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name: new RegExp(`^${room}`) }).click();
}

/** Opens a note from the list by its title. */
export async function openNote(page: Page, title: string): Promise<void> {
  await goTo(page, 'Notes');
  await page.getByRole('link', { name: title }).first().click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue(title);
  await expect(noteBody(page)).toBeVisible();
}

/** Puts other text in place of what the note says, and saves. */
export async function rewriteNote(page: Page, title: string, text: string): Promise<void> {
  await openNote(page, title);
  await noteBody(page).click();
  await expect(noteBody(page)).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await expect(noteBody(page)).toHaveText(text);
  await saveNote(page);
}

/** The editor of the note that is open. */
export function noteBody(page: Page): Locator {
  return page.getByRole('textbox', { name: 'Text of the note' });
}

/** Finalises the note that is open, and sees that it can only be read. */
export async function finaliseNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finalise' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Finalise' }).click();
  await expect(page.getByRole('button', { name: 'Amend' })).toBeVisible({ timeout: 30_000 });
  await expect(noteBody(page)).toHaveCount(0);
}

/** Waits until what was typed is safe as a draft. */
export async function expectDraftKept(page: Page): Promise<void> {
  await expect(savedState(page)).toContainText('Draft kept', { timeout: 60_000 });
}

export async function openHistory(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'History' });
  const more = page.getByRole('button', { name: 'More', exact: true });
  // A record has the one or the other, never both.
  await expect(button.or(more).first()).toBeVisible();
  if (await button.isVisible()) await button.click();
  else {
    await more.click();
    await page.getByRole('menuitem', { name: 'History' }).click();
  }
  await expect(page.getByRole('heading', { level: 1, name: /^History of/ })).toBeVisible();
}

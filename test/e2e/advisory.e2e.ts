import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './accessible.ts';
import { oneNotebook } from './one-notebook.ts';
import { prepareMeeting } from './pages/meeting.ts';
import { finaliseNote, goTo, writeNote } from './pages/note.ts';
import { expectSaved } from './pages/saved.ts';

const person = { name: 'Ana Kovač', country: 'Croatia', institution: 'State Attorney’s Office', passphrase: 'kestrel umbrella lantern parish' };

let page: Page;
oneNotebook(person, (opened) => {
  page = opened.page;
});

const topic = () => page.getByRole('textbox', { name: 'Topic' });

test('an activity is a topic, a counterpart and hours; the day is proposed', async () => {
  await goTo(page, 'Advisory');
  await page.getByRole('button', { name: 'New activity' }).first().click();
  await expect(topic()).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Day' })).not.toHaveValue('');
  await page.keyboard.type('Савет о заједничком истражном тиму');
  await page.getByRole('textbox', { name: 'Counterpart', exact: true }).fill('Ђорђевић');
  await page.getByRole('textbox', { name: 'Hours' }).fill('2');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await expectAccessible(page, 'activity');
  await expect(page.getByRole('link', { name: /Савет о заједничком/ })).toBeVisible();
});

test('a final note is logged as an activity that leads back to it', async () => {
  await writeNote(page, { title: 'Advice on freezing orders', text: 'Which form for Skopje.' });
  await finaliseNote(page);
  await page.getByRole('button', { name: 'Log as advisory activity' }).click();
  await expect(topic()).toHaveValue('Advice on freezing orders');
  await page.keyboard.press('Control+Enter');
  await expectSaved(page);
  await page.getByText('Made from').getByRole('link', { name: 'Advice on freezing orders' }).click();
  await expect(page.getByRole('button', { name: 'Amend' })).toBeVisible();
});

test('a meeting being prepared is saved first, then logged', async () => {
  await prepareMeeting(page, { title: 'Monthly firearms', start: '10:00', place: 'Podgorica', agenda: ['Traces'], attendance: [] });
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Log as advisory activity' }).click();
  await expect(topic()).toHaveValue('Monthly firearms');
  await expect(page.getByText('Made from').getByRole('link', { name: 'Monthly firearms' })).toBeVisible();
  await page.screenshot({ path: 'out/advisory.png' });
});

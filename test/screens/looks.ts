import { expect } from '@playwright/test';
import type { Laptop } from '../e2e/laptop.ts';
import { goTo } from '../e2e/pages/note.ts';

/** How the app is looked at. The first one is how it comes. */
export interface Look {
  /** Of the pictures' names. */
  readonly suffix: string;
  /** By the words of Settings. */
  readonly theme: 'Paper' | 'Lamp' | 'High contrast';
  readonly size: '100 %' | '200 %';
  readonly window: { readonly width: number; readonly height: number };
}

const usual = { width: 1280, height: 813 };
export const paper: Look = { suffix: '', theme: 'Paper', size: '100 %', window: usual };
const looks: readonly Look[] = [
  paper,
  { suffix: '-dark', theme: 'Lamp', size: '100 %', window: usual },
  { suffix: '-contrast', theme: 'High contrast', size: '100 %', window: usual },
  { suffix: '-200', theme: 'Paper', size: '200 %', window: usual },
  { suffix: '-small', theme: 'Paper', size: '100 %', window: { width: 1024, height: 700 } },
];

const nameOf = (look: Look) => (look === paper ? 'paper' : look.suffix.slice(1));

/** Those with one of these names: `paper`, or a suffix without its dash; all of them where none is named. */
export function looksNamed(names: readonly string[]): readonly Look[] {
  const unknown = names.find((name) => !looks.some((look) => nameOf(look) === name));
  if (unknown !== undefined) throw new Error(`No look is called ${unknown}: ${looks.map(nameOf).join(', ')}`);
  return names.length === 0 ? looks : looks.filter((look) => names.includes(nameOf(look)));
}

/** Draws the app anew. */
export async function draw({ app, page }: Laptop, look: Look): Promise<void> {
  await goTo(page, 'Settings');
  for (const words of [look.theme, look.size]) {
    const choice = page.getByRole('radio', { name: words, exact: true });
    await page.getByText(words, { exact: true }).first().click();
    await expect(choice).toBeChecked();
  }
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setContentSize(width, height), look.window);
}

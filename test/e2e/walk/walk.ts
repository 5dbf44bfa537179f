import type { Locator, Page } from '@playwright/test';
import { settled, type Shown } from './shown.ts';

/** Told of every screen on the way. `where` names it in the report. */
export type Look = (page: Page, shown: readonly Shown[], where: string) => Promise<void>;

const short = { timeout: 3_000 };

/**
 * Walks through the app without knowing its words: to the places that it is given, opening there
 * whatever unfolds, every tab, every choice, and pressing every button and every item of a menu once,
 * by its name. What is done on the way is done: it wants a notebook that nobody needs afterwards.
 */
export class Walk {
  readonly #page: Page;
  readonly #look: Look;
  readonly #pressed = new Set<string>();

  constructor(page: Page, look: Look) {
    this.#page = page;
    this.#look = look;
  }

  async look(where: string): Promise<void> {
    await this.#look(this.#page, await settled(this.#page), where);
  }

  async go(path: string): Promise<void> {
    await this.#page.evaluate((to) => {
      location.hash = to;
    }, `#${path}`);
    await settled(this.#page);
  }

  /** Goes to a place by its path and looks at all that it has. */
  async to(path: string): Promise<void> {
    await this.go(path);
    await this.look(path);
    await this.#unfold(path);
    const tabs = this.#page.locator('main [role="tab"]');
    for (let at = 0; at < (await tabs.count()); at += 1) {
      await tabs.nth(at).click();
      await this.#unfold(`${path}, a tab`);
    }
    await this.#pressAll(path);
    // What was pressed may have put a form in the place of the tabs.
    for (let at = 0; at < (await tabs.count()); at += 1) {
      await tabs.nth(at).click();
      await this.#pressAll(`${path}, a tab`);
    }
  }

  /** Opens up to so many rows of the list that is shown, and looks at each. */
  async rows(path: string, most: number): Promise<void> {
    await this.go(path);
    const links = await this.#page.locator('main [data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('href') ?? ''));
    for (const link of [...new Set(links)].slice(0, most)) await this.to(link.replace(/^#/, ''));
  }

  /** The record of the first row of a list. */
  async first(path: string): Promise<string> {
    await this.go(path);
    const link = await this.#page.locator('main a[data-row]').first().getAttribute('href');
    return link?.split('/').at(-1) ?? '';
  }

  /** What can be done with several rows at once. */
  async chosen(path: string): Promise<void> {
    await this.go(path);
    const first = this.#page.locator('main [data-row]').first();
    if (!(await first.isVisible())) return;
    await first.focus();
    await this.#page.keyboard.press('Control+A');
    await this.look(`${path}, all chosen`);
    await this.#press(this.#page.locator('[role="toolbar"] button[aria-haspopup]').first(), `${path}, all chosen`);
    await this.#page.keyboard.press('Escape');
  }

  /** What lies over every room: the palette, the keys. */
  async overlays(): Promise<void> {
    await this.#page.keyboard.press('Control+K');
    await this.look('the palette');
    await this.#page.keyboard.type('zzzzzz');
    await this.look('the palette, nothing found');
    await this.#page.keyboard.press('Escape');
    await this.#page.keyboard.press('Control+/');
    await this.look('the keys');
    await this.#page.keyboard.press('Escape');
  }

  async search(words: string): Promise<void> {
    await this.go('/search');
    await this.#page.locator('main input').first().fill(words);
    await this.look('search');
    await this.#pressAll('search');
    await this.#page.locator('main input').first().fill('zzzzzz');
    await this.look('search, nothing found');
  }

  async #unfold(where: string): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      const closed = this.#page.locator('main details:not([open]) > summary').first();
      if (!(await closed.isVisible())) break;
      await closed.click();
    }
    await this.look(where);
  }

  async #pressAll(where: string): Promise<void> {
    const home = await this.#place();
    const acts = this.#page.locator('main').locator('button:not([disabled]):not([role="tab"]), input[aria-haspopup="listbox"], [role="combobox"]').filter({ visible: true });
    for (let at = 0; at < (await acts.count()); at += 1) {
      const name = await nameOf(acts.nth(at));
      if (name === '' || this.#pressed.has(name)) continue;
      this.#pressed.add(name);
      await this.#press(acts.nth(at), `${where} › ${name}`);
      if ((await this.#place()) !== home) await this.go(home);
    }
  }

  async #place(): Promise<string> {
    return this.#page.evaluate(() => location.hash.replace(/^#/, ''));
  }

  async #press(act: Locator, where: string): Promise<void> {
    if (!(await clicked(act))) return;
    await this.look(where);
    await this.#pressItems(act, where);
    await this.#openChoices(where);
    await this.#close();
  }

  /** Every item of the menu that is open, once. */
  async #pressItems(act: Locator, where: string): Promise<void> {
    const items = this.#page.locator('[role="menuitem"]:not([data-disabled])').filter({ visible: true });
    for (let at = 0; at < (await items.count()); at += 1) {
      const name = await nameOf(items.nth(at));
      if (name === '' || this.#pressed.has(name)) continue;
      this.#pressed.add(name);
      const home = await this.#place();
      if (!(await clicked(items.nth(at)))) continue;
      await this.look(`${where} › ${name}`);
      await this.#close();
      if ((await this.#place()) !== home) await this.go(home);
      if (!(await clicked(act))) return;
    }
  }

  /** The choices within what has opened over the page. */
  async #openChoices(where: string): Promise<void> {
    const choices = this.#page.locator('[role="dialog"] input[aria-haspopup="listbox"]').filter({ visible: true });
    for (let at = 0; at < (await choices.count()); at += 1) {
      const name = await nameOf(choices.nth(at));
      if (this.#pressed.has(name)) continue;
      this.#pressed.add(name);
      if (!(await clicked(choices.nth(at)))) return;
      await this.look(`${where} › ${name}`);
      await this.#page.keyboard.press('Escape');
    }
  }

  async #close(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      if (!(await this.#page.locator('[role="dialog"], [role="menu"], [role="listbox"]').first().isVisible())) return;
      await this.#page.keyboard.press('Escape');
    }
  }
}

/** `false`: covered, or gone by what an earlier one did; another place will have it. */
async function clicked(act: Locator): Promise<boolean> {
  return act.click(short).then(() => true, () => false);
}

/** What a button is called, without numbers: the same act on another record is the same. */
async function nameOf(act: Locator): Promise<string> {
  const read = (element: Element) => {
    const label = element.getAttribute('aria-label') ?? (element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : (element.textContent ?? ''));
    return label.replaceAll(/\s+/g, ' ').replaceAll(/[\d“”«»]+/g, '').trim();
  };
  return act.evaluate(read, undefined, short).catch(() => '');
}

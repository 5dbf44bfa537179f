import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { standStill } from '../e2e/stand-still.ts';
import type { Look } from './looks.ts';

export interface PictureWish {
  /** Also what the screen shows when one scrolls down: `name.2`, `name.3`. */
  readonly downTo?: number;
}

export interface AlbumWish {
  /** What lies in the folder from before goes. */
  readonly anew: boolean;
  /** Axe is not asked. */
  readonly quick: boolean;
  readonly looks: readonly Look[];
}

/** The pictures of one run, which scenes could not be played, and what axe found against the screens. */
export class Album {
  readonly #folder: string;
  readonly #found: string[] = [];
  readonly #failed: string[] = [];
  readonly #places = new Set<string>();
  readonly #quick: boolean;
  /** The ways in which whatever is looked at in several is looked at. */
  readonly looks: readonly Look[];
  #pictures = 0;

  constructor(folder: string, { anew, quick, looks }: AlbumWish) {
    this.#folder = folder;
    this.#quick = quick;
    this.looks = looks;
    if (anew) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  path(name: string): string {
    return path.join(this.#folder, name);
  }

  get pictures(): number {
    return this.#pictures;
  }

  /** What axe found, each with the picture it was found on. */
  get found(): readonly string[] {
    return this.#found;
  }

  /** Scenes that could not be played to their end, with the first line of why. */
  get failed(): readonly string[] {
    return this.#failed;
  }

  /** Where in the app pictures were taken: `/cases/6bXn…/timeline`. */
  get places(): ReadonlySet<string> {
    return this.#places;
  }

  /**
   * Plays a scene. One that fails is noted with a picture of what was there instead, and the window is
   * brought back to Today, so that the scenes after it have their turn.
   */
  async scene(page: Page, name: string, play: () => Promise<void>): Promise<void> {
    try {
      await play();
    } catch (error) {
      this.broken(name, error);
      await this.#stepBack(page, name);
    }
  }

  /** Notes that a scene, or what it needs, could not be played. */
  broken(name: string, error: unknown): void {
    const why = error instanceof Error ? error.message.split('\n').slice(0, 2).join(' ') : String(error);
    this.#failed.push(`${name}: ${why}`);
    process.stdout.write(`  FAILED ${name}: ${why}\n`);
  }

  async #stepBack(page: Page, name: string): Promise<void> {
    if (page.isClosed()) return;
    try {
      await page.screenshot({ path: this.path(`FAILED-${name.replaceAll(/[^\w-]+/g, '-')}.png`), timeout: 10_000 });
      for (let times = 0; times < 3; times += 1) await page.keyboard.press('Escape');
      await page.evaluate(() => {
        location.hash = '#/today';
      });
    } catch {
      // The window is gone or busy: the next scene says so itself.
    }
  }

  /** Takes a picture once the screen has come to rest, and asks axe about it. */
  async picture(page: Page, name: string, { downTo = 1 }: PictureWish = {}): Promise<void> {
    // What lies under the mouse looks chosen.
    await page.mouse.move(0, 0);
    await standStill(page);
    // Answers of the engine that this screen asked for last are still being drawn.
    await page.waitForTimeout(250);
    this.#places.add(decodeURIComponent(new URL(page.url()).hash.slice(1)));
    await page.screenshot({ path: this.path(`${name}.png`) });
    this.#pictures += 1;
    if (!this.#quick) await this.#askAxe(page, name);
    process.stdout.write(`  ${name}\n`);
    for (let part = 2; part <= downTo && (await scrollDown(page)); part += 1) {
      await page.waitForTimeout(150);
      await page.screenshot({ path: this.path(`${name}.${String(part)}.png`) });
      this.#pictures += 1;
    }
  }

  async #askAxe(page: Page, name: string): Promise<void> {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    for (const one of violations) this.#found.push(`${name}: ${one.help} (${one.nodes[0]?.html.slice(0, 100) ?? ''})`);
  }
}

/** Scrolls the widest pane by nearly its height; false where it is at its end. */
async function scrollDown(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const scroll = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollTop + element.clientHeight < element.scrollHeight - 24;
    const panes = [...document.querySelectorAll('main, main *, [role="dialog"], [role="dialog"] *')].filter(scroll);
    const widest = panes.toSorted((one, other) => other.clientWidth * other.clientHeight - one.clientWidth * one.clientHeight)[0];
    widest?.scrollBy({ top: widest.clientHeight - 48, behavior: 'instant' });
    return widest !== undefined;
  });
}

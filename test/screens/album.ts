import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { standStill } from '../e2e/stand-still.ts';

/** The pictures of one run, and what axe found against the screens on them. */
export class Album {
  readonly #folder: string;
  readonly #found: string[] = [];
  #pictures = 0;

  constructor(folder: string) {
    this.#folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  path(name: string): string {
    return path.join(this.#folder, name);
  }

  get pictures(): number {
    return this.#pictures;
  }

  get found(): readonly string[] {
    return this.#found;
  }

  /** Takes a picture once the screen has come to rest, and asks axe about it. */
  async picture(page: Page, name: string): Promise<void> {
    await standStill(page);
    // Answers of the engine that this screen asked for last are still being drawn.
    await page.waitForTimeout(250);
    await page.screenshot({ path: this.path(`${name}.png`) });
    this.#pictures += 1;
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    for (const one of violations) this.#found.push(`${name}: ${one.help} (${one.nodes[0]?.html.slice(0, 100) ?? ''})`);
    process.stdout.write(`  ${name}\n`);
  }
}

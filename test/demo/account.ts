import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** What the demonstration did, step by step, and whether each step came out as it should. */
export interface Step {
  readonly who: string;
  readonly what: string;
  readonly came: string;
  readonly right: boolean;
}

/** Keeps the account, the pictures and the files of one run. */
export class Account {
  readonly folder: string;
  readonly #steps: Step[] = [];
  #pictures = 0;

  constructor(folder: string) {
    this.folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  /** Notes what was done and what came of it; `right` is whether that is as it should be. */
  note(who: string, what: string, came: string, right = true): void {
    this.#steps.push({ who, what, came, right });
    process.stdout.write(`${right ? ' ' : '✗'} ${who}: ${what}\n`);
  }

  /** A picture of the screen, numbered in the order of the story. */
  async picture(page: Page, name: string): Promise<void> {
    this.#pictures += 1;
    const number = String(this.#pictures).padStart(2, '0');
    await page.screenshot({ path: this.path(`${number}-${name}.png`) });
  }

  get failed(): readonly Step[] {
    return this.#steps.filter((step) => !step.right);
  }

  /** The table that a reader sees, and its copy beside the pictures. */
  table(): string {
    const rows = [['', 'Who', 'What', 'What came of it'], ...this.#steps.map((step) => [step.right ? '✓' : '✗', step.who, step.what, step.came])];
    const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
    const lines = rows.map((row) => row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ').trimEnd());
    const table = [lines[0], '─'.repeat(Math.min(100, lines[0]?.length ?? 0) + 60), ...lines.slice(1)].join('\n');
    writeFileSync(this.path('account.txt'), `${table}\n`);
    return table;
  }
}

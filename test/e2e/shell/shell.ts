import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import type { Bridge } from '../../../electron/preload/bridge.ts';
import { openLaptop, type Laptop } from '../laptop.ts';

declare global {
  interface Window {
    readonly rapporteur: Bridge;
  }
}

/** The opened app, shared by the tests of one file: each of them leaves it as it was. */
export const test = base.extend<object, { laptop: Laptop }>({
  laptop: [
    // Playwright reads the names of the fixtures it needs from this pattern.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const laptop = await openLaptop({ args: ['--use-fake-device-for-media-stream'] });
      try {
        await settled(laptop.page);
        await use(laptop);
      } finally {
        await laptop.discard();
      }
    },
    { scope: 'worker' },
  ],
});

/** Waits until the page shows something to read. */
export async function settled(page: Page): Promise<void> {
  await page.getByRole('heading').first().waitFor();
}

/** What came of an attempt in the page: `done: …`, or its failure's words. */
export function outcome<Argument>(page: Page, attempt: (argument: Argument) => unknown, argument: Argument): Promise<string> {
  return page.evaluate(attempt as (argument: unknown) => unknown, argument).then(
    (value) => `done: ${String(value)}`,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

/** Asks the bridge something that its types would not allow. */
export function askBadly(page: Page, name: unknown, payload?: unknown): Promise<string> {
  return page.evaluate(
    async ([call, asked]) => {
      try {
        const bridge = window.rapporteur as unknown as { call(name: unknown, payload: unknown): Promise<unknown> };
        return JSON.stringify(await bridge.call(call, asked));
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    },
    [name, payload] as const,
  );
}

/** How many windows the app has, hidden ones too. */
export function windowCount(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
}

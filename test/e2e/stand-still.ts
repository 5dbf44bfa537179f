import type { Page } from '@playwright/test';

/** Waits until nothing fades or moves any more: in between, colours are neither the old nor the new. What turns for ever is let be. */
export async function standStill(page: Page): Promise<void> {
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity));
}

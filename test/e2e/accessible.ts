import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { standStill } from './stand-still.ts';

/** Axe finds nothing against what is on the screen now. `where` names it in the report. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await standStill(page);
  // The usual mode opens a page of its own to gather results, which this app refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`);
  expect(found, where).toEqual([]);
}

import { test } from '@playwright/test';
import { openLaptop, type Laptop } from './laptop.ts';
import { workAlone, type Person } from './pages/gate.ts';

/**
 * One laptop for all stories of a file, one after the other: its person works alone, and making a
 * notebook costs a key derivation each time. `opened` is told which, before the first story.
 */
export function oneNotebook(person: Person, opened: (laptop: Laptop) => void): void {
  let laptop: Laptop;
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    laptop = await openLaptop();
    opened(laptop);
    await workAlone(laptop.page, person);
  });
  test.afterAll(async () => {
    await laptop.discard();
  });
}

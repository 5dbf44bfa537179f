import { expect, test } from '@playwright/test';
import { openLaptop } from './laptop.ts';

test('the app opens its one window and shows something to read', async () => {
  const laptop = await openLaptop();
  try {
    await expect(laptop.page).toHaveTitle(/Rapporteur/);
    expect(laptop.page.url()).toContain('app://');
    await expect(laptop.page.locator('#root')).not.toBeEmpty();
    expect(laptop.app.windows()).toHaveLength(1);
  } finally {
    await laptop.discard();
  }
});

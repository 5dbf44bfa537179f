import { expect, test, type Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { SlowRelay } from '../demo/slow-relay.ts';
import { expectAccessible } from './accessible.ts';
import { openLaptop, type Laptop } from './laptop.ts';
import { join } from './pages/gate.ts';
import { expectDraftKept, saveNote, writeNote } from './pages/note.ts';
import { becomeMember, openPouch } from './pages/pouch.ts';

const ana = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const group = 'Joint Working Group on Trafficking in Firearms';

test.describe.configure({ mode: 'serial' });
test.setTimeout(300_000);

let folder = '';
let office: DemoOffice;
let relay: SlowRelay;
let laptop: Laptop;

test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-slow-'));
  office = await openDemoOffice(path.join(folder, 'office'), {
    async outsideThrough(address) {
      const opened = await SlowRelay.open(address);
      relay = opened.relay;
      return opened.address;
    },
  });
  laptop = await openLaptop();
});

test.afterAll(async () => {
  await laptop.discard();
  await office.close();
  await relay.close();
  await rm(folder, { recursive: true, force: true });
});

test('at 32 kbit/s the Pouch says how much is left, how fast it goes and for how long, and afterwards what it was', async () => {
  const { page } = laptop;
  const request = path.join(folder, 'giulia.request');
  const { fingerprint } = await join(laptop, { profile: office.profile, request }, ana);
  await office.admit(request, fingerprint);
  await becomeMember(page);
  await writeNote(page, { title: 'Scan of the register', text: 'Forty pages.', level: 'UNCLASSIFIED', group });
  await page.getByTestId('attach-files').setInputFiles({ name: 'register.bin', mimeType: 'application/octet-stream', buffer: randomBytes(300_000) });
  await expect(page.getByRole('button', { name: 'Open register.bin' })).toBeVisible();
  await expectDraftKept(page);
  await saveNote(page);
  await openPouch(page);
  relay.bytesPerSecond = 4_000;
  await page.getByRole('button', { name: 'Deliver', exact: true }).press('Enter');
  const line = page.getByTestId('delivery-line');
  await expect(line).toContainText(/about \d minutes? left|less than a minute left/, { timeout: 120_000 });
  await expect(line).toContainText(/[34](\.\d)?\sKB\/s/);
  await expectAccessible(page, 'delivery under way');
  await page.screenshot({ path: 'out/e2e/slow-line.png', fullPage: true });
  relay.bytesPerSecond = null;
  await expect(page.getByTestId('delivery-result')).toContainText(/Delivered 1, nothing new\..*\sKB in \d+ (seconds|minutes)/, { timeout: 120_000 });
  await page.screenshot({ path: 'out/e2e/slow-line-result.png', fullPage: true });
});

/** Every result that stands on the page while nothing is under way, from now on, also for an instant. */
async function watchResults(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      const result = document.querySelector('[data-testid="delivery-result"] p')?.textContent ?? '';
      if (result !== '' && document.querySelector('[data-testid="delivery-line"]') === null) seen.add(result);
    };
    const watch = new MutationObserver(look);
    watch.observe(document.body, { childList: true, subtree: true, characterData: true });
    Object.assign(globalThis, { resultsSeen: seen });
  });
  return () => page.evaluate(() => [...(Reflect.get(globalThis, 'resultsSeen') as Set<string>)]);
}

test('what is said to have come of a delivery is never what came of the one before', async () => {
  const { page } = laptop;
  for (const title of ['First look at the ledger', 'Second look at the ledger']) await writeNote(page, { title, text: 'Two pages.', level: 'UNCLASSIFIED', group });
  await openPouch(page);
  await expect(page.getByTestId('delivery-result')).toContainText('Delivered 1');
  // Slow enough for the watch to begin before it is over.
  relay.bytesPerSecond = 8_000;
  await page.getByRole('button', { name: 'Deliver', exact: true }).press('Enter');
  await expect(page.getByTestId('delivery-line')).toBeVisible();
  const results = await watchResults(page);
  relay.bytesPerSecond = null;
  await expect(page.getByTestId('delivery-result')).toContainText('Delivered 2', { timeout: 60_000 });
  expect(await results()).toEqual(['Delivered 2, nothing new.']);
});

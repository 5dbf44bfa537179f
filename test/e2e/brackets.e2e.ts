import { expect, test } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cryptoReady } from '../../core/crypto/sodium.ts';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { dayOf } from '../../renderer/ui/words/dates.ts';
import { contentOf, outsideBrackets, type Content } from './walk/content.ts';
import { openSpeaking, walkMember, walkSample } from './walk/journey.ts';
import { cutOff } from './walk/shown.ts';
import { speechIn, type Speech } from './walk/speech.ts';
import { Walk, type Look } from './walk/walk.ts';

// Hundreds of screens.
test.setTimeout(600_000);

let say: Speech;
let content: Content;
let folder = '';
let office: DemoOffice;

test.beforeAll(async () => {
  await cryptoReady;
  say = await speechIn('brackets');
  content = contentOf('en', dayOf(Date.now()));
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-walk-'));
  office = await openDemoOffice(path.join(folder, 'office'));
});

test.afterAll(async () => {
  await office.close();
  await rm(folder, { recursive: true, force: true });
});

/** What stands in no brackets and was written by nobody, and what does not fit where it stands. */
function judge(): { readonly look: Look; readonly found: ReadonlySet<string> } {
  const found = new Set<string>();
  const seen = new Set<string>();
  const look: Look = async (page, shown, where) => {
    for (const { text, at } of shown) {
      const bare = outsideBrackets(text);
      if (seen.has(bare)) continue;
      seen.add(bare);
      if (!content.holds(bare)) found.add(`not in brackets: “${text}” (${at}) at ${where}`);
    }
    for (const { text, at } of await cutOff(page)) {
      if (found.has(`${at}: “${text}”`)) continue;
      found.add(`${at}: “${text}”`);
      await page.screenshot({ path: test.info().outputPath(`does-not-fit-${String(found.size)}.png`) });
    }
  };
  return { look, found };
}

test('every text of the rooms is taken from the words, and fits when it is longer', async () => {
  const laptop = await openSpeaking('brackets');
  const { look, found } = judge();
  await walkSample(laptop.page, new Walk(laptop.page, look), say);
  await laptop.discard();
  expect([...found]).toEqual([]);
});

test('so is every text from the first page to a delivery, of Settings, and of the lock', async () => {
  const laptop = await openSpeaking('brackets');
  const { look, found } = judge();
  await walkMember(laptop, new Walk(laptop.page, look), say, office, folder);
  await laptop.discard();
  expect([...found]).toEqual([]);
});

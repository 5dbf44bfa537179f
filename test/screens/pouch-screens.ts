import { expect, type Page } from '@playwright/test';
import { randomBytes } from 'node:crypto';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { SlowRelay } from '../demo/slow-relay.ts';
import { openLaptop, type Laptop } from '../e2e/laptop.ts';
import { join, type Person } from '../e2e/pages/gate.ts';
import { choose } from '../e2e/pages/meeting.ts';
import { expectDraftKept, goTo, rewriteNote, saveNote, writeNote } from '../e2e/pages/note.ts';
import { becomeMember, deliver, expectChannel, openPouch } from '../e2e/pages/pouch.ts';
import type { Album } from './album.ts';
import { group } from './casework.ts';
import { draw, paper } from './looks.ts';

const giulia: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };
const marijana: Person = { name: 'Marijana Đurić', country: 'Croatia', institution: 'USKOK', passphrase: 'ladder violet sparrow tram' };
const slow = { timeout: 120_000 };

interface Surroundings {
  readonly office: DemoOffice;
  readonly relay: () => SlowRelay;
  readonly one: Laptop;
  readonly two: Laptop;
}

/** The pouch in its states: held for every reason, moving slowly, paused, out of data, in conflict, without a server. */
export async function picturePouch(album: Album): Promise<void> {
  let relay: SlowRelay | null = null;
  const office = await openDemoOffice(album.path('pouch-office'), {
    async outsideThrough(address) {
      const opened = await SlowRelay.open(address);
      relay = opened.relay;
      return opened.address;
    },
  });
  const [one, two] = [await openLaptop(), await openLaptop()];
  const all: Surroundings = { office, one, two, relay: () => relay ?? fail() };
  try {
    await admit(album, all, one, giulia, 'giulia.request');
    await admit(album, all, two, marijana, 'marijana.request');
    await album.scene(one.page, 'pouch, held', () => pictureHeld(album, one.page));
    await album.scene(one.page, 'pouch, slowly', () => pictureSlowly(album, all));
    await album.scene(one.page, 'conflict', () => pictureConflict(album, all));
    await album.scene(one.page, 'pouch, paused', () => picturePaused(album, one));
    await album.scene(one.page, 'pouch, out of data', () => pictureBudget(album, all));
    await album.scene(one.page, 'pouch, without a server', () => pictureNoServer(album, all));
  } finally {
    await one.discard();
    await two.discard();
    await office.close();
    await (relay as SlowRelay | null)?.close();
  }
}

function fail(): never {
  throw new Error('The office opened without its relay');
}

async function admit(album: Album, { office }: Surroundings, laptop: Laptop, person: Person, file: string): Promise<void> {
  const request = album.path(file);
  const { fingerprint } = await join(laptop, { profile: office.profile, request }, person);
  await office.admit(request, fingerprint);
  await becomeMember(laptop.page);
}

async function inEveryLook(album: Album, laptop: Laptop, play: (suffix: string) => Promise<void>): Promise<void> {
  for (const look of album.looks) {
    await draw(laptop, look);
    await play(look.suffix);
  }
  await draw(laptop, paper);
}

/** What stays, each with another reason: too high for the line, no group, about a person without a ground. */
async function pictureHeld(album: Album, page: Page): Promise<void> {
  await writeNote(page, { title: 'Opening hours of the registry', text: 'Nine to one.', level: 'UNCLASSIFIED', group });
  await writeNote(page, { title: 'Разговор са тужиоцем о мерама прислушкивања и о продужењу притвора', text: 'Рок истиче у петак.', level: 'RESTREINT UE/EU RESTRICTED', group });
  await writeNote(page, { title: 'For myself', text: 'Ask about the second lorry.', level: 'UNCLASSIFIED' });
  await openPouch(page);
  await album.picture(page, 'pouch-held', { downTo: 3 });
}

async function pictureSlowly(album: Album, { relay, one: { page } }: Surroundings): Promise<void> {
  await writeNote(page, { title: 'Scan of the register', text: 'Forty pages.', level: 'UNCLASSIFIED', group });
  await page.getByTestId('attach-files').setInputFiles({ name: 'Изјава сведока – превод.bin', mimeType: 'application/octet-stream', buffer: randomBytes(400_000) });
  await expectDraftKept(page);
  await saveNote(page);
  await openPouch(page);
  relay().bytesPerSecond = 4_000;
  await page.getByRole('button', { name: 'Deliver', exact: true }).press('Enter');
  await expect(page.getByTestId('delivery-line')).toContainText(/about \d minutes? left|less than a minute left/, slow);
  await album.picture(page, 'pouch-moving');
  relay().bytesPerSecond = null;
  await expect(page.getByTestId('delivery-result')).toContainText(/Delivered/, slow);
  await album.picture(page, 'pouch-result', { downTo: 3 });
}

/** Both rewrite one note without knowing of each other. */
async function pictureConflict(album: Album, { one, two }: Surroundings): Promise<void> {
  const contested = 'Opening hours of the registry';
  await openPouch(two.page);
  await deliver(two.page);
  await rewriteNote(one.page, contested, 'Nine to two, on Fridays to noon. Судска писарница прима поднеске и електронски.');
  await rewriteNote(two.page, contested, 'Nine to one. A court order is needed after noon.');
  for (const { page } of [one, two, one]) {
    await openPouch(page);
    await deliver(page);
  }
  await album.picture(one.page, 'pouch-conflict');
  await inEveryLook(album, one, async (suffix) => {
    await goTo(one.page, 'Today');
    await album.picture(one.page, `conflict-today${suffix}`);
    await goTo(one.page, 'Notes');
    await one.page.getByRole('link', { name: contested }).first().click();
    await one.page.getByText('Look at both').first().click();
    await one.page.getByRole('button', { name: /^Take/ }).first().waitFor();
    await album.picture(one.page, `conflict${suffix}`);
    await one.page.getByRole('link', { name: 'Every record with two texts' }).first().click();
    await album.picture(one.page, `conflicts${suffix}`);
  });
}

async function picturePaused(album: Album, laptop: Laptop): Promise<void> {
  const { page } = laptop;
  await openPouch(page);
  await page.getByRole('switch', { name: 'Deliver by itself' }).press('Space');
  await page.getByRole('button', { name: 'Pause', exact: true }).press('Enter');
  await expect(page.getByText(/^Paused since /)).toBeVisible();
  await inEveryLook(album, laptop, async (suffix) => {
    await goTo(page, 'Pouch');
    await expect(page.getByText(/^Paused since /)).toBeVisible();
    await album.picture(page, `pouch-paused${suffix}`);
  });
  await goTo(page, 'Pouch');
  await page.getByRole('button', { name: 'Continue', exact: true }).press('Enter');
}

async function pictureBudget(album: Album, { one: { page } }: Surroundings): Promise<void> {
  await goTo(page, 'Settings');
  await page.getByRole('switch', { name: 'Limit the data that goes by itself' }).press('Space');
  const megabytes = page.getByRole('textbox', { name: 'Megabytes' });
  await megabytes.fill('1');
  await megabytes.press('Enter');
  await choose(page, 'Period', 'a day');
  await album.picture(page, 'settings-data-limit');
  await writeNote(page, { title: 'Scan of the second register', text: 'Two hundred pages.', level: 'UNCLASSIFIED', group });
  await page.getByTestId('attach-files').setInputFiles({ name: 'register.bin', mimeType: 'application/octet-stream', buffer: randomBytes(3_000_000) });
  await expectDraftKept(page);
  await saveNote(page);
  await goTo(page, 'Pouch');
  await expect(page.getByText('The limit for data is reached.', { exact: false }).first()).toBeVisible(slow);
  await album.picture(page, 'pouch-data-limit');
}

async function pictureNoServer(album: Album, { office, one: { page } }: Surroundings): Promise<void> {
  await office.close();
  await openPouch(page);
  await page.getByRole('button', { name: 'Deliver', exact: true }).press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible(slow);
  await album.picture(page, 'pouch-no-server');
  await expectChannel(page, 'No network').catch(() => undefined);
  await album.picture(page, 'pouch-no-network');
}

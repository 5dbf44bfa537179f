import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openDemoOffice, type DemoOffice } from '../demo/demo-office.ts';
import { openLaptop, type Laptop } from '../e2e/laptop.ts';
import type { Person } from '../e2e/pages/gate.ts';
import { becomeMember, deliver, openPouch } from '../e2e/pages/pouch.ts';
import type { Album } from './album.ts';
import { writeCasework } from './casework.ts';
import { pictureFirstStart, pictureLocked } from './gate-screens.ts';
import { pictureGroup, writeGroup } from './group-screens.ts';
import { pictureLaptopStories } from './laptop-screens.ts';
import { draw, paper } from './looks.ts';
import { pictureProtection, writeProtection } from './protection-screens.ts';
import { pictureRegisters } from './register-screens.ts';
import { picturePages, pictureRooms } from './room-screens.ts';

const person: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };

/** From the first start to a notebook in use: what a person who joins her organisation sees on the way. */
export async function pictureMember(album: Album): Promise<void> {
  // What an album before this one delivered would come in beside what is written now.
  rmSync(album.path('office'), { recursive: true, force: true });
  const office = await openDemoOffice(album.path('office'));
  const laptop = await openLaptop();
  try {
    await begin(album, laptop, office);
    await fill(album, laptop);
    for (const look of album.looks) {
      await album.scene(laptop.page, `member, drawn as${look.suffix || ' it comes'}`, () => draw(laptop, look));
      await pictureUse(album, laptop.page, look.suffix);
    }
    await album.scene(laptop.page, 'member, as it comes again', () => draw(laptop, paper));
    await pictureLaptopStories(album, laptop, person, office.profile);
    await album.scene(laptop.page, 'locked', () => pictureLocked(album, laptop, person));
  } finally {
    await laptop.discard();
    await office.close();
  }
}

/** Without this nothing else of the part can be played: what fails here ends it. */
async function begin(album: Album, laptop: Laptop, office: DemoOffice): Promise<void> {
  const { page } = laptop;
  const { request, fingerprint } = await pictureFirstStart(album, laptop, office.profile, person);
  await album.scene(page, 'rooms of a new notebook', () => pictureRooms(album, page, '-new'));
  await office.admit(request, fingerprint);
  await becomeMember(page);
}

async function fill(album: Album, { page }: Laptop): Promise<void> {
  await writeCasework(album, page);
  await album.scene(page, 'protected witness, written', () => writeProtection(album, page));
  await album.scene(page, 'group, described', () => writeGroup(album, page));
  await album.scene(page, 'pouch, delivered', async () => {
    await openPouch(page);
    await album.picture(page, 'pouch-before', { downTo: 3 });
    await deliver(page);
    await album.picture(page, 'pouch-delivered', { downTo: 3 });
  });
}

async function pictureUse(album: Album, page: Page, suffix: string): Promise<void> {
  await album.scene(page, `rooms${suffix}`, () => pictureRooms(album, page, suffix));
  await picturePages(album, page, suffix);
  await album.scene(page, `protection${suffix}`, () => pictureProtection(album, page, suffix));
  await album.scene(page, `group${suffix}`, () => pictureGroup(album, page, suffix));
  await album.scene(page, `registers${suffix}`, () => pictureRegisters(album, page, suffix));
}

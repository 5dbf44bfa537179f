import path from 'node:path';
import { bundle } from '../../build/bundle.ts';
import { openDemoOffice } from '../demo/demo-office.ts';
import { openLaptop } from '../e2e/laptop.ts';
import type { Person } from '../e2e/pages/gate.ts';
import { becomeMember, deliver, openPouch } from '../e2e/pages/pouch.ts';
import { Album } from './album.ts';
import { writeCasework } from './casework.ts';
import { pictureGroup, writeGroup } from './group-screens.ts';
import { pictureFirstStart, pictureLocked } from './gate-screens.ts';
import { pictureLaptopStories, pictureTasks } from './laptop-screens.ts';
import { pictureProtection, writeProtection } from './protection-screens.ts';
import { pictureRegisters } from './register-screens.ts';
import { draw, picturePages, pictureRooms } from './room-screens.ts';

/**
 * A picture of every screen in its states (new, full, with mistakes, by lamp light, in high contrast,
 * at 200 %) in out/screens, each looked at by axe. Ends with 1 when axe found anything.
 */
const album = new Album(path.resolve(import.meta.dirname, '../../out/screens'));
const person: Person = { name: 'Giulia Ferrari', country: 'Italy', institution: 'Direzione Nazionale Antimafia', passphrase: 'cobalt heron walks sideways 77' };

async function pictureEverything(): Promise<void> {
  const office = await openDemoOffice(album.path('office'));
  const laptop = await openLaptop();
  const { page } = laptop;
  try {
    const { request, fingerprint } = await pictureFirstStart(album, laptop, office.profile, person);
    await pictureRooms(album, page, '-new');
    await office.admit(request, fingerprint);
    await becomeMember(page);
    await writeCasework(album, page);
    await writeProtection(album, page);
    await writeGroup(album, page);
    await pictureRooms(album, page, '');
    await picturePages(album, page, '');
    await pictureProtection(album, page, '');
    await pictureGroup(album, page, '');
    await openPouch(page);
    await deliver(page);
    await album.picture(page, 'pouch-delivered');
    await pictureRegisters(album, page, '');
    await pictureTasks(album, laptop, '');
    await pictureLaptopStories(album, laptop, person, office.profile);
    await pictureLocked(album, laptop, person);
    for (const [words, suffix] of [['Lamp', '-dark'], ['High contrast', '-contrast']] as const) {
      await draw(page, words);
      await pictureRooms(album, page, suffix);
      await picturePages(album, page, suffix);
      await pictureProtection(album, page, suffix);
      await pictureRegisters(album, page, suffix);
      await pictureGroup(album, page, suffix);
      await pictureTasks(album, laptop, suffix);
    }
    await draw(page, 'Paper');
    await draw(page, '200 %');
    await pictureRooms(album, page, '-200');
    await picturePages(album, page, '-200');
    await pictureProtection(album, page, '-200');
    await pictureRegisters(album, page, '-200');
    await pictureGroup(album, page, '-200');
    await pictureTasks(album, laptop, '-200');
  } finally {
    await laptop.discard();
    await office.close();
  }
}

await bundle();
await pictureEverything();
process.stdout.write(`\n${String(album.pictures)} pictures in out/screens.\n`);
for (const one of album.found) process.stdout.write(`axe: ${one}\n`);
process.exitCode = album.found.length === 0 ? 0 : 1;

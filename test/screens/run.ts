import path from 'node:path';
import { bundle } from '../../build/bundle.ts';
import { rooms } from '../../renderer/ui/frame/rooms.ts';
import { Album } from './album.ts';
import { pictureFaults } from './fault-screens.ts';
import { looksNamed } from './looks.ts';
import { pictureMany } from './many-screens.ts';
import { pictureMember } from './member-screens.ts';
import { picturePouch } from './pouch-screens.ts';
import { pictureSample } from './sample-screens.ts';

/**
 * A picture of every screen in its states (new, full, with mistakes, by lamp light, in high contrast, at
 * 200 %, in a small window) in out/screens, each looked at by axe. A scene that cannot be played is named at
 * the end, and the others are played. Ends with 1 when axe found anything, a scene could not be played, or a
 * room has no picture.
 *
 * `npm run screens -- sample` plays one part and leaves the pictures of the others; `--look=dark`
 * (`paper`, `contrast`, `200`, `small`) looks in that way only; `--quick` does not ask axe.
 */
const parts: Readonly<Record<string, (album: Album) => Promise<void>>> = {
  member: pictureMember,
  sample: pictureSample,
  many: pictureMany,
  pouch: picturePouch,
  faults: pictureFaults,
};

const words = process.argv.slice(2);
const wished = words.filter((word) => !word.startsWith('--'));
const album = new Album(path.resolve(import.meta.dirname, '../../out/screens'), {
  anew: wished.length === 0,
  quick: words.includes('--quick'),
  looks: looksNamed(words.filter((word) => word.startsWith('--look=')).map((word) => word.slice('--look='.length))),
});
await bundle();
for (const [name, play] of Object.entries(parts)) {
  if (wished.length > 0 && !wished.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  await play(album).catch((error: unknown) => album.broken(name, error));
}
const bare = wished.length > 0 ? [] : rooms.filter((room) => ![...album.places].some((one) => one === room.path || one.startsWith(`${room.path}/`)));
process.stdout.write(`\n${String(album.pictures)} pictures in out/screens.\n`);
for (const one of album.found) process.stdout.write(`axe: ${one}\n`);
for (const room of bare) process.stdout.write(`no picture of ${room.path}\n`);
for (const one of album.failed) process.stdout.write(`could not be played: ${one}\n`);
process.exitCode = album.found.length + album.failed.length + bare.length === 0 ? 0 : 1;

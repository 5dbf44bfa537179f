import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, statfs, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A disk of its own for a laptop's profile, small enough to be filled. */
export interface SmallDisk {
  readonly profile: string;
  /**
   * Something else on the laptop takes all that is left, to the last byte. The last megabytes go slower than
   * a write takes that was begun before: a disk that loses them between the look and the write is another story.
   */
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
  remove(): Promise<void>;
}

/** Whether a file system can be mounted here, as `smallDisk` needs it. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0;

export async function smallDisk(): Promise<SmallDisk> {
  const place = await mkdtemp(path.join(tmpdir(), 'rapporteur-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256m', 'tmpfs', place]);
  const filler = path.join(place, 'filler');
  return {
    profile: path.join(place, 'profile'),
    async fill() {
      const file = await open(filler, 'w');
      await untilLittleIsLeft(file, place);
      await setTimeout(writesEnd);
      for (const size of [1024 * 1024, 4096]) await untilFull(file, Buffer.alloc(size, 1));
      await file.close();
    },
    makeRoom: () => rm(filler),
    async remove() {
      execFileSync('umount', ['--lazy', place]);
      await rm(place, { recursive: true, force: true });
    },
  };
}

/** Bytes: less than the app begins a write with (renderer/engine/store), more than what it has begun still takes. */
const little = 32 * 1024 * 1024;
/** Milliseconds in which what was begun before is over. */
const writesEnd = 3_000;

async function untilLittleIsLeft(file: FileHandle, place: string): Promise<void> {
  const left = async () => {
    const { bavail, bsize } = await statfs(place);
    return bavail * bsize;
  };
  while ((await left()) > little) await file.write(Buffer.alloc(1024 * 1024, 1));
}

async function untilFull(file: FileHandle, block: Buffer): Promise<void> {
  try {
    for (;;) await file.write(block);
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== 'ENOSPC') throw cause;
  }
}

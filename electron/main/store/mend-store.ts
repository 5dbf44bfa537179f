import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readLog, writeLog } from './record-log.ts';

/** What LevelDB keeps as a log: what was written last, and which tables there are. */
const logs = /^(?:\d+\.log|MANIFEST-\d+)$/;

/**
 * Takes out of IndexedDB's logs what a full disk, a cut power line or an end in the middle of a write
 * has left of a record. LevelDB goes on writing behind it; at the opening after that it finds the log
 * damaged, and Chromium makes an empty store in the place of the whole notebook. Half a record was
 * never promised to anybody: without it the log is as it was before that write.
 *
 * Only before Chromium has opened the store. Answers how many logs were mended; what cannot be read or
 * written is left as it is.
 */
export async function mendStore(profile: string): Promise<number> {
  const root = join(profile, 'IndexedDB');
  let mended = 0;
  for (const folder of await namesIn(root)) {
    if (!folder.endsWith('.leveldb')) continue;
    for (const name of await namesIn(join(root, folder))) {
      if (logs.test(name) && (await mend(join(root, folder, name)).catch(() => false))) mended += 1;
    }
  }
  return mended;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch(() => []);
}

async function mend(file: string): Promise<boolean> {
  const { records, soundUpTo, state } = readLog(await readFile(file));
  if (state === 'sound') return false;
  if (state === 'torn-end') await cut(file, soundUpTo);
  else await replace(file, writeLog(records));
  return true;
}

async function cut(file: string, length: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.truncate(length);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function replace(file: string, bytes: Uint8Array): Promise<void> {
  const fresh = `${file}.mended`;
  try {
    const handle = await open(fresh, 'w');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(fresh, file);
  } catch (cause) {
    await rm(fresh, { force: true });
    throw cause;
  }
}

import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failed, ok, type Result } from '../../core/result.ts';

/** `too-large-there`: the file system takes no file of that size, as FAT32 takes none above 4 GB. */
export type WriteFailure = 'disk-full' | 'too-large-there' | 'not-allowed' | 'unwritable';

/**
 * Writes a whole file or nothing: beside it first, to the disk, then in its place. What stood
 * there before stays until the new one is complete.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Result<null, WriteFailure>> {
  const beside = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}.part`);
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    return failed(writeFailureOf(error));
  }
  await settleFolder(dirname(path));
  return ok(null);
}

/** The new name is on the disk only when its folder is; not every file system can be asked to. */
export async function settleFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    return;
  }
}

/** What a failed write means to a person. */
export function writeFailureOf(error: unknown): WriteFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'disk-full';
  if (code === 'EFBIG') return 'too-large-there';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'not-allowed';
  return 'unwritable';
}

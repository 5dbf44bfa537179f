import { Dexie } from 'dexie';
import { failed, type Result } from '../../../core/result.ts';
import { isDiskFull } from './room.ts';

export type StorageFailure = 'storage-full' | 'storage-failed';

/**
 * What IndexedDB's error means to a person: the disk or the quota is full, or something else went
 * wrong. Dexie wraps errors, so inner ones are looked at too. On a full disk Chromium says no more than
 * `UnknownError`, so the room that is left is asked for as well. Nothing of the message is passed on:
 * it may name paths.
 */
export async function storageFailure(error: unknown): Promise<StorageFailure> {
  const names = [...namesIn(error, 0)];
  return names.includes('QuotaExceededError') || (await isDiskFull()) ? 'storage-full' : 'storage-failed';
}

/** Whether an error is IndexedDB's or Dexie's, and not a mistake of the program. */
export function isStorageError(error: unknown): boolean {
  return error instanceof DOMException || error instanceof Dexie.DexieError;
}

function* namesIn(error: unknown, depth: number): Generator<string> {
  if (depth > 4 || typeof error !== 'object' || error === null) return;
  if ('name' in error && typeof error.name === 'string') yield error.name;
  if ('inner' in error) yield* namesIn(error.inner, depth + 1);
  if ('failures' in error && Array.isArray(error.failures)) {
    for (const one of error.failures) yield* namesIn(one, depth + 1);
  }
}

/** Runs a write and turns its rejection into a failure. */
export async function attempted(write: () => Promise<void>): Promise<Result<null, StorageFailure>> {
  try {
    await write();
    return { ok: true, value: null };
  } catch (error) {
    return failed(await storageFailure(error));
  }
}

import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';

/**
 * Replaces a file as a whole: writes beside it, waits for the disk, and only then takes its place.
 * Readable by its owner only. `false`: it could not be written, and the old one is as it was.
 */
export function replaceFile(path: string, bytes: Uint8Array): boolean {
  const beside = `${path}.new`;
  try {
    const file = openSync(beside, 'w', 0o600);
    try {
      writeSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
    return true;
  } catch {
    return false;
  }
}

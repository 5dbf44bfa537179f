import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BundlePart } from './bundle-parts.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Whether a part was built from exactly the sources that are there now. */
export function isFresh(part: BundlePart): boolean {
  try {
    return readFileSync(stampOf(part), 'utf8') === fingerprint(part);
  } catch {
    return false;
  }
}

/** To be called before a build, so that one that fails half-way is not taken for done. */
export function forgetFingerprint(part: BundlePart): void {
  rmSync(stampOf(part), { force: true });
}

/** To be called after a build. */
export function rememberFingerprint(part: BundlePart): void {
  mkdirSync(path.dirname(stampOf(part)), { recursive: true });
  writeFileSync(stampOf(part), fingerprint(part));
}

function stampOf(part: BundlePart): string {
  return path.join(root, 'dist', 'fingerprints', part.name);
}

/** A hash of names and contents: a clone, a checkout or a touch changes times without a reason. */
function fingerprint(part: BundlePart): string {
  const hash = createHash('sha256');
  for (const source of part.sources) {
    for (const file of filesOf(path.join(root, source))) {
      hash.update(`${path.relative(root, file)}\0`).update(readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

function filesOf(place: string): readonly string[] {
  if (statSync(place).isFile()) {
    return [place];
  }
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.includes('.test.'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

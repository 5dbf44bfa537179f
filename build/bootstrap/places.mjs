import { homedir } from 'node:os';
import path from 'node:path';

/** The repository's root. */
export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');

/** Node 24 of the development dependencies: the one toolchain version for everything after the bootstrap. */
export const node24 = path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');

/** Downloads live here, outside the repository, so that every clone of one user shares them. */
export function cacheFolder() {
  const base =
    process.env['XDG_CACHE_HOME'] ??
    (process.platform === 'win32' ? process.env['LOCALAPPDATA'] : undefined) ??
    path.join(homedir(), '.cache');
  return path.join(base, 'rapporteur');
}

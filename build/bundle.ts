import { rm } from 'node:fs/promises';
import path from 'node:path';
import { build, type InlineConfig } from 'vite';
import { bundleParts, type BundlePart } from './bundle-parts.ts';
import { forgetFingerprint, isFresh, rememberFingerprint } from './bundle-freshness.ts';

const root = path.resolve(import.meta.dirname, '..');

/** What of Vite's configuration every part has in common. */
function common(part: BundlePart): InlineConfig {
  return { root, configFile: false, logLevel: 'warn', envDir: false, ...part.config };
}

/**
 * Builds the parts of the app whose sources have changed since they were last built, into `dist/`.
 * Returns the names of those it built.
 */
export async function bundle(): Promise<readonly string[]> {
  const built: string[] = [];
  for (const part of bundleParts) {
    if (isFresh(part)) {
      continue;
    }
    forgetFingerprint(part);
    await rm(path.join(root, part.output), { recursive: true, force: true });
    await build(common(part));
    rememberFingerprint(part);
    built.push(part.name);
  }
  return built;
}

if (import.meta.main) {
  const started = performance.now();
  const built = await bundle();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(built.length === 0 ? 'dist/ is up to date\n' : `built ${built.join(', ')} in ${seconds} s\n`);
}

import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { printFonts } from './print-fonts.ts';

export interface BundlePart {
  readonly name: string;
  /** Folders and files whose content decides whether the part must be built again. */
  readonly sources: readonly string[];
  /** The file or folder it becomes, from the repository's root. */
  readonly output: string;
  readonly config: InlineConfig;
}

/** The oldest Chromium and Node that the app runs on: those of the stand-in, Electron 33. */
const chromium = 'chrome130';
const node = 'node20.18';

/** Everything but Electron and Node themselves goes into the bundle: the packaged app has no node_modules. */
function electronPart(name: string, entry: string, format: 'es' | 'cjs', file: string): BundlePart {
  return {
    name,
    sources: ['electron', 'core', 'package-lock.json', 'build/bundle-parts.ts'],
    output: `dist/electron/${file}`,
    config: {
      build: {
        ssr: entry,
        outDir: 'dist/electron',
        emptyOutDir: false,
        target: node,
        sourcemap: true,
        minify: false,
        copyPublicDir: false,
        rolldownOptions: {
          external: ['electron', /^node:/],
          checks: { pluginTimings: false },
          // What starting does not need (the channel, printing) is loaded when it is; a preload script is one file.
          output: { format, entryFileNames: file, chunkFileNames: `${name}-parts/[name].js`, codeSplitting: format === 'es' },
        },
      },
      ssr: { noExternal: true, target: 'node' },
    },
  };
}

/**
 * Zod would try whether it may evaluate text as soon as a schema is made; the page may not, and
 * Chromium says so in its console. The setting must be there before the first schema, in every file.
 */
const withoutEvaluation = { output: { intro: 'globalThis.__zod_globalConfig ??= { jitless: true };' } };

export const bundleParts: readonly BundlePart[] = [
  electronPart('main', 'electron/main/index.ts', 'es', 'main.js'),
  // A sandboxed preload script can only be CommonJS.
  electronPart('preload', 'electron/preload/index.ts', 'cjs', 'preload.cjs'),
  {
    name: 'renderer',
    sources: ['renderer', 'core', 'electron/preload', 'docs/user-guide.md', 'docs/user-guide.fr.md', 'package-lock.json', 'build/bundle-parts.ts'],
    output: 'dist/renderer',
    config: {
      root: 'renderer',
      base: './',
      plugins: [react(), printFonts()],
      worker: { format: 'es', rolldownOptions: withoutEvaluation },
      build: {
        outDir: '../dist/renderer',
        emptyOutDir: true,
        target: chromium,
        sourcemap: true,
        // Nothing inline: the content security policy allows files of the app and nothing else.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4000,
        rolldownOptions: { ...withoutEvaluation, checks: { pluginTimings: false } },
      },
    },
  },
];

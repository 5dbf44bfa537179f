import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, '..');

/** The faces and scripts of printed minutes, as core/minutes/print-fonts.ts names them. */
const faces = ['ibm-plex-sans', 'source-serif-4'];
const scripts = ['latin', 'latin-ext', 'cyrillic', 'cyrillic-ext', 'greek'];
const weights = [400, 600];

/** Puts the fonts of printed minutes into the bundle under the names by which the page asks for them. */
export function printFonts(): Plugin {
  return {
    name: 'print-fonts',
    apply: 'build',
    buildStart() {
      for (const face of faces) {
        for (const name of scripts.flatMap((script) => weights.map((weight) => `${face}-${script}-${weight}-normal.woff2`))) {
          const source = readFileSync(path.join(root, 'node_modules/@fontsource', face, 'files', name));
          this.emitFile({ type: 'asset', fileName: `fonts/${name}`, source });
        }
      }
    },
  };
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { printFontFiles } from '../core/minutes/print-fonts.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Puts the fonts of printed minutes into the bundle under the names by which the page asks for them. */
export function printFonts(): Plugin {
  return {
    name: 'print-fonts',
    apply: 'build',
    buildStart() {
      for (const file of printFontFiles) {
        const source = readFileSync(path.join(root, 'node_modules', file.package, 'files', file.name));
        this.emitFile({ type: 'asset', fileName: `fonts/${file.name}`, source });
      }
    },
  };
}

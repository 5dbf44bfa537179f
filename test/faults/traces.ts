import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Where a text was found that should be nowhere. */
export interface Trace {
  readonly file: string;
  readonly text: string;
  readonly as: string;
}

/** Every way in which a program may have left a text on a disk. */
function formsOf(text: string): readonly { readonly as: string; readonly bytes: Buffer }[] {
  const utf8 = Buffer.from(text, 'utf8');
  const utf16 = Buffer.from(text, 'utf16le');
  return [
    { as: 'UTF-8', bytes: utf8 },
    { as: 'UTF-16 LE', bytes: utf16 },
    { as: 'UTF-16 BE', bytes: Buffer.from(utf16).swap16() },
    { as: 'hexadecimal', bytes: Buffer.from(utf8.toString('hex')) },
    ...[0, 1, 2].map((shift) => ({ as: 'base64', bytes: base64Within(utf8, shift) })),
  ];
}

/** The characters of base64 that are the same whatever stands around a text that begins at this place of a triple. */
function base64Within(bytes: Buffer, shift: number): Buffer {
  const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64').replaceAll('=', '');
  return Buffer.from(encoded.slice(shift === 0 ? 0 : shift + 1, -2));
}

/** Searches every file below these folders byte by byte. Answers what was found, and how many files were read. */
export async function tracesOf(texts: readonly string[], folders: readonly string[]): Promise<{ readonly files: number; readonly bytes: number; readonly found: readonly Trace[] }> {
  const forms = texts.flatMap((text) => formsOf(text).map((form) => ({ text, ...form })));
  const found: Trace[] = [];
  let files = 0;
  let read = 0;
  for (const folder of folders) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(file);
      files += 1;
      read += bytes.length;
      for (const { text, as, bytes: form } of forms) if (bytes.includes(form)) found.push({ file, text, as });
    }
  }
  return { files, bytes: read, found };
}

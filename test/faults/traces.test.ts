import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { tracesOf } from './traces.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rapporteur-traces-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const text = 'Kanarinac-Ђорђе-41';
const around = Buffer.from([0, 255, 7, 9, 13]);

test.each([
  ['UTF-8', Buffer.from(text)],
  ['UTF-16 LE', Buffer.from(text, 'utf16le')],
  ['hexadecimal', Buffer.from(Buffer.from(text).toString('hex'))],
  ...[0, 1, 2].map((shift) => ['base64', Buffer.from(Buffer.from(`${'x'.repeat(shift)}${text} and more`).toString('base64'))] as const),
] as const)('a text left as %s is found', async (as, bytes) => {
  await writeFile(path.join(folder, 'cache'), Buffer.concat([around, bytes, around]));
  expect((await tracesOf([text], [folder])).found).toMatchObject([{ text, as }]);
});

test('what is not there is not found, and every file was read', async () => {
  await writeFile(path.join(folder, 'cache'), 'Kanarinac-Ђорђе-42');
  expect(await tracesOf([text], [folder])).toMatchObject({ files: 1, found: [] });
});

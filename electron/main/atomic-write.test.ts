import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeFailureOf, writeWhole } from './atomic-write.ts';

const folder = () => mkdtemp(join(tmpdir(), 'rapporteur-write-'));
const bytes = (text: string) => new TextEncoder().encode(text);

test('a file is written and nothing is left beside it', async () => {
  const place = await folder();
  expect(await writeWhole(join(place, 'a.pdf'), bytes('one'))).toEqual({ ok: true, value: null });
  expect(await writeWhole(join(place, 'a.pdf'), bytes('two'))).toEqual({ ok: true, value: null });
  expect(await readFile(join(place, 'a.pdf'), 'utf8')).toBe('two');
  expect(await readdir(place)).toEqual(['a.pdf']);
});

test('where it cannot be written, what stood there stays and nothing is left beside it', async () => {
  const place = await folder();
  await mkdir(join(place, 'taken'));
  await writeFile(join(place, 'taken', 'x'), 'x');
  expect(await writeWhole(join(place, 'taken'), bytes('one'))).toMatchObject({ ok: false, failure: { code: 'unwritable' } });
  expect(await writeWhole(join(place, 'no', 'such', 'folder'), bytes('one'))).toMatchObject({ ok: false });
  expect(await readdir(place)).toEqual(['taken']);
});

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'too-large-there'],
  ['EACCES', 'not-allowed'],
  ['EROFS', 'not-allowed'],
  ['EIO', 'unwritable'],
])('%s is %s', (code, failure) => {
  expect(writeFailureOf(Object.assign(new Error('x'), { code }))).toBe(failure);
});

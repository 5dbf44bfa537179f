import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { beginFile, placeToOpen, removeUnfinished, type OutgoingFile } from './outgoing-file.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'outgoing-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function begun(path: string): Promise<OutgoingFile> {
  const file = await beginFile(path);
  if (!file.ok) throw new Error(file.failure.code);
  return file.value;
}

test('stands in its place when it is whole, not before', async () => {
  const path = join(folder, 'скен.pdf');
  writeFileSync(path, 'before');
  const file = await begun(path);
  await file.add(new Uint8Array([1, 2]));
  await file.add(new Uint8Array([3]));
  expect(readFileSync(path, 'utf8')).toBe('before');
  expect(await file.end()).toEqual({ ok: true, value: null });
  expect([...readFileSync(path)]).toEqual([1, 2, 3]);
  expect(readdirSync(folder)).toEqual(['скен.pdf']);
});

test('given up, it leaves nothing', async () => {
  const file = await begun(join(folder, 'x.bin'));
  await file.add(new Uint8Array(10));
  await file.abandon();
  expect(readdirSync(folder)).toEqual([]);
});

test('a place that is not there is said so', async () => {
  expect(await beginFile(join(folder, 'no', 'x.bin'))).toMatchObject({ ok: false, failure: { code: 'unwritable' } });
});

test('what a power cut left of an earlier one goes, and nothing else', async () => {
  const [left, others, whole] = ['.Backup 1.age.0123456789ab.part', '.scan.pdf.0123456789ab.part', 'Backup 0.age'].map((name) => join(folder, name)) as [string, string, string];
  for (const path of [left, others, whole]) writeFileSync(path, 'x');
  const file = await begun(join(folder, 'Backup 2.age'));
  const now = statSync(left).mtimeMs;
  await removeUnfinished(join(folder, 'Backup 2.age'), now + 60_000);
  expect(readdirSync(folder)).toHaveLength(4);
  for (const path of [left, others, whole]) utimesSync(path, 0, 0);
  await removeUnfinished(join(folder, 'Backup 2.age'), now + 60_000);
  expect([existsSync(left), existsSync(others), existsSync(whole)]).toEqual([false, true, true]);
  expect(await file.end()).toMatchObject({ ok: true });
});

test('each file to be opened has a folder of its own', async () => {
  const [one, two] = [await placeToOpen(folder, 'a.pdf'), await placeToOpen(folder, 'a.pdf')];
  expect(one).not.toBe(two);
  expect(existsSync(join(one, '..'))).toBe(true);
});

import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { joinedOrganisation } from './joined-organisation.ts';

const file = async () => join(await mkdtemp(join(tmpdir(), 'rapporteur-joined-')), 'organisation.json');

test('any organisation while none is joined, only the joined one from then on', async () => {
  const path = await file();
  const joined = joinedOrganisation(path);
  expect(await joined.accepts('key-one')).toBe(true);
  await joined.remember('key-one');
  await joined.remember('key-two');
  expect(await joinedOrganisation(path).accepts('key-one')).toBe(true);
  expect(await joinedOrganisation(path).accepts('key-two')).toBe(false);
});

test('the key does not stand on the disk', async () => {
  const path = await file();
  await joinedOrganisation(path).remember('key-one');
  expect(await readFile(path, 'utf8')).not.toContain('key-one');
});

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { mendStore } from './mend-store.ts';
import { readLog, writeLog } from './record-log.ts';

let profile = '';
let store = '';
beforeEach(async () => {
  profile = await mkdtemp(path.join(tmpdir(), 'rapporteur-mend-'));
  store = path.join(profile, 'IndexedDB', 'app_rapporteur_0.indexeddb.leveldb');
  await mkdir(store, { recursive: true });
});
afterEach(() => rm(profile, { recursive: true, force: true }));

const aRecord = (length: number) => new Uint8Array(length).fill(5);
const put = (name: string, bytes: Uint8Array | string) => writeFile(path.join(store, name), bytes);
const get = async (name: string) => new Uint8Array(await readFile(path.join(store, name)));

test('a sound store is left as it is, and one that is not there too', async () => {
  const log = writeLog([aRecord(10), aRecord(50_000)]);
  await put('000003.log', log);
  await put('CURRENT', 'MANIFEST-000001\n');
  expect(await mendStore(profile)).toBe(0);
  expect(await get('000003.log')).toEqual(log);
  expect(await mendStore(path.join(profile, 'nowhere'))).toBe(0);
});

test('half a record at the end of a log or of the manifest goes', async () => {
  const log = writeLog([aRecord(10), aRecord(200)]);
  await put('000003.log', log.subarray(0, log.length - 1));
  await put('MANIFEST-000001', log.subarray(0, 20));
  expect(await mendStore(profile)).toBe(2);
  expect(await get('000003.log')).toEqual(writeLog([aRecord(10)]));
  expect(await get('MANIFEST-000001')).toEqual(writeLog([aRecord(10)]));
  expect(await mendStore(profile)).toBe(0);
});

test('half a record with others behind it goes, and they stay', async () => {
  const log = writeLog([aRecord(10), aRecord(200), aRecord(30)]);
  const torn = log.slice();
  torn[100] = (torn[100] ?? 0) ^ 1;
  await put('000003.log', torn);
  await put('000005.ldb', torn);
  expect(await mendStore(profile)).toBe(1);
  expect(readLog(await get('000003.log'))).toMatchObject({ state: 'sound', records: [aRecord(10), aRecord(30)] });
  expect(await get('000005.ldb')).toEqual(torn);
  expect((await readdir(store)).toSorted()).toEqual(['000003.log', '000005.ldb']);
});

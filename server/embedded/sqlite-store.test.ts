import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sqliteStores } from './sqlite-store.ts';

/** The part of a level store that PouchDB's adapter uses, with promises. */
interface Store {
  open(done: (failure?: Error) => void): void;
  close(done: (failure?: Error) => void): void;
  put(key: string, value: string, done: (failure?: Error) => void): void;
  get(key: string, options: object, done: (failure: Error | null, value?: unknown) => void): void;
  batch(operations: readonly object[], done: (failure?: Error) => void): void;
  iterator(options: object): { next(done: (failure?: Error | null, key?: unknown, value?: unknown) => void): void };
}

const settled = (act: (done: (failure?: Error | null) => void) => void) =>
  new Promise<void>((resolve, reject) => act((failure) => (failure ? reject(failure) : resolve())));

async function opened(folder: string | 'memory', name = 'one'): Promise<Store> {
  const store = sqliteStores(folder)(name) as Store;
  await settled((done) => store.open(done));
  return store;
}

async function keysIn(store: Store, options: object): Promise<string[]> {
  const iterator = store.iterator({ keyAsBuffer: false, valueAsBuffer: false, ...options });
  const keys: string[] = [];
  for (;;) {
    const key = await new Promise<unknown>((resolve, reject) => iterator.next((failure, found) => (failure ? reject(failure) : resolve(found))));
    if (typeof key !== 'string') return keys;
    keys.push(key);
  }
}

const bytewise = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));

test('ranges give what a sorted list would, in both directions', async () => {
  const store = await opened('memory');
  const names = Array.from({ length: 60 }, (_, index) => `k${String.fromCharCode(97 + (index % 26))}${index}ÿ`);
  await settled((done) => store.batch(names.map((key) => ({ type: 'put', key, value: key })), done));
  const sorted = names.toSorted(bytewise);
  const bound = fc.option(fc.constantFrom(...names, 'k', 'kz', '\u{ff}'), { nil: undefined });
  await fc.assert(fc.asyncProperty(bound, bound, fc.boolean(), fc.integer({ min: -1, max: 70 }), async (gte, lt, reverse, limit) => {
    const wanted = sorted.filter((key) => (gte === undefined || bytewise(key, gte) >= 0) && (lt === undefined || bytewise(key, lt) < 0));
    const directed = reverse ? wanted.toReversed() : wanted;
    expect(await keysIn(store, { gte, lt, reverse, limit })).toEqual(limit < 0 ? directed : directed.slice(0, limit));
  }));
});

test('what was written is there after closing, and two folders share nothing', async () => {
  const [folder, other] = [mkdtempSync(join(tmpdir(), 'store-')), mkdtempSync(join(tmpdir(), 'store-'))];
  const first = await opened(folder, 'dossier/ž');
  await settled((done) => first.put('a', 'one', done));
  await settled((done) => first.close(done));
  const valueIn = async (where: string) => {
    const store = await opened(where, 'dossier/ž');
    return new Promise((resolve) => store.get('a', { asBuffer: false }, (failure, value) => resolve(failure === null ? value : failure.message)));
  };
  expect(await valueIn(folder)).toBe('one');
  expect(await valueIn(other)).toBe('NotFound');
  for (const one of [folder, other]) rmSync(one, { recursive: true });
});

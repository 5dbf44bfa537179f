import { expect, test, vi } from 'vitest';
import { json } from '../../../test/builders/scripted-server.ts';
import type { Opened } from './opened.ts';
import type { PollMeans } from './polling.ts';

// PouchDB's browser build looks for the worker's global.
vi.hoisted(() => Reflect.set(globalThis, 'self', globalThis));
const { hasNews } = await import('./polling.ts');

const opened: Opened = { pouch: 'p', sequence: 3, remote: '3-abc' };
const something = { id: 'a', seq: '4-abc', changes: [{ rev: '1-a' }] };
const silence = { results: [], last_seq: '3-abc' };

/** A server that gives these answers in turn, and what it was asked. */
function aServer(...answers: Response[]): PollMeans & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    send: async (_database, path, init) => {
      const unless = new Headers(init.headers).get('if-none-match');
      asked.push(unless === null ? path : `${path} unless ${unless}`);
      return answers.shift() ?? new Response(null, { status: 500 });
    },
    signal: new AbortController().signal,
    quiet: new Map(),
  };
}

const named = (body: unknown, etag: string) => new Response(JSON.stringify(body), { headers: { etag, 'content-type': 'application/json' } });

test('a database that was never received has news without a question', async () => {
  const server = aServer();
  expect(await hasNews('c1', null, server)).toBe(true);
  expect(server.asked).toEqual([]);
});

test('something new, and a server that counts from a lower number than before, are news', async () => {
  expect(await hasNews('c1', opened, aServer(json({ results: [something], last_seq: '4-abc' })))).toBe(true);
  expect(await hasNews('c1', opened, aServer(json({ results: [], last_seq: '1-abc' })))).toBe(true);
  expect(await hasNews('c1', opened, aServer(json(silence)))).toBe(false);
});

test('a state that is known is asked about by its name alone', async () => {
  const server = aServer(named(silence, '"S1"'), new Response(null, { status: 304 }), named({ results: [something], last_seq: '4-abc' }, '"S2"'), json(silence));
  expect([await hasNews('c1', opened, server), await hasNews('c1', opened, server)]).toEqual([false, false]);
  expect(await hasNews('c1', opened, server)).toBe(true);
  expect(await hasNews('c1', opened, server)).toBe(false);
  expect(server.asked).toEqual([
    '_changes?limit=1&since=3-abc',
    '_changes?limit=1&descending=true unless "S1"',
    '_changes?limit=1&descending=true unless "S1"',
    '_changes?limit=1&since=3-abc',
  ]);
});

test('how far one is matters: after more was opened the old state is not asked about', async () => {
  const server = aServer(named(silence, '"S1"'), named({ results: [], last_seq: '4-abc' }, '"S2"'));
  await hasNews('c1', opened, server);
  expect(await hasNews('c1', { ...opened, remote: '4-abc' }, server)).toBe(false);
  expect(server.asked[1]).toBe('_changes?limit=1&since=4-abc');
});

test('without a name of its states a server is asked in full each time', async () => {
  const server = aServer(named(silence, 'W/"1"'), json(silence));
  expect([await hasNews('c1', opened, server), await hasNews('c1', opened, server)]).toEqual([false, false]);
  expect(server.asked).toEqual(['_changes?limit=1&since=3-abc', '_changes?limit=1&since=3-abc']);
});

test('an answer of “unchanged” that nobody asked for is no answer: receiving asks again', async () => {
  expect(await hasNews('c1', opened, aServer(new Response(null, { status: 304 })))).toBe(true);
});

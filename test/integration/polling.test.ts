import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ServerLine } from '../../electron/main/channel/server-line.ts';
import type { Opened } from '../../renderer/engine/pouch/opened.ts';
import type { PouchGround } from '../../renderer/engine/pouch-seam/pouch-ground.ts';
import type { Send } from '../../renderer/engine/pouch/wire.ts';
import { ok } from '../../core/result.ts';
import { lineTo } from './a-line.ts';
import { basic } from './https-client.ts';
import { aDescription, aProgramme, group, newLaptop, type Laptop, type Programme } from './programme.ts';

// PouchDB's browser build looks for the worker's global.
vi.hoisted(() => Reflect.set(globalThis, 'self', globalThis));
const { hasNews } = await import('../../renderer/engine/pouch/polling.ts');
const { OfficeDirectory } = await import('../../renderer/engine/pouch/directory.ts');

// Every verb is a process of its own that derives a key from a passphrase.
vi.setConfig({ testTimeout: 60_000 });

const names = ['arms', 'drugs', 'beings', 'corruption', 'money', 'cigarettes', 'vehicles', 'art', 'crypto', 'forgery'];
let programme: Programme;
let ana: Laptop;

/** Ten groups with two markings each. */
function twentyCompartments(url: string): object {
  const jwgs = names.map((name) => group(name, name, ['HRV', 'FRA']));
  const networks = [{ id: 'office', name: 'Office', accreditation: 'SENSITIVE', server: { url, certificate: 'server.crt' }, addressRanges: ['127.0.0.0/8'] }];
  return { ...aDescription(url), jwgs, networks, accreditations: [] };
}

beforeAll(async () => {
  programme = await aProgramme(twentyCompartments);
  ana = newLaptop('Ana Kovač');
  await programme.admit(ana, names);
}, 120_000);
afterAll(() => programme.close());

test('nothing new in twenty compartments: one connection, ten kilobytes in all', async () => {
  const { compartments } = await programme.grantOf(ana);
  expect(compartments).toHaveLength(20);
  const between = await lineTo(programme.served.url);
  const described = programme.profile.networks[0]?.server;
  if (described === undefined) throw new Error('a profile names a server');
  const quiet = new Map<string, string>();
  let over: Send = () => Promise.reject(new Error('no line yet'));
  const directory = new OfficeDirectory(groundOf(ana), (...question) => over(...question), () => Promise.resolve());
  const lookAt = async (line: ServerLine, opened: readonly Opened[]) => {
    over = sendOver(line);
    // Who is who, and which keys there are, comes before everything else.
    expect(await directory.refresh(new AbortController().signal)).toMatchObject({ ok: true });
    const means = { send: sendOver(line), signal: new AbortController().signal, moved: () => undefined, elapsed: () => 0, quiet };
    return Promise.all(compartments.map(({ database }, index) => hasNews(database, opened[index] ?? null, means)));
  };
  // A laptop that was here before knows how far it is, and what the server calls that.
  const before = new ServerLine({ ...described, url: between.url });
  const opened = await Promise.all(
    compartments.map(async ({ database }): Promise<Opened> => {
      const answer = await sendOver(before)(database, '_changes', { method: 'GET' });
      return { pouch: 'p', sequence: 0, remote: String(((await answer.json()) as { last_seq: unknown }).last_seq) };
    }),
  );
  expect(await lookAt(before, opened)).toEqual(Array<boolean>(20).fill(false));
  before.close();
  Object.assign(between.counted, { bytes: 0, connections: 0 });
  const line = new ServerLine({ ...described, url: between.url });
  expect(await lookAt(line, opened)).toEqual(Array<boolean>(20).fill(false));
  expect(between.counted.connections).toBe(1);
  // The embedded server has no names for its states, and is not what a slow line leads to.
  expect(between.counted.bytes).toBeLessThan(programme.real ? 10_000 : 16_000);
  // What is new is seen all the same.
  await programme.admit(newLaptop('Ben Petit'), names);
  expect(await directory.refresh(new AbortController().signal)).toEqual(ok(true));
  expect(await directory.refresh(new AbortController().signal)).toEqual(ok(false));
  line.close();
  between.close();
});

/** What the directory of a laptop needs of the engine. */
function groundOf({ box, device }: Laptop): PouchGround {
  const organisation = { profile: () => programme.profile, membershipChanged: async () => undefined };
  const states = { read: async () => ok(null), write: async () => ok(null) };
  return { organisation, states, identity: { box, device } } as unknown as PouchGround;
}

/** As the main process forwards it. */
function sendOver(line: ServerLine): Send {
  return async (database, path, init) => {
    const unless = new Headers(init.headers).get('if-none-match');
    const headers = { accept: 'application/json', authorization: basic(ana.credential), ...(unless === null ? {} : { 'if-none-match': unless }) };
    const answer = await line.ask({ method: init.method ?? 'GET', path: `/${database}/${path}`, headers, body: null }, new AbortController().signal);
    const body = await buffer(answer.body);
    const { etag } = answer.headers;
    return new Response(answer.status === 304 ? null : body, { status: answer.status, headers: etag === undefined ? {} : { etag } });
  };
}

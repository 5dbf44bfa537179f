import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { ServerLine, type Question } from '../../electron/main/channel/server-line.ts';
import { pinOf } from '../../server/gateway/server-certificate.ts';
import { admittedRequests, refusedRequests } from '../builders/gateway-requests.ts';
import { noise } from '../builders/letters.ts';
import { aParcel, compartmentOf, type Compartment } from './a-parcel.ts';
import { basic } from './https-client.ts';
import { aProgramme, newLaptop, type Laptop, type Programme } from './programme.ts';
import { hasNginx, startNginx, type Front } from './real-nginx.ts';

vi.setConfig({ testTimeout: 180_000 });

/** The gateway stands alone, or behind nginx: what a member may ask is the same. */
const fronts = hasNginx ? (['gateway', 'nginx'] as const) : (['gateway'] as const);

describe.each(fronts)('the allow-list, asked of the %s as it runs', (kind) => {
  let programme: Programme;
  let ana: Laptop;
  let compartment: Compartment;
  let front: Front;

  beforeAll(async () => {
    programme = await aProgramme();
    ana = newLaptop('Ana Kovač');
    await programme.admit(ana, ['arms']);
    compartment = compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE');
    front = kind === 'nginx' ? await startNginx(programme.couchdb) : { ...programme.served, ask: programme.ask, close: () => Promise.resolve() };
  }, 240_000);
  afterAll(async () => {
    await front.close();
    await programme.close();
  });

  const inDatabase = (target: string) => target.replaceAll(`c${'0'.repeat(32)}`, compartment.database);
  // A long poll waits; what it is let through for is seen with the others.
  const quick = admittedRequests.filter(([, target]) => !target.includes('longpoll'));

  test.each(quick)('lets %s %s through', async (method, target) => {
    const asked = target.includes('_all_docs') ? { keys: [] } : { docs: target.includes('_bulk_get') ? [{ id: 'a'.repeat(64) }] : [] };
    const body = method === 'POST' ? { body: asked } : {};
    const told = await front.ask({ method, path: inDatabase(target.replace(/since=[^&]+/, 'since=0')), user: ana.credential, ...body });
    // Neither document exists; CouchDB says so, and neither list does.
    expect([200, 201, 404]).toContain(told.status);
    if (told.status === 404) expect(told.body).toMatchObject({ error: 'not_found' });
  });

  // An HTTP client writes no other methods than real ones; a whole address is answered by its path alone.
  const refused = refusedRequests.filter(([method, target]) => target.startsWith('/') && method === method.toUpperCase() && method !== '');

  test.each(refused)('stops %s %s, even an administrator\'s', async (method, target) => {
    const { username, password } = new URL(programme.couchdb);
    const user = { user: decodeURIComponent(username), password: decodeURIComponent(password) };
    const body = ['POST', 'PUT'].includes(method) ? { body: {} } : {};
    const told = await front.ask({ method, path: inDatabase(target), user, ...body });
    // 413: nginx weighs a body before it looks who asks.
    expect([403, 404, 405, 413]).toContain(told.status);
    expect(JSON.stringify(told.body)).not.toContain('not_found');
  });

  test('delivers ten full parcels at once, and they are read back', async () => {
    const full = Array.from({ length: 10 }, () => aParcel(compartment, ana.credential.user, noise(280_000)));
    const told = await front.ask({ method: 'POST', path: `/${compartment.database}/_bulk_docs`, body: { docs: full }, user: ana.credential });
    expect((told.body as { ok?: boolean }[]).filter((row) => row.ok === true)).toHaveLength(10);
    const back = await front.ask({ method: 'POST', path: `/${compartment.database}/_bulk_get?revs=true`, body: { docs: full.map((one) => ({ id: one._id })) }, user: ana.credential });
    expect((back.body as { results: object[] }).results).toHaveLength(10);
    expect(told.headers['cache-control']).toBe('no-store');
    expect(String(back.headers['server'] ?? '')).not.toMatch(/CouchDB|\d/);
  });

  test('the app’s own line speaks HTTP/2 with it: a delivery, and twenty questions at once', async () => {
    const line = new ServerLine({ url: front.url, certificate: front.certificate, pins: [pinOf(front.certificate)] });
    const headers = { accept: 'application/json', authorization: basic(ana.credential) };
    const tell = async (question: Pick<Question, 'method' | 'path' | 'body'>) => {
      const type = question.body === null ? {} : { 'content-type': 'application/json', 'content-length': question.body.length };
      const answer = await line.ask({ ...question, headers: { ...headers, ...type } }, new AbortController().signal);
      return { status: answer.status, body: JSON.parse(await text(answer.body)) as unknown };
    };
    const parcels = Array.from({ length: 10 }, () => aParcel(compartment, ana.credential.user, noise(60_000)));
    const body = Buffer.from(JSON.stringify({ docs: parcels }));
    const delivered = await tell({ method: 'POST', path: `/${compartment.database}/_bulk_docs`, body });
    expect((delivered.body as { ok?: boolean }[]).map((row) => row.ok)).toEqual(Array<boolean>(10).fill(true));
    const asked = Array.from({ length: 20 }, () => tell({ method: 'GET', path: `/${compartment.database}/_changes?limit=1`, body: null }));
    expect((await Promise.all(asked)).map((told) => told.status)).toEqual(Array<number>(20).fill(200));
    expect((await line.ask({ method: 'GET', path: '/_users/_all_docs', headers, body: null }, new AbortController().signal)).status).toBe(404);
    line.close();
  });

  test('a document beside the parcels is refused before it reaches the server', async () => {
    const told = await front.ask({ method: 'POST', path: `/${compartment.database}/_bulk_docs`, body: { docs: [{ _id: '_local/mine', text: 'x' }] }, user: ana.credential });
    expect([400, 403]).toContain(told.status);
  });

  test('a body above the limit, a compressed one and a claim to be a proxy are refused', async () => {
    const path = `/${compartment.database}/_bulk_docs`;
    const large = JSON.stringify({ docs: ['A'.repeat(5 * 1024 * 1024)] });
    // Hanging up while it is still being sent is a refusal too.
    const statusOf = (headers: Record<string, string>, raw: string | Buffer) =>
      front.ask({ method: 'POST', path, raw, user: ana.credential, headers }).then(({ status }) => status, () => 413);
    expect(await statusOf({}, large)).toBe(413);
    expect(await statusOf({ 'transfer-encoding': 'chunked' }, large)).toBe(413);
    expect(await statusOf({ 'content-encoding': 'gzip' }, gzipSync(JSON.stringify({ docs: [] })))).toBe(415);
    const claim = { 'x-auth-couchdb-username': 'admin', 'x-auth-couchdb-roles': '_admin', 'x-auth-couchdb-token': 'x' };
    expect((await front.ask({ method: 'GET', path: `/${compartment.database}`, headers: claim })).status).toBe(401);
  });
});

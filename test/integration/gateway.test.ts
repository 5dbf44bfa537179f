import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { startGateway } from '../../server/gateway/gateway.ts';
import { noise } from '../builders/letters.ts';
import { makeServerCertificate, pinOf } from '../../server/gateway/server-certificate.ts';
import { aParcel, compartmentOf, type Compartment } from './a-parcel.ts';
import { httpsClient } from './https-client.ts';
import { aProgramme, newLaptop, type Laptop, type Programme } from './programme.ts';

// Every verb is a process of its own that derives a key from a passphrase.
vi.setConfig({ testTimeout: 180_000 });

let programme: Programme;
let ana: Laptop;
let compartment: Compartment;

beforeAll(async () => {
  programme = await aProgramme();
  ana = newLaptop('Ana Kovač');
  await programme.admit(ana, ['arms']);
  compartment = compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE');
}, 240_000);
afterAll(() => programme.close());

describe('the gateway', () => {
  test('shows the certificate whose pin it said', () => {
    expect(pinOf(programme.served.certificate)).toBe(programme.served.pin);
    expect(programme.profile.networks[0]?.server.pins).toEqual([programme.served.pin]);
  });

  const blocked: [string, string][] = [
    ['GET', '/_all_dbs'], ['GET', '/_users/_all_docs'], ['GET', '/_utils/'], ['GET', '/_node/_local/_config'], ['POST', '/_replicate'],
    ['POST', '/_session'], ['GET', '/_dbs_info'], ['POST', '/_dbs_info'], ['PUT', '/newdatabase'], ['GET', '/_up'],
    ['GET', '/DB/_local/x'], ['PUT', '/DB/_local/x'], ['GET', '/DB/_local_docs'], ['POST', '/DB/_find'], ['POST', '/DB/_index'],
    ['PUT', '/DB/_design/mine'], ['GET', '/DB/_design/rapporteur'], ['GET', '/DB/_security'], ['PUT', '/DB/_security'], ['DELETE', '/DB'],
    ['POST', '/DB/_purge'], ['POST', '/DB/_compact'], ['POST', '/DB/_revs_diff'], ['GET', '/DB/_changes?feed=continuous'],
    ['GET', '/DB/_changes?filter=_design'], ['GET', '/DB/%5Flocal/x'], ['GET', '/DB/../_users'], ['GET', '//DB/_all_docs'], ['POST', '/DB'],
  ];
  test.each(blocked)('stops %s %s, even an administrator\'s', async (method, path) => {
    const url = new URL(programme.couchdb);
    const user = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
    const body = method === 'GET' || method === 'DELETE' ? {} : { body: {} };
    const told = await programme.ask({ method, path: path.replace('DB', compartment.database), user, ...body });
    expect([403, 404, 405]).toContain(told.status);
    expect(told.body).toMatchObject({ error: 'refused' });
  });

  test('refuses bodies above the limit, announced or not, and compressed ones', async () => {
    const path = `/${compartment.database}/_bulk_docs`;
    const large = JSON.stringify({ docs: ['A'.repeat(5 * 1024 * 1024)] });
    const user = ana.credential;
    expect((await programme.ask({ method: 'POST', path, raw: large, user })).status).toBe(413);
    expect((await programme.ask({ method: 'POST', path, raw: large, user, headers: { 'transfer-encoding': 'chunked' } })).status).toBe(413);
    const zipped = gzipSync(JSON.stringify({ docs: [] }));
    expect((await programme.ask({ method: 'POST', path, raw: zipped, user, headers: { 'content-encoding': 'gzip' } })).status).toBe(415);
  });

  test('does not hand on headers that CouchDB might believe', async () => {
    const headers = { 'x-auth-couchdb-username': 'admin', 'x-auth-couchdb-roles': '_admin', 'x-auth-couchdb-token': 'x' };
    expect((await programme.ask({ method: 'GET', path: `/${compartment.database}`, headers })).status).toBe(401);
  });

  test('passes ten full parcels at once', async () => {
    const full = Array.from({ length: 10 }, () => aParcel(compartment, ana.credential.user, noise(280_000)));
    const told = await programme.ask({ method: 'POST', path: `/${compartment.database}/_bulk_docs`, body: { docs: full }, user: ana.credential });
    expect((told.body as { ok?: boolean }[]).every((row) => row.ok === true)).toBe(true);
    expect(told.headers['cache-control']).toBe('no-store');
    expect(told.headers['server']).toBeUndefined();
  });

  test('says so when nothing answers behind it', async () => {
    const certificate = await makeServerCertificate(['127.0.0.1'], new Date());
    const gateway = await startGateway({ upstream: 'http://127.0.0.1:9', certificate, host: '127.0.0.1', port: 0 });
    const told = await httpsClient(gateway.url, certificate.certificate)({ method: 'GET', path: '/' });
    expect(told).toMatchObject({ status: 502, body: { error: 'server_absent' } });
    await gateway.close();
  });
});

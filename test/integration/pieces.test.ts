import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { randomBytes } from '../../core/crypto/sodium.ts';
import { pieceDocument, removedPiece } from '../../core/files/piece-document.ts';
import { FileSealer } from '../../core/files/sealed-file.ts';
import { couchdbAt } from '../../server/couchdb/couchdb.ts';
import { compartmentOf } from './a-parcel.ts';
import { aProgramme, newLaptop, type Laptop, type Programme } from './programme.ts';

// Every verb is a process of its own that derives a key from a passphrase.
vi.setConfig({ testTimeout: 180_000 });

let programme: Programme;
let files = '';
let ana: Laptop;

beforeAll(async () => {
  programme = await aProgramme();
  ana = newLaptop('Ana Kovač');
  await programme.admit(ana, ['arms']);
  files = compartmentOf(await programme.grantOf(ana), 'arms', 'SENSITIVE').files ?? '';
}, 240_000);
afterAll(() => programme.close());

function aPiece() {
  const sealer = new FileSealer(5000);
  return pieceDocument(sealer.next(randomBytes(5000)), ana.credential.user);
}

async function delivers(document: object): Promise<Record<string, unknown>> {
  const told = await programme.ask({ method: 'POST', path: `/${files}/_bulk_docs`, body: { docs: [document] }, user: ana.credential });
  return (told.body as Record<string, unknown>[])[0] ?? {};
}

async function office(method: string, path: string, body?: unknown) {
  const couchdb = couchdbAt(programme.couchdb);
  const told = couchdb.ok ? await couchdb.value.ask(method, `/${files}/${path}`, body) : couchdb;
  if (!told.ok) throw new Error(told.failure.code);
  return told.value;
}

test('a piece is created once and never changed', async () => {
  const piece = aPiece();
  const first = await delivers(piece);
  expect(first['ok']).toBe(true);
  expect((await delivers(piece))['error']).toBe('conflict');
  expect((await delivers({ ...piece, sealed: aPiece().sealed, _rev: first['rev'] }))['error']).toBe('forbidden');
  expect((await delivers({ _id: piece._id, _rev: first['rev'], _deleted: true }))['error']).toBe('forbidden');
});

test('a piece that the secretariat removed does not come back, by nobody’s hand', async () => {
  const piece = aPiece();
  const { rev } = await delivers(piece);
  const gone = await office('PUT', piece._id, { ...removedPiece(piece._id), _rev: rev });
  expect(gone.status).toBeLessThan(300);
  expect(await delivers(piece)).not.toHaveProperty('ok');
  expect((await office('PUT', piece._id, { ...piece, _rev: (gone.body as { rev: string }).rev })).status).toBe(403);
  expect((await office('GET', piece._id)).body).toMatchObject({ removed: true });
});

test('not even the secretariat deletes: what is deleted could be written anew', async () => {
  const piece = aPiece();
  const { rev } = await delivers(piece);
  expect((await office('DELETE', `${piece._id}?rev=${String(rev)}`)).status).toBe(403);
});

test('a piece that has not come yet can be kept away', async () => {
  const piece = aPiece();
  expect((await office('PUT', piece._id, removedPiece(piece._id))).status).toBeLessThan(300);
  expect(await delivers(piece)).not.toHaveProperty('ok');
});

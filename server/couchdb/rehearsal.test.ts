import { expect, test } from 'vitest';
import { ok } from '../../core/result.ts';
import type { Couchdb } from './couchdb.ts';
import { ensureDatabase, ensureDocument, ensureSecurity } from './provision.ts';
import { rehearsalOf } from './rehearsal.ts';

/** A server with one database and one document, which notes what it is told to do. */
function aServer(): { readonly couchdb: Couchdb; readonly told: string[] } {
  const told: string[] = [];
  const couchdb: Couchdb = {
    address: 'http://server',
    ask(method, path) {
      if (method !== 'GET') told.push(`${method} ${path}`);
      if (path.endsWith('/_all_docs')) return Promise.resolve(ok({ status: 200, body: { rows: [{ id: 'a', key: 'a', value: { rev: '1-a' } }, { key: 'd', error: 'not_found' }] } }));
      const found = path === '/cthere001' || path === '/cthere001/a';
      return Promise.resolve(ok({ status: found ? 200 : 404, body: found ? { _id: 'a', _rev: '1-a', v: 1 } : {} }));
    },
  };
  return { couchdb, told };
}

test('a rehearsal says what would be done and does none of it', async () => {
  const { couchdb, told } = aServer();
  const rehearsal = rehearsalOf(couchdb);
  expect(await ensureDatabase(rehearsal, 'cthere001')).toEqual(ok('kept'));
  expect(await ensureDatabase(rehearsal, 'cnew00001')).toEqual(ok('made'));
  expect(await ensureSecurity(rehearsal, 'cnew00001', 'r0')).toEqual(ok('changed'));
  expect(await ensureSecurity(rehearsal, 'cnew00001', 'r0')).toEqual(ok('kept'));
  expect(await ensureDocument(rehearsal, 'cnew00001', { _id: 'b', v: 1 })).toEqual(ok('made'));
  expect(await ensureDocument(rehearsal, 'cthere001', { _id: 'a', v: 1 })).toEqual(ok('kept'));
  expect(await ensureDocument(rehearsal, 'cthere001', { _id: 'a', v: 2 })).toEqual(ok('changed'));
  expect(await rehearsal.ask('PUT', '/cthere001/a', { _id: 'a' })).toMatchObject({ value: { status: 409 } });
  expect(await rehearsal.ask('PUT', '/cthere001/c', { _id: 'c' })).toMatchObject({ value: { status: 201 } });
  const delivered = await rehearsal.ask('POST', '/cthere001/_bulk_docs', { docs: [{ _id: 'a' }, { _id: 'd' }] });
  expect(delivered).toMatchObject({ value: { body: [{ error: 'conflict' }, { ok: true }] } });
  expect(told.filter((one) => !one.endsWith('_all_docs'))).toEqual([]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { couchdbAt, fieldOf } from '../../server/couchdb/couchdb.ts';
import { serve } from './secretariat.ts';

vi.setConfig({ testTimeout: 180_000 });

const folder = mkdtempSync(join(tmpdir(), 'rapporteur-server-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function ask(address: string | null, method: string, path: string, body?: unknown) {
  const couchdb = couchdbAt(address ?? '');
  const answer = couchdb.ok ? await couchdb.value.ask(method, path, body) : couchdb;
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

test('the embedded server keeps databases, accounts, certificate and password over a restart', async () => {
  const first = await serve('--folder', folder);
  await ask(first.couchdb, 'PUT', '/cdossier01');
  await ask(first.couchdb, 'PUT', '/cdossier01/a', { _id: 'a', kept: true });
  await ask(first.couchdb, 'PUT', '/cdossier01/_security', { members: { names: [], roles: ['r1'] } });
  await ask(first.couchdb, 'PUT', '/_users/org.couchdb.user:ana', { name: 'ana', password: 'secret', roles: ['r1'], type: 'user' });
  await first.stop();
  const second = await serve('--folder', folder);
  expect(second.pin).toBe(first.pin);
  expect(fieldOf((await ask(second.couchdb, 'GET', '/cdossier01/a')).body, 'kept')).toBe(true);
  const asAna = (second.couchdb ?? '').replace(/admin:[^@]+@/, 'ana:secret@');
  expect((await ask(asAna, 'GET', '/cdossier01/a')).status).toBe(200);
  expect((await ask(asAna.replace('ana:secret', 'ana:guess'), 'GET', '/cdossier01/a')).status).toBe(401);
  await second.stop();
});

import { ok } from '../../core/result.ts';
import { fieldOf, type Answer, type Couchdb } from './couchdb.ts';

/**
 * A CouchDB that is asked but never written to, for `--dry-run`: questions go through, writes are
 * answered as if they had been done and are remembered, so that what is asked afterwards fits.
 */
export function rehearsalOf(couchdb: Couchdb): Couchdb {
  const written = new Map<string, unknown>();
  const databases = new Set<string>();
  const isNew = (path: string) => databases.has(path.split(/[/?]/)[1] ?? '');
  return {
    address: couchdb.address,
    async ask(method, path, body) {
      const plain = path.split('?')[0] ?? path;
      if (method === 'GET' || method === 'HEAD' || isQuestion(method, plain)) {
        if (written.has(plain)) return ok({ status: 200, body: written.get(plain) });
        return isNew(path) ? ok(inNewDatabase(plain)) : couchdb.ask(method, path, body);
      }
      const database = /^\/([^/?]+)\/?$/.exec(plain)?.[1];
      if (method === 'PUT' && database !== undefined) return makeDatabase(couchdb, database, databases);
      written.set(plain, body);
      return ok(answerTo(plain, body));
    },
  };
}

function isQuestion(method: string, path: string): boolean {
  return method === 'POST' && /\/(_all_docs|_bulk_get)$/.test(path);
}

async function makeDatabase(couchdb: Couchdb, name: string, made: Set<string>): ReturnType<Couchdb['ask']> {
  const there = await couchdb.ask('GET', `/${name}`);
  if (!there.ok) return there;
  if (there.value.status === 200) return ok({ status: 412, body: { error: 'file_exists' } });
  made.add(name);
  return ok({ status: 201, body: { ok: true } });
}

function inNewDatabase(path: string): Answer {
  if (path.endsWith('/_security')) return { status: 200, body: {} };
  if (path.endsWith('/_all_docs')) return { status: 200, body: { rows: [] } };
  return { status: 404, body: { error: 'not_found' } };
}

function answerTo(path: string, body: unknown): Answer {
  if (path.endsWith('/_security')) return { status: 200, body: { ok: true } };
  if (path.endsWith('/_compact')) return { status: 202, body: { ok: true } };
  if (!path.endsWith('/_bulk_docs')) return { status: 201, body: { ok: true } };
  const docs = fieldOf(body, 'docs');
  return { status: 201, body: Array.isArray(docs) ? docs.map((one: unknown) => ({ ok: true, id: fieldOf(one, '_id') })) : [] };
}

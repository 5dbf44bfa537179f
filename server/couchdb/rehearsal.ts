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
    ...couchdb,
    async ask(method, path, body) {
      const plain = path.split('?')[0] ?? path;
      if (method === 'GET' || method === 'HEAD' || isQuestion(method, plain)) {
        if (written.has(plain)) return ok({ status: 200, body: written.get(plain) });
        return isNew(path) ? ok(inNewDatabase(plain)) : couchdb.ask(method, path, body);
      }
      const database = /^\/([^/?]+)\/?$/.exec(plain)?.[1];
      if (method === 'PUT' && database !== undefined) return makeDatabase(couchdb, database, databases);
      if (plain.endsWith('/_bulk_docs') && !isNew(path)) return deliver(couchdb, plain, body);
      const taken = method === 'PUT' && isDocument(plain) && fieldOf(body, '_rev') === undefined && !isNew(path) ? await couchdb.ask('GET', plain) : null;
      if (taken?.ok === false) return taken;
      if (taken?.value.status === 200) return ok({ status: 409, body: { error: 'conflict' } });
      written.set(plain, body);
      return ok(answerTo(plain, body));
    },
  };
}

function isQuestion(method: string, path: string): boolean {
  return method === 'POST' && /\/(_all_docs|_bulk_get)$/.test(path);
}

function isDocument(path: string): boolean {
  return path.split('/').length > 2 && !path.endsWith('/_security');
}

/** Many documents at once: those that are there already are conflicts, as they would be. */
async function deliver(couchdb: Couchdb, path: string, body: unknown): ReturnType<Couchdb['ask']> {
  const docs: unknown = fieldOf(body, 'docs');
  const fresh = (Array.isArray(docs) ? docs : []).filter((one: unknown) => fieldOf(one, '_rev') === undefined).map((one: unknown) => fieldOf(one, '_id'));
  const asked = await couchdb.ask('POST', path.replace(/_bulk_docs$/, '_all_docs'), { keys: fresh });
  if (!asked.ok) return asked;
  const rows: unknown = fieldOf(asked.value.body, 'rows');
  const isThere = (row: unknown) => fieldOf(row, 'error') === undefined && fieldOf(fieldOf(row, 'value'), 'deleted') !== true;
  const there = new Set((Array.isArray(rows) ? rows : []).filter(isThere).map((row: unknown) => fieldOf(row, 'id')));
  const whole = answerTo(path, body);
  const told = Array.isArray(whole.body) ? whole.body.map((row: unknown) => (there.has(fieldOf(row, 'id')) ? { id: fieldOf(row, 'id'), error: 'conflict' } : row)) : [];
  return ok({ status: 201, body: told });
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

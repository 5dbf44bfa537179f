import { failed, ok, type Result } from '../../core/result.ts';
import { fieldOf, refusedBy, type Couchdb, type CouchdbFailure } from './couchdb.ts';

export interface ServerFacts {
  readonly kind: 'couchdb' | 'embedded';
  readonly version: string;
}

/** Who answers, and whether these credentials are an administrator's. `couchdb-too-old {version}` below 3. */
export async function checkServer(couchdb: Couchdb): Promise<Result<ServerFacts, CouchdbFailure | 'couchdb-too-old'>> {
  const welcome = await couchdb.ask('GET', '/');
  if (!welcome.ok) return welcome;
  if (welcome.value.status === 401) return refusedBy(welcome.value, '/');
  const embedded = fieldOf(welcome.value.body, 'express-pouchdb') !== undefined;
  const version = fieldOf(welcome.value.body, 'version');
  if (typeof version !== 'string') return failed('couchdb-garbled', { address: couchdb.address });
  if (!embedded && Number.parseInt(version, 10) < 3) return failed('couchdb-too-old', { version });
  const session = await couchdb.ask('GET', '/_session');
  if (!session.ok) return session;
  const roles = fieldOf(fieldOf(session.value.body, 'userCtx'), 'roles');
  if (!Array.isArray(roles) || !roles.includes('_admin')) return refusedBy({ status: 401, body: null }, '/_session');
  return ok({ kind: embedded ? 'embedded' : 'couchdb', version });
}

/** Bytes; a parcel is at most 330,000 of them in JSON. */
export const largestDocument = 512 * 1024;

export type Warning =
  | { readonly code: 'documents-too-large'; readonly value: string }
  | { readonly code: 'everyone-may-read' }
  | { readonly code: 'settings-unknown' };

/** Settings that a programme's server should have and this one has not. The embedded one has none of them. */
export async function unsafeSettings(couchdb: Couchdb, facts: ServerFacts): Promise<Result<readonly Warning[], CouchdbFailure>> {
  if (facts.kind === 'embedded') return ok([]);
  const answer = await couchdb.ask('GET', '/_node/_local/_config');
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return ok([{ code: 'settings-unknown' }]);
  const size = fieldOf(fieldOf(answer.value.body, 'couchdb'), 'max_document_size');
  const required = fieldOf(fieldOf(answer.value.body, 'chttpd'), 'require_valid_user');
  const warnings: Warning[] = [];
  if (size === undefined || Number(size) > largestDocument) {
    warnings.push({ code: 'documents-too-large', value: typeof size === 'string' ? size : '8000000' });
  }
  if (required !== 'true') warnings.push({ code: 'everyone-may-read' });
  return ok(warnings);
}

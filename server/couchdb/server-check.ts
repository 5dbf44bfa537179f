import { failed, ok, type Result } from '../../core/result.ts';
import { fieldOf, refusedBy, type Couchdb, type CouchdbFailure } from './couchdb.ts';

export interface ServerFacts {
  readonly kind: 'couchdb' | 'embedded';
  readonly version: string;
  /** The server's clock as it answered, in milliseconds; `null` where it does not say. */
  readonly clock: number | null;
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
  return ok({ kind: embedded ? 'embedded' : 'couchdb', version, clock: welcome.value.at ?? null });
}

/** Bytes; a parcel is at most 330,000 of them in JSON. */
export const largestDocument = 512 * 1024;
/** The first release of the 3.x line without the holes published until then (CVE-2023-26268, CVE-2023-45725). */
const oldestSound = [3, 3, 3];

export type Warning =
  | { readonly code: 'documents-too-large'; readonly value: string }
  | { readonly code: 'everyone-may-read' }
  | { readonly code: 'known-holes'; readonly value: string }
  | { readonly code: 'accounts-public' }
  | { readonly code: 'other-origins' }
  | { readonly code: 'logs-bodies' }
  | { readonly code: 'proxy-believed' }
  | { readonly code: 'not-encrypted' }
  | { readonly code: 'password-weak' }
  | { readonly code: 'listens-everywhere'; readonly value: string }
  | { readonly code: 'erlang-views' }
  | { readonly code: 'names-shown' }
  | { readonly code: 'settings-unknown' };

/** Settings that a programme's server should have and this one has not. The embedded one has none of them. */
export async function unsafeSettings(couchdb: Couchdb, facts: ServerFacts): Promise<Result<readonly Warning[], CouchdbFailure>> {
  if (facts.kind === 'embedded') return ok([]);
  const found: Warning[] = [];
  if (isBelow(facts.version, oldestSound)) found.push({ code: 'known-holes', value: facts.version });
  if (isPlainFromAfar(couchdb.address)) found.push({ code: 'not-encrypted' });
  if (couchdb.weakPassword === true) found.push({ code: 'password-weak' });
  const answer = await couchdb.ask('GET', '/_node/_local/_config');
  if (!answer.ok) return answer;
  if (answer.value.status !== 200) return ok([...found, { code: 'settings-unknown' }]);
  return ok([...found, ...warningsOf(answer.value.body)]);
}

/** What CouchDB's settings, as `_config` shows them, leave open. */
export function warningsOf(settings: unknown): readonly Warning[] {
  const valueOf = (section: string, name: string): string => {
    const value = fieldOf(fieldOf(settings, section), name);
    return typeof value === 'string' ? value : '';
  };
  const isOn = (section: string, name: string) => valueOf(section, name) === 'true';
  const size = valueOf('couchdb', 'max_document_size') || '8000000';
  const handlers = valueOf('chttpd', 'authentication_handlers');
  const found: Warning[] = [];
  if (Number(size) > largestDocument) found.push({ code: 'documents-too-large', value: size });
  if (!isOn('chttpd', 'require_valid_user')) found.push({ code: 'everyone-may-read' });
  if (valueOf('chttpd', 'admin_only_all_dbs') === 'false') found.push({ code: 'names-shown' });
  const listens = valueOf('chttpd', 'bind_address');
  if (listens !== '' && !isLoopback(listens)) found.push({ code: 'listens-everywhere', value: listens });
  if (isOn('native_query_servers', 'enable_erlang_query_server')) found.push({ code: 'erlang-views' });
  if (isOn('couchdb', 'users_db_public')) found.push({ code: 'accounts-public' });
  if (isOn('chttpd', 'enable_cors') || isOn('httpd', 'enable_cors')) found.push({ code: 'other-origins' });
  if (valueOf('log', 'level') === 'debug') found.push({ code: 'logs-bodies' });
  const usesSecret = isOn('chttpd_auth', 'proxy_use_secret') || isOn('couch_httpd_auth', 'proxy_use_secret');
  if (handlers.includes('proxy_authentication_handler') && !usesSecret) found.push({ code: 'proxy-believed' });
  return found;
}

function isBelow(version: string, wanted: readonly number[]): boolean {
  const parts = version.split(/[.-]/).map((part) => Number.parseInt(part, 10));
  const at = wanted.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return at !== -1 && (parts[at] ?? 0) < (wanted[at] ?? 0);
}

function isPlainFromAfar(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !isLoopback(hostname);
}

function isLoopback(host: string): boolean {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/.test(host);
}

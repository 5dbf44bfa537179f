import { failed, ok, type Result } from '../../core/result.ts';
import { fieldOf, refusedBy, type Couchdb, type CouchdbFailure } from './couchdb.ts';
import { designDocument, type DatabaseKind } from './design-documents.ts';

/** What was done to bring the server into the wished state: `kept` when it already was. */
export type Done = 'made' | 'changed' | 'kept';

/** Makes a database if it is not there. `q=1`: one shard, so that its changes come in one order. */
export async function ensureDatabase(couchdb: Couchdb, name: string): Promise<Result<Done, CouchdbFailure>> {
  const answer = await couchdb.ask('PUT', `/${name}?q=1`);
  if (!answer.ok) return answer;
  if (answer.value.status === 201 || answer.value.status === 202) return ok('made');
  return answer.value.status === 412 ? ok('kept') : refusedBy(answer.value, `/${name}`);
}

/** Lets in who has the role, and lets only server administrators govern. */
export async function ensureSecurity(couchdb: Couchdb, name: string, role: string): Promise<Result<Done, CouchdbFailure>> {
  const wished = { admins: { names: [], roles: ['_admin'] }, members: { names: [], roles: [role] } };
  const path = `/${name}/_security`;
  const now = await couchdb.ask('GET', path);
  if (!now.ok) return now;
  if (now.value.status !== 200) return refusedBy(now.value, path);
  if (sameSecurity(now.value.body, wished)) return ok('kept');
  const answer = await couchdb.ask('PUT', path, wished);
  if (!answer.ok) return answer;
  return answer.value.status === 200 ? ok('changed') : refusedBy(answer.value, path);
}

function sameSecurity(body: unknown, wished: { admins: object; members: object }): boolean {
  const same = (part: 'admins' | 'members') => {
    const found = fieldOf(body, part);
    return ['names', 'roles'].every((list) => JSON.stringify(fieldOf(found, list) ?? []) === JSON.stringify(fieldOf(wished[part], list)));
  };
  return same('admins') && same('members');
}

/** Brings the database's design document to what server/design says. */
export async function ensureDesign(couchdb: Couchdb, name: string, kind: DatabaseKind): Promise<Result<Done, CouchdbFailure>> {
  return ensureDocument(couchdb, name, { ...designDocument(kind) });
}

/** Writes a document if it is missing or other than wished; `_rev` is looked up. */
export async function ensureDocument(
  couchdb: Couchdb,
  name: string,
  wished: { readonly _id: string } & Readonly<Record<string, unknown>>,
): Promise<Result<Done, CouchdbFailure>> {
  const path = `/${name}/${wished._id.startsWith('_design/') ? wished._id : encodeURIComponent(wished._id)}`;
  const now = await couchdb.ask('GET', path);
  if (!now.ok) return now;
  const found = now.value;
  if (found.status !== 200 && found.status !== 404) return refusedBy(found, path);
  if (found.status === 200 && Object.entries(wished).every(([key, value]) => JSON.stringify(fieldOf(found.body, key)) === JSON.stringify(value))) {
    return ok('kept');
  }
  const rev = found.status === 200 ? { _rev: fieldOf(found.body, '_rev') } : {};
  const answer = await couchdb.ask('PUT', path, { ...wished, ...rev });
  if (!answer.ok) return answer;
  if (answer.value.status !== 201) return refusedBy(answer.value, path);
  return ok(found.status === 200 ? 'changed' : 'made');
}

/**
 * Gives an account these roles, and makes it when it is missing and a password is known. An existing
 * password stays. `account-missing`: it should be there, and only its laptop knows the password.
 */
export async function ensureUser(
  couchdb: Couchdb,
  user: { readonly name: string; readonly password: string | null; readonly roles: readonly string[] },
): Promise<Result<Done, CouchdbFailure | 'account-missing'>> {
  const id = `org.couchdb.user:${user.name}`;
  const path = `/_users/${encodeURIComponent(id)}`;
  const now = await couchdb.ask('GET', path);
  if (!now.ok) return now;
  if (now.value.status !== 200 && now.value.status !== 404) return refusedBy(now.value, path);
  const there = now.value.status === 200;
  if (!there && user.password === null) return failed('account-missing', { user: user.name });
  const roles = user.roles.toSorted();
  if (there && JSON.stringify(fieldOf(now.value.body, 'roles')) === JSON.stringify(roles)) return ok('kept');
  const fresh = { _id: id, name: user.name, type: 'user', password: user.password };
  const document = there ? { ...(now.value.body as object), roles } : { ...fresh, roles };
  const answer = await couchdb.ask('PUT', path, document);
  if (!answer.ok) return answer;
  return answer.value.status === 201 ? ok(there ? 'changed' : 'made') : refusedBy(answer.value, path);
}

/** All documents whose ids lie in a range, design documents left out. */
export async function documentsBetween(couchdb: Couchdb, name: string, from: string, to: string): Promise<Result<readonly unknown[], CouchdbFailure>> {
  const range = `startkey=${encodeURIComponent(JSON.stringify(from))}&endkey=${encodeURIComponent(JSON.stringify(to))}`;
  const path = `/${name}/_all_docs?include_docs=true&${range}`;
  const answer = await couchdb.ask('GET', path);
  if (!answer.ok) return answer;
  const rows = fieldOf(answer.value.body, 'rows');
  if (answer.value.status !== 200 || !Array.isArray(rows)) return refusedBy(answer.value, `/${name}/_all_docs`);
  return ok(rows.map((row: unknown) => fieldOf(row, 'doc')));
}

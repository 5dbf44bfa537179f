import { keyBytes } from '../../core/organisation/key-text.ts';
import { wrapForRecovery } from '../../core/organisation/recovery-key.ts';
import type { BoxPublicKey, SealKey } from '../../core/crypto/keys.ts';
import { ok, type Result } from '../../core/result.ts';
import type { Couchdb, CouchdbFailure } from '../couchdb/couchdb.ts';
import type { DatabaseKind } from '../couchdb/design-documents.ts';
import { ensureDatabase, ensureDesign, ensureSecurity, type Done } from '../couchdb/provision.ts';
import type { ServerFailure } from '../sentences.ts';
import type { Desk } from './desk.ts';
import type { OfficeCompartment } from './office-book.ts';

export interface WishedDatabase {
  readonly name: string;
  readonly role: string;
  readonly kind: DatabaseKind;
}

/** Every database that a programme has, with the role that opens it. */
export function wishedDatabases(desk: Desk): readonly WishedDatabase[] {
  const { directory, orders, compartments } = desk.book();
  return [
    { name: directory.database, role: directory.role, kind: 'directory' },
    { name: desk.ordersDatabase, role: orders.role, kind: 'orders' },
    ...compartments.map((one) => ({ name: one.database, role: one.role, kind: 'compartment' as const })),
    ...compartments.flatMap((one) => (one.files === undefined ? [] : [{ name: one.files, role: one.role, kind: 'files' as const }])),
  ];
}

/** Makes the databases that are missing, each with its door and its rule. */
export async function provisionDatabases(desk: Desk): Promise<Result<readonly Done[], ServerFailure>> {
  const users = await ensureDatabase(desk.couchdb, '_users');
  if (!users.ok) return users;
  const done: Done[] = [users.value];
  for (const database of wishedDatabases(desk)) {
    const steps = await provisionDatabase(desk.couchdb, database);
    if (!steps.ok) return steps;
    done.push(...steps.value);
  }
  return ok(done);
}

/** Nobody has a new compartment's role before it is ready, so its door may be set before its rule. */
export async function provisionDatabase(couchdb: Couchdb, database: WishedDatabase): Promise<Result<readonly Done[], CouchdbFailure>> {
  const made = await ensureDatabase(couchdb, database.name);
  if (!made.ok) return made;
  const security = await ensureSecurity(couchdb, database.name, database.role);
  if (!security.ok) return security;
  const design = await ensureDesign(couchdb, database.name, database.kind);
  return design.ok ? ok([made.value, security.value, design.value]) : design;
}

/** Puts into the directory every compartment that it does not know yet. Turned keys are announced by their turn. */
export async function announceCompartments(desk: Desk): Promise<Result<readonly Done[], ServerFailure>> {
  const done: Done[] = [];
  for (const one of desk.book().compartments) {
    const state = await desk.directory();
    if (!state.ok) return state;
    if (state.value.compartments.has(one.id)) continue;
    const epoch = newestEpoch(one).epoch;
    const appended = await desk.append({ type: 'compartment', compartment: one.id, jwg: one.jwg, marking: one.marking, epoch });
    if (!appended.ok) return appended;
    done.push('made');
  }
  return ok(done);
}

/** Seals every epoch's key to the recovery key, where that is still missing. Nothing without a recovery key. */
export async function wrapKeys(desk: Desk): Promise<Result<number, ServerFailure>> {
  const { recovery, compartments } = desk.book();
  if (recovery === null) return ok(0);
  let wrapped = 0;
  for (const one of compartments) {
    for (const { epoch, key } of one.epochs) {
      const state = await desk.directory();
      if (!state.ok) return state;
      if (state.value.recovery.get(one.id)?.has(epoch) === true) continue;
      const sealed = wrapForRecovery(one.id, { epoch, key: keyBytes<SealKey<'compartment'>>(key) }, keyBytes<BoxPublicKey>(recovery.public));
      const appended = await desk.append({ type: 'recovery', compartment: one.id, epoch, wrapped: sealed });
      if (!appended.ok) return appended;
      wrapped += 1;
    }
  }
  return ok(wrapped);
}

/** The key that is sealed with now. */
export function newestEpoch(compartment: Pick<OfficeCompartment, 'epochs'>): OfficeCompartment['epochs'][number] {
  return compartment.epochs.reduce((newest, one) => (one.epoch > newest.epoch ? one : newest));
}

import { ok, type Result } from '../../core/result.ts';
import { couchdbAt, type Couchdb, type CouchdbFailure } from '../couchdb/couchdb.ts';
import type { DatabaseKind } from '../couchdb/design-documents.ts';
import { ensureDatabase, ensureDesign, ensureSecurity, type Done } from '../couchdb/provision.ts';
import { checkServer, unsafeSettings } from '../couchdb/server-check.ts';
import { completedCompartments } from '../office/compartments.ts';
import { currentProfile } from '../office/current-profile.ts';
import { appendToDirectory, readDirectoryLog } from '../office/directory-log.ts';
import type { OfficeBook } from '../office/office-book.ts';
import { officeOptions, openOfficeOf } from '../office/passphrase.ts';
import { warningOf, type ServerFailure } from '../sentences.ts';
import { textOf, type Verb, type VerbOption } from '../verb.ts';

/** The option of every verb that governs a CouchDB. */
export const couchdbOption = {
  couchdb: { type: 'string', says: 'http://name:password@host:5984, with an administrator\'s account', needed: true },
} as const satisfies Record<string, VerbOption>;

/** Brings a CouchDB into the state that the profile asks for. Run again it makes only what is missing. */
export const setup: Verb = {
  name: 'setup',
  says: 'prepares a CouchDB: accounts, directory, one database for each group and marking',
  options: { ...officeOptions, ...couchdbOption },
  async run(surroundings) {
    const couchdb = couchdbAt(textOf(surroundings.values, 'couchdb'));
    if (!couchdb.ok) return couchdb;
    const facts = await checkServer(couchdb.value);
    if (!facts.ok) return facts;
    const warnings = await unsafeSettings(couchdb.value, facts.value);
    if (!warnings.ok) return warnings;
    const office = await openOfficeOf(surroundings);
    if (!office.ok) return office;
    const profile = currentProfile(office.value.book, surroundings.now);
    if (!profile.ok) return profile;
    // The names are kept before the databases are made: an interrupted setup is continued, not begun anew.
    const book: OfficeBook = { ...office.value.book, compartments: [...completedCompartments(office.value.book, profile.value)] };
    const written = office.value.write(book);
    office.value.close();
    if (!written.ok) return written;
    const done = await provision(couchdb.value, book, surroundings.now);
    if (!done.ok) return done;
    const made = done.value.filter((one) => one !== 'kept').length;
    const { kind, version } = facts.value;
    const what = `${kind === 'embedded' ? 'The embedded server' : `CouchDB ${version}`} at ${couchdb.value.address}`;
    return ok({
      lines: [
        made === 0 ? `${what} was set up already.` : `${what} is set up.`,
        `${profile.value.jwgs.length} groups, ${book.compartments.length} compartments.`,
        ...warnings.value.map(warningOf),
      ],
      data: { server: kind, version, changed: made, compartments: book.compartments.length, warnings: warnings.value },
    });
  },
};

async function provision(couchdb: Couchdb, book: OfficeBook, now: number): Promise<Result<readonly Done[], ServerFailure>> {
  const users = await ensureDatabase(couchdb, '_users');
  if (!users.ok) return users;
  const done: Done[] = [users.value];
  const databases = [
    { name: book.directory.database, role: book.directory.role, kind: 'directory' as const },
    ...book.compartments.map((one) => ({ name: one.database, role: one.role, kind: 'compartment' as const })),
  ];
  for (const database of databases) {
    const steps = await provisionDatabase(couchdb, database);
    if (!steps.ok) return steps;
    done.push(...steps.value);
  }
  const entries = await announceCompartments(couchdb, book, now);
  return entries.ok ? ok([...done, ...entries.value]) : entries;
}

/** Nobody has a new compartment's role before it is ready, so its door may be set before its rule. */
async function provisionDatabase(
  couchdb: Couchdb,
  database: { readonly name: string; readonly role: string; readonly kind: DatabaseKind },
): Promise<Result<readonly Done[], CouchdbFailure>> {
  const made = await ensureDatabase(couchdb, database.name);
  if (!made.ok) return made;
  const security = await ensureSecurity(couchdb, database.name, database.role);
  if (!security.ok) return security;
  const design = await ensureDesign(couchdb, database.name, database.kind);
  return design.ok ? ok([made.value, security.value, design.value]) : design;
}

async function announceCompartments(couchdb: Couchdb, book: OfficeBook, now: number): Promise<Result<readonly Done[], ServerFailure>> {
  let state = await readDirectoryLog(couchdb, book);
  const done: Done[] = [];
  for (const one of book.compartments) {
    if (!state.ok) return state;
    const epoch = Math.max(...one.epochs.map((each) => each.epoch));
    if (state.value.compartments.get(one.id)?.epoch === epoch) continue;
    const body = { type: 'compartment' as const, compartment: one.id, jwg: one.jwg, marking: one.marking, epoch };
    state = await appendToDirectory(couchdb, book, state.value, body, now);
    done.push('made');
  }
  return state.ok ? ok(done) : state;
}

import { ordersDatabaseOf } from '../../core/organisation/erase-order.ts';
import type { DirectoryBody, DirectoryState } from '../../core/organisation/directory.ts';
import type { OrganisationProfile } from '../../core/organisation/profile.ts';
import { failed, ok, type Result } from '../../core/result.ts';
import { couchdbAt, refusedBy, type Couchdb } from '../couchdb/couchdb.ts';
import { rehearsalOf } from '../couchdb/rehearsal.ts';
import { checkServer, type ServerFacts } from '../couchdb/server-check.ts';
import { sentenceOf, type ServerFailure } from '../sentences.ts';
import { isDryRun, textOf, type VerbOption, type VerbSurroundings } from '../verb.ts';
import { latestProfile } from './current-profile.ts';
import { appendToDirectory, readDirectoryLog } from './directory-log.ts';
import { randomName, type OfficeBook } from './office-book.ts';
import type { Office, OfficeWriteFailure } from './office-file.ts';
import { officeOptions, openOfficeOf } from './passphrase.ts';
import { reconcile } from './reconcile.ts';

/** The option of every verb that governs a CouchDB. */
export const couchdbOption = {
  couchdb: { type: 'string', says: 'http://name:password@host:5984, with an administrator\'s account', needed: true },
} as const satisfies Record<string, VerbOption>;

/** The options of every verb that works at the desk. */
export const deskOptions = { ...officeOptions, ...couchdbOption } as const;

/**
 * What the secretariat's verbs work with: the opened keys file, the server, the last profile and the
 * directory. In a dry run the server is rehearsed and the keys file is left as it is, so that a
 * verb is written once and does not ask which of the two it is.
 */
export interface Desk {
  readonly couchdb: Couchdb;
  readonly server: ServerFacts;
  readonly profile: OrganisationProfile;
  readonly now: number;
  readonly ordersDatabase: string;
  book(): OfficeBook & { readonly orders: { readonly role: string } };
  /** Writes the book down. Always before the server is told: what was interrupted is continued, not begun anew. */
  keep(book: OfficeBook): Result<null, OfficeWriteFailure>;
  /** The directory as it is now, read once. */
  directory(): Promise<Result<DirectoryState, ServerFailure>>;
  append(body: DirectoryBody): Promise<Result<DirectoryState, ServerFailure>>;
  close(): void;
}

/** What a verb is ready to find at the server's address. */
export interface DeskRules {
  /** `setup` and `restore`: the organisation's databases may not be there yet. */
  readonly mayBeNew?: boolean;
  /** `recover`: the keys file may lack keys, for that is what it brings back. */
  readonly mayBeBehind?: boolean;
}

/** Clocks of two computers that keep time differ by seconds. */
const clockTolerance = 10 * 60 * 1000;

/** Opens the keys file, checks who answers at the server's address, and takes the profile that was made last. */
export async function openDesk(surroundings: VerbSurroundings, rules: DeskRules = {}): Promise<Result<Desk, ServerFailure>> {
  const address = couchdbAt(textOf(surroundings.values, 'couchdb'));
  if (!address.ok) return address;
  const server = await checkServer(address.value);
  if (!server.ok) return server;
  const clocks = compareClocks(surroundings, server.value);
  if (!clocks.ok) return clocks;
  const office = await openOfficeOf(surroundings);
  if (!office.ok) return office;
  const profile = latestProfile(office.value.book);
  if (!profile.ok) return profile;
  const place = rules.mayBeNew === true ? ok(null) : await checkPlace(address.value, office.value.book);
  if (!place.ok) return place;
  const dryRun = isDryRun(surroundings.values);
  const couchdb = dryRun ? rehearsalOf(address.value) : address.value;
  return ok(deskOf({ couchdb, server: server.value, profile: profile.value, now: surroundings.now }, office.value, dryRun));
}

/** What is signed by a wrong clock bears a wrong date for ever, so that nothing is. Reading goes on, with a warning. */
function compareClocks(surroundings: VerbSurroundings, server: ServerFacts): Result<null, 'clock-differs'> {
  if (server.clock === null || Math.abs(surroundings.now - server.clock) <= clockTolerance) return ok(null);
  const differs = failed('clock-differs', { here: surroundings.now, there: server.clock });
  if (surroundings.writes && !isDryRun(surroundings.values)) return differs;
  surroundings.tell(sentenceOf(differs.failure));
  return ok(null);
}

/** Another server than the one that was set up holds none of the organisation's databases, and is left alone. */
async function checkPlace(couchdb: Couchdb, book: OfficeBook): Promise<Result<null, ServerFailure>> {
  if (book.compartments.length === 0) return failed('not-set-up');
  const path = `/${book.directory.database}`;
  const directory = await couchdb.ask('GET', path);
  if (!directory.ok) return directory;
  if (directory.value.status === 404) return failed('server-without-directory', { address: couchdb.address });
  return directory.value.status === 200 ? ok(null) : refusedBy(directory.value, path);
}

function deskOf(around: Pick<Desk, 'couchdb' | 'server' | 'profile' | 'now'>, office: Office, dryRun: boolean): Desk {
  const orders = office.book.orders ?? { role: randomName('r') };
  let book: OfficeBook & { orders: { role: string } } = { ...office.book, orders };
  let log: DirectoryState | null = null;
  const directory = async (): Promise<Result<DirectoryState, ServerFailure>> => {
    if (log !== null) return ok(log);
    const read = await readDirectoryLog(around.couchdb, book);
    if (read.ok) log = read.value;
    return read;
  };
  return {
    ...around,
    ordersDatabase: ordersDatabaseOf(book.directory.database),
    book: () => book,
    keep(next) {
      const written = dryRun ? ok(null) : office.write({ ...next, orders });
      if (written.ok) book = { ...next, orders };
      return written;
    },
    directory,
    async append(body) {
      const state = await directory();
      if (!state.ok) return state;
      const next = await appendToDirectory(around.couchdb, book, state.value, body, around.now);
      if (next.ok) log = next.value;
      return next;
    },
    close: () => office.close(),
  };
}

/** Opens the desk, does something there, and clears it away whatever came of it. */
export async function atDesk<Value>(
  surroundings: VerbSurroundings,
  work: (desk: Desk) => Promise<Result<Value, ServerFailure>>,
  rules: DeskRules = {},
): Promise<Result<Value, ServerFailure>> {
  const desk = await openDesk(surroundings, rules);
  if (!desk.ok) return desk;
  try {
    const known = surroundings.writes && rules.mayBeNew !== true ? await reconcile(desk.value, rules.mayBeBehind) : ok(0);
    return known.ok ? await work(desk.value) : known;
  } finally {
    desk.value.close();
  }
}

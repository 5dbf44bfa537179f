import PouchDatabase, { type StoredDocument } from 'pouchdb-browser';
import { randomId } from '../../../core/crypto/sodium.ts';
import type { ParcelId } from '../../../core/ids.ts';
import { demandRoom } from '../store/room.ts';
import type { ConfirmedParcel } from './delivery.ts';
import type { Opened } from './opened.ts';

export interface ArrivedParcel {
  readonly parcel: ParcelId;
  readonly revision: string;
  readonly document: unknown;
}

/** The local PouchDB of one compartment: sealed parcels that arrived and have not been opened yet. */
export interface LocalPouch {
  readonly database: PouchDatabase;
  /** Identity of this database; another one after it was begun anew. */
  readonly name: string;
  /** The next parcels after a sequence, own ones left out, and where to go on. */
  after(sequence: number, limit: number): Promise<{ readonly parcels: readonly ArrivedParcel[]; readonly sequence: number; readonly last: boolean }>;
  read(parcels: readonly ParcelId[]): Promise<readonly ArrivedParcel[]>;
  /** Enters own parcels under the server's revision, so that they are not fetched back. */
  enterOwn(confirmed: readonly ConfirmedParcel[]): Promise<void>;
  /** Lets go of parcels whose content is in the notebook. `upTo`: how far the notebook has opened. */
  drop(parcels: readonly ArrivedParcel[], upTo: number): Promise<void>;
  close(): Promise<void>;
}

const foundationId = '_local/rapporteur';

interface Foundation {
  readonly _rev?: string;
  readonly name: string;
  /** Parcels up to here may have been let go. */
  readonly dropped: number;
}

/** Opens, or makes, the database behind a name. */
export type OpenDatabase = (name: string) => PouchDatabase;

/** `idb`: PouchDB's newer `indexeddb` adapter has open reports of lost data. */
export const openInBrowser: OpenDatabase = (name) => new PouchDatabase(name, { adapter: 'idb', auto_compaction: true });

/**
 * Opens the local pouch of a compartment. When the notebook has opened less than the pouch has let
 * go of (an older backup of the notebook was restored), or counts in another pouch, what was let
 * go would be missed: the pouch is begun anew and everything is fetched again.
 */
export async function openLocalPouch(name: string, opened: Opened | null, open: OpenDatabase = openInBrowser): Promise<LocalPouch> {
  await demandRoom();
  let database = open(name);
  let foundation = await readFoundation(database);
  const fits = foundation === null ? opened === null : opened === null ? foundation.dropped === 0 : opened.pouch === foundation.name && opened.sequence >= foundation.dropped;
  if (!fits) {
    await database.destroy();
    database = open(name);
    foundation = null;
  }
  if (foundation === null) {
    const fresh = { name: randomId<string>(), dropped: 0 };
    foundation = { ...fresh, _rev: (await database.put({ _id: foundationId, ...fresh })).rev };
  }
  return localPouch(database, foundation);
}

async function readFoundation(database: PouchDatabase): Promise<Foundation | null> {
  try {
    const found = await database.get(foundationId);
    return { _rev: found._rev, name: String(found['name']), dropped: Number(found['dropped']) };
  } catch (cause) {
    if ((cause as { status?: unknown }).status === 404) return null;
    throw cause;
  }
}

function localPouch(database: PouchDatabase, found: Foundation): LocalPouch {
  const { name } = found;
  let foundation = found;
  async function dropUpTo(upTo: number): Promise<void> {
    if (foundation.dropped >= upTo) return;
    const moved = { ...foundation, dropped: upTo };
    foundation = { ...moved, _rev: (await database.put({ _id: foundationId, ...moved })).rev };
  }
  return {
    database,
    name,
    async after(sequence, limit) {
      const { results, last_seq } = await database.changes({ since: sequence, limit, include_docs: true });
      const parcels = results.flatMap(({ doc, deleted }) => (doc === undefined || deleted === true || isNone(doc) ? [] : [arrived(doc)]));
      return { parcels, sequence: results.length === 0 ? Math.max(sequence, last_seq) : (results.at(-1)?.seq ?? sequence), last: results.length < limit };
    },
    async read(parcels) {
      const { rows } = await database.allDocs({ keys: parcels, include_docs: true });
      return rows.flatMap(({ doc }) => (doc === undefined || doc === null ? [] : [arrived(doc)]));
    },
    async enterOwn(confirmed) {
      const documents = confirmed.map((one) => ({ _id: one.parcel, _rev: one.revision, own: true }));
      await demandRoom();
      await database.bulkDocs(documents, { new_edits: false });
    },
    async drop(parcels, upTo) {
      if (parcels.length === 0) return;
      await demandRoom();
      await dropUpTo(upTo);
      await database.bulkDocs(parcels.map((one) => ({ _id: one.parcel, _rev: one.revision, _deleted: true })));
    },
    close: () => database.close(),
  };
}

/** Own parcels are known already, and the server's rules come along with the rest. */
function isNone(doc: StoredDocument): boolean {
  return doc['own'] === true || doc._id.startsWith('_design/');
}

function arrived(doc: { readonly _id: string; readonly _rev: string }): ArrivedParcel {
  return { parcel: doc._id as ParcelId, revision: doc._rev, document: doc };
}

import { blindIndex } from '../../core/crypto/sodium.ts';
import type { Instant, PersonId } from '../../core/ids.ts';
import { markingOf } from '../../core/markings/scheme.ts';
import type { EngineEvent, EngineHost, MinutesApi, RegistersApi } from './api.ts';
import { brokenPouch } from './broken-pouch.ts';
import { ContactTwins } from './contacts/contact-twins.ts';
import { Drafts } from './drafts/drafts.ts';
import { createFiles } from './files/create-files.ts';
import { PieceStore } from './files/piece-store.ts';
import { importsWhenAsked } from './imports/imports-when-asked.ts';
import { createLists } from './lists/lists.ts';
import type { MinutesGround } from './minutes-seam/minutes-ground.ts';
import { createAll } from './notebook/create-all.ts';
import { Ledger } from './notebook/ledger.ts';
import { ledgerStore } from './notebook/ledger-store.ts';
import { Notebook } from './notebook/notebook.ts';
import type { Names } from './notebook/record-view.ts';
import { isRestrictedEntry } from './notebook/restricted.ts';
import { localDay } from './notebook/today.ts';
import { isOfLocalTeam } from './organisation/colleagues.ts';
import { Organisation } from './organisation/organisation.ts';
import { PouchCounts } from './pouch-counts.ts';
import type { ErasingGround, LetterStore, OpenPouch, OpenThePouch, PouchGround, SealedStates } from './pouch-seam/pouch-ground.ts';
import { Protection } from './protection/create-protection.ts';
import { createConsulting, type Consulting } from './registers/consulting.ts';
import { goingNow } from './registers/going.ts';
import { Registers } from './registers/registers.ts';
import { Indexer } from './search/indexer.ts';
import { Search } from './search/search.ts';
import { sessionWith, type Session } from './session.ts';
import { letterStore } from './store/letter-store.ts';
import type { NotebookDatabase } from './store/notebook-database.ts';
import { sealedStates } from './store/sealed-states.ts';
import type { Identity } from './vault/identity.ts';
import type { OpenVault } from './vault/vault.ts';
import { stillStanding } from './when-locked.ts';

export interface SessionParts {
  readonly database: NotebookDatabase;
  readonly now: () => Instant;
  readonly host: EngineHost;
  readonly emit: (event: EngineEvent) => void;
  readonly openPouch: OpenThePouch;
  /** What an erase order asks of the laptop as a whole. */
  readonly erasing: ErasingGround;
  readonly createMinutes: (ground: MinutesGround) => MinutesApi;
  readonly build: string;
  readonly snapshotRest: number;
}

/** What the first parts need of those that are made after them, once they are there. */
interface Later {
  pouch: OpenPouch | null;
  indexer: Indexer | null;
  protection: Protection | null;
}

/** What is written on this laptop, and by whom: read before anything else. */
interface Shelf {
  readonly ledger: Ledger;
  readonly states: SealedStates;
  readonly organisation: Organisation;
  readonly books: Registers;
  readonly drafts: Drafts;
  readonly counts: PouchCounts;
  readonly emit: (event: EngineEvent) => void;
}

/** Reads the notebook and puts the parts of the session together. */
export async function openSession(vault: OpenVault, parts: SessionParts): Promise<Session> {
  const later: Later = { pouch: null, indexer: null, protection: null };
  const shelf = await openShelf(vault, parts, later);
  const letters = letterStore(parts.database, vault.rows, shelf.ledger, shelf.books.transfers);
  const pieces = new PieceStore(parts.database, vault.rows);
  const pouch = await openedPouch(vault, parts, shelf, { letters, pieces });
  later.pouch = pouch;
  return furnished({ vault, parts, shelf, later, letters, pieces, pouch });
}

async function openShelf(vault: OpenVault, parts: SessionParts, later: Later): Promise<Shelf> {
  const { database, now, host, build, snapshotRest } = parts;
  const { rows, identity } = vault;
  const emit = (event: EngineEvent): void => {
    counts.heard(event);
    if (event.type === 'records') {
      later.indexer?.touched(event.records.map(({ record }) => record));
      if (event.records.some(({ kind }) => kind === 'protection')) later.protection?.personsChanged();
    }
    parts.emit(event);
  };
  const ledger: Ledger = new Ledger({ database, rows, identity, now, emit, build, snapshotRest, scheme: () => organisation.scheme() });
  // Told past `emit`: the counts themselves are no reason to count again.
  const counts = new PouchCounts(async () => {
    await ledger.ready();
    return later.pouch?.standing() ?? { ...stillStanding, unsorted: ledger.unsent.recordCount };
  }, () => parts.emit({ type: 'pouch' }));
  const states = sealedStates(database, rows, ledger);
  const organisation: Organisation = new Organisation({
    states, identity, host, now,
    membership: () => later.pouch?.membership() ?? null,
    rescaled: () => ledger.reload(),
    // What does not come to its end now, a full disk, comes with the next exchange.
    renewed: () => void later.pouch?.profileChanged().catch(() => undefined),
    emit,
  });
  await organisation.load();
  const books = new Registers({ database, rows, identity, now, emit });
  await books.load();
  const drafts = new Drafts({
    database, rows, ledger, now, emit,
    scheme: () => organisation.scheme(),
    ceiling: () => organisation.ceiling(),
    kept: (draft) => later.protection?.drafts.kept(draft),
    gone: (draft) => later.protection?.drafts.gone(draft),
  });
  await ledger.load();
  await drafts.load();
  return { ledger, states, organisation, books, drafts, counts, emit };
}

/** A pouch that cannot be opened must not keep anybody from their notes. */
async function openedPouch({ rows, identity, keys }: OpenVault, { openPouch, now, host, erasing }: SessionParts, shelf: Shelf, stores: Pick<PouchGround, 'letters' | 'pieces'>): Promise<OpenPouch> {
  const { ledger, drafts, books, organisation, states, emit } = shelf;
  try {
    return await openPouch({
      now, host, identity, organisation, states, emit, erasing, ...stores,
      ledger: ledgerStore(ledger, rows, drafts, books),
      localDatabaseName: (compartment) => `pouch-${blindIndex(keys.names, compartment)}`,
    });
  } catch {
    return brokenPouch;
  }
}

interface Bare {
  readonly vault: OpenVault;
  readonly parts: SessionParts;
  readonly shelf: Shelf;
  readonly later: Later;
  readonly letters: LetterStore;
  readonly pieces: PieceStore;
  readonly pouch: OpenPouch;
}

/** Everything that is made of the shelf and the pouch. */
function furnished({ vault, parts, shelf, later, letters, pieces, pouch }: Bare): Session {
  const { database, now, build, snapshotRest } = parts;
  const { rows, identity } = vault;
  const { ledger, states, organisation, books, drafts, counts, emit } = shelf;
  const ceiling = () => organisation.ceiling();
  const scheme = () => organisation.scheme();
  const profile = () => organisation.profile();
  const names = namesOf(identity, pouch);
  const isLocalTeam = () => isOfLocalTeam(pouch.directory.certificates(), profile(), identity.person, now());
  const notebook = new Notebook({ ledger, drafts, identity, names, now, scheme, ceiling, profile, isLocalTeam, pouchCounts: () => counts.now() });
  const rowOf: Notebook['rowOf'] = (entry) => notebook.rowOf(entry);
  const lists = createLists({
    ledger, identity, now, scheme, ceiling, profile, isLocalTeam, rowOf,
    entry: (record) => ledger.catalogue.get(record),
    jwgName: (jwg) => organisation.surroundings().jwgs.find((one) => one.id === jwg)?.name ?? '',
    rankOf: (level) => markingOf(scheme(), level).rank,
  });
  const indexer = new Indexer({ ledger, database, rows, build, rest: snapshotRest, whole: () => parts.emit({ type: 'search' }) });
  const search = new Search({ ledger, indexer, names, rowOf, restricted: (entry) => isRestrictedEntry(entry, localDay(now())) });
  const protection = new Protection({ ledger, notebook, drafts, emit: parts.emit });
  later.indexer = indexer;
  later.protection = protection;
  const minutes = parts.createMinutes(minutesGround({ now, identity, organisation, ledger, notebook, names, pouch }));
  const files = createFiles({ pieces, states, scheme, ceiling, profile, emit, now, notebook, pouch });
  const imports = importsWhenAsked({
    contacts: () => notebook.rows('contact'),
    meetings: notebook,
    drafts,
    files: { take: (content, level) => files.api.take({ intake: crypto.randomUUID(), content, level }), remove: (file) => pieces.remove(file) },
    createAll: createAll({ ledger, identity, now, scheme, ceiling, profile }),
  });
  const consulting = createConsulting({ log: books.consultations, notebook, lists, search, pouch: pouch.api, scheme });
  const registers = registersSeen(books, consulting, ledger, names);
  books.tidy();
  const contacts = new ContactTwins({ ledger, rowOf });
  const tellPouch = (): void => emit({ type: 'pouch' });
  return sessionWith(
    { vault, identity, now, states, organisation, ledger, drafts, notebook, lists, search, contacts, minutes, imports, files, letters, pouch, protection, registers, books, consulting, tellPouch },
    { indexer, counts },
  );
}

function registersSeen(books: Registers, consulting: Consulting, ledger: Ledger, names: Names): RegistersApi {
  return {
    ...books.api({
      going: (records) => goingNow(ledger, records),
      titleOf: (record) => ledger.catalogue.get(record)?.title ?? '',
      nameOf: (person) => names.nameOf(person as PersonId),
    }),
    reveal: (kind, record, justification) => consulting.reveal(kind, record, justification),
    paletteLeft: (by) => consulting.paletteLeft(by),
  };
}

function namesOf(identity: Identity, pouch: OpenPouch): Names {
  return {
    me: identity.person,
    nameOf: (person) => (person === identity.person ? identity.name : (pouch.directory.nameOf(person) ?? '')),
  };
}

interface MinutesParts {
  readonly now: () => Instant;
  readonly identity: Identity;
  readonly organisation: Organisation;
  readonly ledger: Ledger;
  readonly notebook: Notebook;
  readonly names: Names;
  readonly pouch: OpenPouch;
}

function minutesGround({ now, identity, organisation, ledger, notebook, names, pouch }: MinutesParts): MinutesGround {
  return {
    now,
    signer: { person: identity.person, device: identity.device, name: identity.name, keys: identity.deviceKeys },
    scheme: () => organisation.scheme(),
    profile: () => organisation.profile(),
    open: (kind, record) => notebook.open(kind, record),
    rows: (kind) => notebook.rows(kind),
    history: (record) => ledger.history(record),
    async state(record) {
      const history = await ledger.history(record);
      return history.size === 0 ? null : ledger.shown(history).whole;
    },
    nameOf: (person) => names.nameOf(person) || null,
    signKeyOf: (device) => (device === identity.device ? identity.deviceKeys.publicKey : pouch.directory.signKeyOf(device)),
  };
}

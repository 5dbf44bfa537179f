import { blindIndex } from '../../core/crypto/sodium.ts';
import type { Instant, PersonId } from '../../core/ids.ts';
import { markingOf } from '../../core/markings/scheme.ts';
import type { Colleague, ContactsApi, EngineEvent, EngineHost, ImportsApi, KitState, ListsApi, Me, MinutesApi } from './api.ts';
import { brokenPouch } from './broken-pouch.ts';
import { Drafts } from './drafts/drafts.ts';
import { importsWhenAsked } from './imports/imports-when-asked.ts';
import { createLists } from './lists/lists.ts';
import type { MinutesGround } from './minutes-seam/minutes-ground.ts';
import { createAll } from './notebook/create-all.ts';
import { createFiles, type OpenFiles } from './files/create-files.ts';
import { PieceStore } from './files/piece-store.ts';
import { Ledger } from './notebook/ledger.ts';
import { ledgerStore } from './notebook/ledger-store.ts';
import { Notebook } from './notebook/notebook.ts';
import type { Names } from './notebook/record-view.ts';
import { isRestrictedEntry } from './notebook/restricted.ts';
import { localDay } from './notebook/today.ts';
import { colleaguesOf } from './organisation/colleagues.ts';
import { Organisation } from './organisation/organisation.ts';
import { goingNow } from './registers/going.ts';
import { createConsulting, type Consulting } from './registers/consulting.ts';
import { Registers } from './registers/registers.ts';
import type { RegistersApi } from './registers/registers-api.ts';
import { PouchCounts } from './pouch-counts.ts';
import type { LetterStore, OpenPouch, OpenThePouch, PouchGround, SealedStates } from './pouch-seam/pouch-ground.ts';
import { letterStore } from './store/letter-store.ts';
import { Indexer } from './search/indexer.ts';
import { Search } from './search/search.ts';
import { ContactTwins } from './contacts/contact-twins.ts';
import { Protection } from './protection/create-protection.ts';
import type { NotebookDatabase } from './store/notebook-database.ts';
import { sealedStates } from './store/sealed-states.ts';
import type { Identity } from './vault/identity.ts';
import { readKitState } from './vault/recovery-kit.ts';
import { stillStanding } from './when-locked.ts';
import { closeVault, type OpenVault } from './vault/vault.ts';

export interface SessionParts {
  readonly database: NotebookDatabase;
  readonly now: () => Instant;
  readonly host: EngineHost;
  readonly emit: (event: EngineEvent) => void;
  readonly openPouch: OpenThePouch;
  readonly createMinutes: (ground: MinutesGround) => MinutesApi;
  readonly build: string;
  readonly snapshotRest: number;
}

/** How long a lock waits for the network to let go. Nothing is lost by not waiting longer. */
const patienceAtLock = 2000;

/** Everything that lives from unlock to lock. */
export class Session {
  readonly identity: Identity;
  readonly states: SealedStates;
  readonly organisation: Organisation;
  readonly notebook: Notebook;
  readonly lists: ListsApi;
  readonly letters: LetterStore;
  readonly drafts: Drafts;
  readonly minutes: MinutesApi;
  readonly pouch: OpenPouch;
  readonly files: OpenFiles;
  readonly vault: OpenVault;
  readonly ledger: Ledger;
  readonly imports: ImportsApi;
  readonly now: () => Instant;
  readonly search: Search;
  readonly registers: RegistersApi;
  /** How the interface looks into the notebook: with an entry where the law asks for one. */
  readonly consulting: Consulting;
  /** The registers themselves, for what must not happen unregistered. */
  readonly books: Registers;
  readonly protection: Protection;
  readonly contacts: ContactsApi;
  private readonly indexer: Indexer;
  /** What holds or goes may be something else now. */
  readonly tellPouch: () => void;
  private readonly counts: PouchCounts;

  private constructor(built: Omit<Session, 'unreadableRows' | 'me' | 'colleagues' | 'kit' | 'ready' | 'close'> & { counts: PouchCounts; indexer: Indexer }) {
    this.vault = built.vault;
    this.ledger = built.ledger;
    this.now = built.now;
    this.tellPouch = built.tellPouch;
    this.counts = built.counts;
    this.search = built.search;
    this.registers = built.registers;
    this.consulting = built.consulting;
    this.books = built.books;
    this.protection = built.protection;
    this.contacts = built.contacts;
    this.indexer = built.indexer;
    this.identity = built.identity;
    this.states = built.states;
    this.organisation = built.organisation;
    this.notebook = built.notebook;
    this.lists = built.lists;
    this.letters = built.letters;
    this.drafts = built.drafts;
    this.minutes = built.minutes;
    this.imports = built.imports;
    this.pouch = built.pouch;
    this.files = built.files;
  }

  /** Reads the notebook and puts its parts together. */
  static async open(vault: OpenVault, parts: SessionParts): Promise<Session> {
    const { database, now, host, build, snapshotRest } = parts;
    const { rows, identity } = vault;
    let pouch: OpenPouch | null = null;
    let indexer: Indexer | null = null;
    let protection: Protection | null = null;
    const emit = (event: EngineEvent): void => {
      counts.heard(event);
      if (event.type === 'records') {
        indexer?.touched(event.records.map(({ record }) => record));
        if (event.records.some(({ kind }) => kind === 'protection')) protection?.personsChanged();
      }
      parts.emit(event);
    };
    const ledger: Ledger = new Ledger({ database, rows, identity, now, emit, build, snapshotRest, scheme: () => organisation.scheme() });
    // Told past `emit`: the counts themselves are no reason to count again.
    const counts = new PouchCounts(async () => {
      await ledger.ready();
      return pouch?.standing() ?? { ...stillStanding, unsorted: ledger.unsent.recordCount };
    }, () => parts.emit({ type: 'pouch' }));
    const states = sealedStates(database, rows, ledger);
    const organisation: Organisation = new Organisation({
      states, identity, host, now,
      membership: () => pouch?.membership() ?? null,
      rescaled: () => ledger.reload(),
      // What does not come to its end now, a full disk, comes with the next exchange.
      renewed: () => void pouch?.profileChanged().catch(() => undefined),
      emit,
    });
    await organisation.load();
    const ceiling = () => organisation.ceiling();
    const scheme = () => organisation.scheme();
    const profile = () => organisation.profile();
    const books = new Registers({ database, rows, identity, now, emit });
    await books.load();
    const drafts = new Drafts({
      database, rows, ledger, now, scheme, ceiling, emit,
      kept: (draft) => protection?.drafts.kept(draft),
      gone: (draft) => protection?.drafts.gone(draft),
    });
    await ledger.load();
    await drafts.load();
    const letters = letterStore(database, rows, ledger, books.transfers);
    const pieces = new PieceStore(database, rows);
    const opened = await openedPouch(parts.openPouch, {
      now, host, identity, organisation, states, emit,
      ledger: ledgerStore(ledger, rows, drafts, books),
      letters,
      pieces,
      localDatabaseName: (compartment) => `pouch-${blindIndex(vault.keys.names, compartment)}`,
    });
    pouch = opened;
    const names = namesOf(identity, opened);
    const notebook = new Notebook({
      ledger, drafts, identity, names, now, scheme, ceiling, profile, pouchCounts: () => counts.now(),
    });
    const lists = createLists({
      ledger, identity, now, scheme, ceiling, profile,
      rowOf: (entry) => notebook.rowOf(entry),
      entry: (record) => ledger.catalogue.get(record),
      jwgName: (jwg) => organisation.surroundings().jwgs.find((one) => one.id === jwg)?.name ?? '',
      rankOf: (level) => markingOf(scheme(), level).rank,
    });
    const indexing = new Indexer({ ledger, database, rows, build, rest: snapshotRest, whole: () => parts.emit({ type: 'search' }) });
    indexer = indexing;
    const search = new Search({ ledger, indexer: indexing, names, rowOf: (entry) => notebook.rowOf(entry), restricted: (entry) => isRestrictedEntry(entry, localDay(now())) });
    const watch = new Protection({ ledger, notebook, drafts, emit: parts.emit });
    protection = watch;
    const minutes = parts.createMinutes(minutesGround({ now, identity, organisation, ledger, notebook, names, pouch: opened }));
    const files = createFiles({ pieces, states, scheme, ceiling, profile, emit, now, notebook, pouch: opened });
    const imports = importsWhenAsked({
      contacts: () => notebook.rows('contact'),
      meetings: notebook,
      drafts,
      files: { take: (content, level) => files.api.take({ intake: crypto.randomUUID(), content, level }), remove: (file) => pieces.remove(file) },
      createAll: createAll({ ledger, identity, now, scheme, ceiling, profile }),
    });
    const consulting = createConsulting({ log: books.consultations, notebook, lists, search, pouch: opened.api, scheme });
    const registers: RegistersApi = {
      ...books.api({ going: (records) => goingNow(ledger, records), titleOf: (record) => ledger.catalogue.get(record)?.title ?? '', nameOf: (person) => names.nameOf(person as PersonId) }),
      reveal: (kind, record, justification) => consulting.reveal(kind, record, justification),
    };
    books.tidy();
    return new Session({ registers, consulting, books, tellPouch: () => emit({ type: 'pouch' }), now, vault, ledger, counts, search, protection: watch, contacts: new ContactTwins({ ledger, rowOf: (entry) => notebook.rowOf(entry) }), indexer: indexing, identity, states, organisation, notebook, lists, letters, drafts, minutes, imports, files, pouch: opened });
  }

  /** Resolves when everything about all records is in memory, and not only what Today needs. */
  ready(): Promise<void> {
    return this.ledger.ready();
  }

  /** Rows that did not open. They are kept. */
  get unreadableRows(): number {
    return this.ledger.damagedRows + this.drafts.damagedRows;
  }

  me(): Me {
    const { person, device, name, country, institution, fingerprint, sample } = this.identity;
    const organisation = this.organisation.profile()?.organisation.name ?? null;
    return { person, device, name, country, institution, fingerprint, sample, organisation, standing: this.organisation.standing() };
  }

  colleagues(): readonly Colleague[] {
    return colleaguesOf(this.pouch.directory.certificates(), this.organisation.profile(), this.identity.person, this.now());
  }

  kit(): Promise<KitState> {
    return readKitState(this.states, this.identity.made);
  }

  /** Lets writes under way end, stops the pouch, then forgets everything and wipes the keys. */
  async close(): Promise<void> {
    this.files.close();
    await this.protection.close();
    await this.indexer.close();
    await this.ledger.close();
    await this.books.close();
    this.drafts.close();
    const still = Promise.all([this.pouch.close().catch(() => undefined), this.counts.close()]);
    await Promise.race([still, new Promise((resolve) => setTimeout(resolve, patienceAtLock))]);
    closeVault(this.vault);
  }
}

/** A pouch that cannot be opened must not keep anybody from their notes. */
async function openedPouch(openPouch: OpenThePouch, ground: PouchGround): Promise<OpenPouch> {
  try {
    return await openPouch(ground);
  } catch {
    return brokenPouch;
  }
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

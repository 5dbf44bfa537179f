import type { Instant } from '../../core/ids.ts';
import type { Colleague, ContactsApi, ImportsApi, KitState, ListsApi, Me, MinutesApi, RegistersApi } from './api.ts';
import type { Drafts } from './drafts/drafts.ts';
import type { OpenFiles } from './files/create-files.ts';
import type { Ledger } from './notebook/ledger.ts';
import type { Notebook } from './notebook/notebook.ts';
import { colleaguesOf } from './organisation/colleagues.ts';
import type { Organisation } from './organisation/organisation.ts';
import type { PouchCounts } from './pouch-counts.ts';
import type { LetterStore, OpenPouch, SealedStates } from './pouch-seam/pouch-ground.ts';
import type { Protection } from './protection/create-protection.ts';
import type { Consulting } from './registers/consulting.ts';
import type { Registers } from './registers/registers.ts';
import type { Indexer } from './search/indexer.ts';
import type { Search } from './search/search.ts';
import type { Identity } from './vault/identity.ts';
import { readKitState } from './vault/recovery-kit.ts';
import { closeVault, type OpenVault } from './vault/vault.ts';

/** What lives from unlock to lock, and each part of the engine may ask of another. */
export interface Furniture {
  readonly vault: OpenVault;
  readonly identity: Identity;
  readonly now: () => Instant;
  readonly states: SealedStates;
  readonly organisation: Organisation;
  readonly ledger: Ledger;
  readonly drafts: Drafts;
  readonly notebook: Notebook;
  readonly lists: ListsApi;
  readonly search: Search;
  readonly contacts: ContactsApi;
  readonly minutes: MinutesApi;
  readonly imports: ImportsApi;
  readonly files: OpenFiles;
  readonly letters: LetterStore;
  readonly pouch: OpenPouch;
  readonly protection: Protection;
  /** What the interface sees of the registers. */
  readonly registers: RegistersApi;
  /** The registers themselves, for what must not happen unregistered. */
  readonly books: Registers;
  /** How the interface looks into the notebook: with an entry where the law asks for one. */
  readonly consulting: Consulting;
  /** What holds or goes may be something else now. */
  readonly tellPouch: () => void;
}

/** What works by itself in the background, and is stopped at lock. */
export interface Machinery {
  readonly indexer: Indexer;
  readonly counts: PouchCounts;
}

/** How long a lock waits for the network to let go, in milliseconds. Nothing is lost by not waiting longer. */
const patienceAtLock = 2000;

export interface Session extends Furniture {
  /** Resolves when everything about all records is in memory, and not only what Today needs. */
  ready(): Promise<void>;
  /** Rows that did not open. They are kept. */
  unreadableRows(): number;
  me(): Me;
  colleagues(): readonly Colleague[];
  kit(): Promise<KitState>;
  /** Lets writes under way end, stops the pouch, then forgets everything and wipes the keys. */
  close(): Promise<void>;
}

export function sessionWith(furniture: Furniture, machinery: Machinery): Session {
  const { vault, identity, organisation, ledger, drafts, pouch, states, now } = furniture;
  return {
    ...furniture,
    ready: () => ledger.ready(),
    unreadableRows: () => ledger.damagedRows + drafts.damagedRows,
    me() {
      const { person, device, name, country, institution, fingerprint, sample } = identity;
      const named = organisation.profile()?.organisation.name ?? null;
      return { person, device, name, country, institution, fingerprint, sample, organisation: named, standing: organisation.standing() };
    },
    colleagues: () => colleaguesOf(pouch.directory.certificates(), organisation.profile(), identity.person, now()),
    kit: () => readKitState(states, identity.made),
    async close() {
      await closeParts(furniture, machinery);
      closeVault(vault);
    },
  };
}

async function closeParts({ files, protection, ledger, books, drafts, pouch }: Furniture, { indexer, counts }: Machinery): Promise<void> {
  files.close();
  await protection.close();
  await indexer.close();
  await ledger.close();
  await books.close();
  drafts.close();
  const still = Promise.all([pouch.close().catch(() => undefined), counts.close()]);
  await Promise.race([still, new Promise((resolve) => setTimeout(resolve, patienceAtLock))]);
}

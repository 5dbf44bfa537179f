import { defaultCountryTable } from '../../core/cooperation/default-country-table.ts';
import { randomId } from '../../core/crypto/sodium.ts';
import type { DraftId } from '../../core/ids.ts';
import { defaultCeiling, defaultScheme } from '../../core/markings/default-scheme.ts';
import { markingOf } from '../../core/markings/scheme.ts';
import type { PouchStanding } from '../../core/pouch/standing.ts';
import { failed } from '../../core/result.ts';
import type {
  CarryingApi, ChannelState, ContactsApi, DraftsApi, FilesApi, ImportsApi, ListsApi, MinutesApi, NotebookApi, PouchApi, ProtectionApi, RegistersApi, SearchApi, Surroundings,
} from './api.ts';
import type { Consulting } from './registers/consulting.ts';

/** What the engine answers while no vault is open: nothing to see, nothing written. */

const locked = async () => failed('vault-locked');

export const notebook: NotebookApi = {
  list: async () => [],
  named: async () => [],
  open: locked,
  save: locked,
  history: async () => [],
  timeline: async () => [],
  contactsOf: async () => [],
  authoritiesOf: async () => [],
  filesOf: async () => [],
  finalise: locked,
  approve: locked,
  amend: locked,
  raise: locked,
  bin: locked,
  restore: locked,
  settle: locked,
  today: async () => ({ clocks: [], actions: [], requests: [], reviews: [], drafted: [], meetings: [], drafts: [], conflicts: [], recent: [], pouch: null }),
};

export const lists: ListsApi = {
  query: async (_query, { from }) => ({ all: 0, total: 0, groups: [], facets: {}, levels: [], from, rows: [] }),
  recordsAt: async () => [],
  placeOf: async () => -1,
  change: locked,
  undo: locked,
  placeStarting: async () => -1,
  byName: async () => [],
  count: async () => 0,
  exportable: async () => ({ allowed: [], refused: [] }),
};

export const drafts: DraftsApi = {
  list: async () => [],
  open: async () => null,
  keep: locked,
  discard: locked,
  newId: async () => randomId<DraftId>(),
};

export const minutes: MinutesApi = {
  prepare: locked,
  refusals: async () => [],
  verify: async () => failed('not-a-record'),
};

export const imports: ImportsApi = {
  preview: async () => ({ total: 0, items: [], problems: [], problemCount: 0, leftOut: 0, columns: [], encoding: null, agenda: [], agendaTitle: '' }),
  carryOut: locked,
  takeOut: locked,
  fileAway: locked,
};

export const search: SearchApi = {
  find: async () => ({ hits: [], total: 0, kinds: {}, countries: [], levels: [], authors: [], someOnly: false, withErrors: false, indexing: null }),
  excerpts: async () => [],
  similarNames: async () => [],
};

export const contacts: ContactsApi = {
  known: async () => null,
  pairs: async () => ({ total: 0, pairs: [] }),
};

export const protection: ProtectionApi = {
  watch: locked,
  unwatch: locked,
  ofDraft: async () => [],
  check: async () => [],
  checkRecords: async (records) => ({ persons: [], checked: records.length }),
};

const nowhere: ChannelState = { network: null, name: '', reachable: false, accreditation: null, loweredTo: null };

/** Nothing is registered, so nothing may leave. */
export const registers: RegistersApi = {
  leaving: locked,
  left: locked,
  transfers: async () => ({ all: 0, total: 0, acts: [], rows: [] }),
  transfer: async () => null,
  reveal: locked,
  paletteLeft: async () => undefined,
  consultations: async () => ({ all: 0, total: 0, did: [], rows: [] }),
  standing: async () => ({ entries: 0, since: null, flaws: [], loosePages: 0 }),
};

export const files: FilesApi = {
  take: locked,
  stop: async () => undefined,
  whereabouts: async (named) => named.map(() => 'elsewhere'),
  piece: locked,
  fetch: locked,
  refusals: async () => [],
};

export const carrying: CarryingApi = {
  media: async () => [],
  preview: async () => ({ goes: [], stays: [], sealedBefore: 0, forwarded: 0 }),
  carryOut: async () => failed('cancelled'),
  takeIn: async () => failed('cancelled'),
};

export const stillStanding: PouchStanding = { goes: 0, stays: 0, unsorted: 0, underWay: 0, filesToGo: 0, filesElsewhere: 0, filesToCome: 0, quarantined: 0, unopened: 0, paused: null, budget: null, looked: null };

export const pouch: PouchApi = {
  troubles: async () => [],
  preview: async () => ({ channel: nowhere, goes: [], stays: [], standing: stillStanding, waiting: [], lastDelivery: null }),
  channel: async () => nowhere,
  lower: async () => nowhere,
  exchange: async () => failed('cancelled'),
  cancel: locked,
  pause: locked,
  goOn: locked,
  arrivals: async () => ({ quarantine: [], withoutAdministrator: [], removalsAsked: [], heldBack: [], erased: [], removed: [], raised: [], chains: [], late: [] }),
  quarantined: async () => failed('not-in-quarantine'),
  vouch: locked,
  carryOutRemovals: locked,
};

export const consulting: Consulting = {
  open: notebook.open,
  query: lists.query,
  find: search.find,
  quarantined: pouch.quarantined,
  reveal: registers.reveal,
  paletteLeft: registers.paletteLeft,
};

export const surroundings: Surroundings = {
  markings: defaultScheme.markings,
  ceiling: markingOf(defaultScheme, defaultCeiling),
  jwgs: [],
  countryTable: defaultCountryTable,
  profileValidUntil: null,
};

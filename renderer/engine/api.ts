import type { RecordId } from '../../core/ids.ts';
import type { RecordKind } from '../../core/records/kinds.ts';
import type { ContactsApi } from './contacts/contacts-api.ts';
import type { DeparturesApi } from './departures/departures-api.ts';
import type { LoweringApi } from './lowering/lowering-api.ts';
import type { BackupProgress, DevicesApi } from './devices/devices-api.ts';
import type { DraftsApi } from './drafts/drafts-api.ts';
import type { FilesApi } from './files/files-api.ts';
import type { EngineHost } from './host-api.ts';
import type { ImportsApi } from './imports/imports-api.ts';
import type { InvitationsApi } from './invitations/invitations-api.ts';
import type { ListsApi } from './lists/lists-api.ts';
import type { MinutesApi } from './minutes/minutes-api.ts';
import type { NotebookApi } from './notebook/notebook-api.ts';
import type { OrganisationApi } from './organisation/organisation-api.ts';
import type { CarryingApi } from './pouch/by-hand/carrying-api.ts';
import type { DeliveryProgress, PouchApi } from './pouch/pouch-api.ts';
import type { ProtectionApi } from './protection/protection-api.ts';
import type { RegistersApi } from './registers/registers-api.ts';
import type { ReportApi } from './report/report-api.ts';
import type { SampleApi } from './sample/sample-api.ts';
import type { SearchApi } from './search/search-api.ts';
import type { VaultApi, VaultState } from './vault/vault-api.ts';

export type * from './contacts/contacts-api.ts';
export type * from './departures/departures-api.ts';
export type * from './lowering/lowering-api.ts';
export type * from './devices/devices-api.ts';
export type * from './drafts/drafts-api.ts';
export type * from './files/files-api.ts';
export type * from './host-api.ts';
export type * from './imports/imports-api.ts';
export type * from './invitations/invitations-api.ts';
export type * from './lists/lists-api.ts';
export type * from './minutes/minutes-api.ts';
export type * from './notebook/notebook-api.ts';
export type * from './organisation/organisation-api.ts';
export type * from './pouch/arrivals-api.ts';
export type * from './pouch/by-hand/carrying-api.ts';
export type * from './pouch/pouch-api.ts';
export type * from './protection/protection-api.ts';
export type * from './registers/registers-api.ts';
export type * from './report/report-api.ts';
export type * from './sample/sample-api.ts';
export type * from './search/search-api.ts';
export type * from './settings/settings-api.ts';
export type * from './vault/vault-api.ts';

/**
 * What the user interface may ask of the engine, and nothing else. The engine runs in a worker;
 * every method is asynchronous there (Comlink). Values are plain data that survive structured
 * cloning. Times are milliseconds since the epoch.
 */
export interface EngineApi {
  readonly vault: VaultApi;
  readonly organisation: OrganisationApi;
  readonly notebook: NotebookApi;
  readonly lists: ListsApi;
  readonly drafts: DraftsApi;
  readonly minutes: MinutesApi;
  readonly pouch: PouchApi;
  readonly devices: DevicesApi;
  readonly imports: ImportsApi;
  readonly invitations: InvitationsApi;
  readonly departures: DeparturesApi;
  readonly lowering: LoweringApi;
  readonly search: SearchApi;
  readonly report: ReportApi;
  readonly sample: SampleApi;
  readonly files: FilesApi;
  readonly carrying: CarryingApi;
  readonly registers: RegistersApi;
  readonly protection: ProtectionApi;
  readonly contacts: ContactsApi;
  /** Gives the engine its host before anything else is asked. */
  connect(host: EngineHost): void;
  /** Calls the listener (a Comlink proxy) after every event; returns how to stop. */
  subscribe(listener: (event: EngineEvent) => void): () => void;
}

export type EngineEvent =
  | { readonly type: 'vault'; readonly state: VaultState }
  | { readonly type: 'records'; readonly records: readonly { readonly record: RecordId; readonly kind: RecordKind }[] }
  | { readonly type: 'drafts' }
  /** A draft seems to name a person under protection, or no longer. */
  | { readonly type: 'protection' }
  /** Everything is indexed: what was asked before may find more. */
  | { readonly type: 'search' }
  | { readonly type: 'pouch' }
  /** An order to erase was carried out: the vault is locked, or with `all` there is none any more. */
  | { readonly type: 'erased'; readonly all: boolean }
  /** Something was registered. */
  | { readonly type: 'registers' }
  | { readonly type: 'backup'; readonly progress: BackupProgress }
  | { readonly type: 'delivery'; readonly progress: DeliveryProgress }
  /** How far a file has been taken in or fetched, in pieces. */
  | { readonly type: 'file'; readonly name: string; readonly done: number; readonly total: number };

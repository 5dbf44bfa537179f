import type { BoxPair, SignPair } from '../../../core/crypto/keys.ts';
import type { ChangeHash, CompartmentId, DeviceId, Instant, JwgId, MarkingId, PersonId, RecordId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import type { History } from '../../../core/ledger/state.ts';
import type { Marking, MarkingScheme } from '../../../core/markings/marking.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Safeguards } from '../../../core/records/parts.ts';
import type { Result } from '../../../core/result.ts';
import type { EngineEvent, EngineHost, PouchApi } from '../api.ts';

/**
 * The seam between the notebook and the pouch. The engine hands the pouch a `PouchGround` each time
 * the vault opens; the pouch hands back an `OpenPouch`. The pouch never touches Dexie, the notebook
 * never touches PouchDB. Everything that passes here is plain; sealing at rest is done behind it.
 */
export interface PouchGround {
  readonly now: () => Instant;
  readonly host: EngineHost;
  readonly identity: OpenIdentity;
  readonly organisation: OrganisationGround;
  readonly store: PouchStore;
  /** Tells the interface. `pouch` and `delivery` events are the pouch's; `records` events the store tells by itself. */
  readonly emit: (event: EngineEvent) => void;
  /** Names the local PouchDB of a compartment: a keyed hash, so that the name says nothing. */
  readonly localDatabaseName: (compartment: CompartmentId | 'directory') => string;
}

export interface OpenPouch {
  readonly api: PouchApi;
  readonly directory: DirectoryNames;
  /** For Today's line: no network, and no more than what a preview keeps anyway. */
  counts(): Promise<{ readonly goes: number; readonly stays: number }>;
  /** What grant and directory say that the main process needs; `null` before the first grant. */
  membership(): Membership | null;
  /** The notebook's unsent changes or the profile are others than before. */
  refreshed(): void;
  /** Stops what is under way and forgets. Resolves when nothing of the pouch runs any more. */
  close(): Promise<void>;
}

export type OpenThePouch = (ground: PouchGround) => Promise<OpenPouch>;

/** Who is who, from the certificates that the pouch received. Synchronous: asked for every row. */
export interface DirectoryNames {
  nameOf(person: PersonId): string | null;
  /** Ed25519 key of a certified device, for checking approvals and exported records. */
  signKeyOf(device: DeviceId): Uint8Array | null;
}

export interface Membership {
  /** Every compartment of the grant. The directory's database need not be among them. */
  readonly databases: readonly { readonly name: string; readonly marking: MarkingId | null }[];
}

export interface OpenIdentity {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly name: string;
  readonly country: string;
  readonly institution: string;
  /** The device's signing key: letters and approvals. */
  readonly deviceKeys: SignPair;
  readonly box: BoxPair;
  /** The person's identity key: certifies devices, never signs letters. */
  readonly identityKeys: SignPair;
  /** Proposed in the join request; the same for every request of this device. */
  readonly credential: { readonly user: string; readonly password: string };
}

export interface OrganisationGround {
  /** The verified profile, or `null` when working alone. It may be out of date: decide with the clock. */
  profile(): OrganisationProfile | null;
  scheme(): MarkingScheme;
  ceiling(): Marking;
  /** To be called when a new grant changes `membership()`: hands the host the levels of the databases. */
  membershipChanged(): Promise<void>;
}

export type StoreFailure = 'storage-full' | 'storage-failed' | 'vault-locked';

/** Where the pouch keeps its own rows: a shelf says what they are, the key which one. All sealed. */
export interface PouchKey {
  readonly shelf: string;
  readonly key: string;
}

export interface PouchRow extends PouchKey {
  /** Plain JSON; bytes as base64url text. */
  readonly value: unknown;
}

export interface PouchWrite {
  readonly put?: readonly PouchRow[];
  readonly remove?: readonly PouchKey[];
}

/** Dexie as the pouch sees it. Every write goes through the engine's one queue and is sealed before its transaction. */
export interface PouchStore {
  /** `null`: never written. `unreadable`: it is there, but damaged; it is kept. */
  row(shelf: string, key: string): Promise<Result<unknown, 'unreadable'>>;
  /** All readable rows of a shelf, in no order; damaged ones are counted and kept. */
  rows(shelf: string): Promise<{ readonly rows: readonly { readonly key: string; readonly value: unknown }[]; readonly unreadable: number }>;
  write(write: PouchWrite): Promise<Result<null, StoreFailure>>;
  /** Every unsent change, by record, parents before children; or of the named records only. */
  unsentChanges(records?: readonly RecordId[]): Promise<readonly UnsentChanges[]>;
  /** Records with unsent changes; from memory. */
  unsentRecords(): readonly RecordId[];
  history(record: RecordId): Promise<History>;
  /** The folded record as decisions need it; `null` when it is not here. */
  summary(record: RecordId): Promise<RecordSummary | null>;
  /**
   * Takes the marks off `sent` and writes the rows (letters, parcels, chains) in one transaction, so
   * a crash never seals twice. `not-unsent`: one of them has no mark any more; nothing is written.
   */
  sealOutgoing(write: PouchWrite & { readonly sent: readonly ChangeHash[] }): Promise<Result<null, StoreFailure | 'not-unsent'>>;
  /**
   * Unites verified changes with the notebook (no mark; known ones stay as they are, `erased` wins)
   * and writes the rows (checkpoint, chains) in one transaction. Tells `records` listeners after.
   */
  storeArrived(write: PouchWrite & { readonly changes: readonly Change[] }): Promise<Result<Arrival, StoreFailure>>;
}

export interface UnsentChanges {
  readonly record: RecordId;
  readonly changes: readonly Change[];
}

export interface RecordSummary {
  readonly kind: RecordKind;
  readonly title: string;
  /** The record's own level: the highest of all its changes. */
  readonly level: MarkingId;
  readonly jwg: JwgId | null;
  readonly case: RecordId | null;
  readonly origin: RecordId | null;
  readonly safeguards: Safeguards;
  readonly conflicts: number;
}

export interface Arrival {
  /** Changes that were not here before. */
  readonly added: number;
  readonly records: readonly {
    readonly record: RecordId;
    readonly kind: RecordKind;
    readonly conflicts: number;
    /** More conflicts than before this arrival. */
    readonly newConflict: boolean;
  }[];
}

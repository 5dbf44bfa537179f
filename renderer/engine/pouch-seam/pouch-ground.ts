import type { z } from 'zod';
import type { BoxPair, SignPair } from '../../../core/crypto/keys.ts';
import type {
  ChangeHash, CompartmentId, DeviceId, Instant, JwgId, LetterHash, MarkingId, ParcelId, PersonId, PieceId, RecordId, TransferId,
} from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import type { FileReference } from '../../../core/files/sealed-file.ts';
import type { History, RecordState } from '../../../core/ledger/state.ts';
import type { ParcelDocument, SeenLetter } from '../../../core/letters/letter.ts';
import type { MarkingScheme, Marking } from '../../../core/markings/marking.ts';
import type { Certificate } from '../../../core/organisation/certificate.ts';
import type { EraseOrder } from '../../../core/organisation/erase-order.ts';
import type { OrganisationProfile } from '../../../core/organisation/profile.ts';
import type { PouchStanding } from '../../../core/pouch/standing.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Safeguards } from '../../../core/records/parts.ts';
import type { Going, Lot } from '../../../core/registers/transfer.ts';
import type { Result } from '../../../core/result.ts';
import type { EngineEvent, EngineHost, FetchFailure, HeldHere, PouchApi } from '../api.ts';
import type { CarryingApi } from '../pouch/by-hand/carrying-api.ts';
import type { Given, SealedFor } from '../registers/transfer-register.ts';
import type { PieceStore } from '../files/piece-store.ts';

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
  readonly ledger: LedgerStore;
  readonly letters: LetterStore;
  readonly states: SealedStates;
  readonly pieces: PieceStore;
  readonly erasing: ErasingGround;
  /** Tells the interface; `pouch` and `delivery` events are the pouch's, `records` the ledger's. */
  emit(event: EngineEvent): void;
  /** Names the local PouchDB of a compartment: a keyed hash, so that the name says nothing. */
  localDatabaseName(compartment: CompartmentId | 'directory'): string;
}

/** What an erase order asks of the laptop as a whole. */
export interface ErasingGround {
  /** How much of what the order names is here. */
  weigh(order: EraseOrder): Promise<HeldHere>;
  /**
   * Begins to carry it out and returns at once: whoever calls runs in a session that ends by it.
   * `states` are written in the transaction that erases; of an order for everything nothing stays.
   */
  carryOut(order: EraseOrder, states: readonly NamedState[]): void;
}

export interface OpenPouch {
  readonly api: PouchApi;
  readonly directory: DirectoryNames;
  /** For Today's line and the status line; must be cheap (no network, no more than what `preview` keeps anyway). */
  standing(): Promise<PouchStanding>;
  /** What the directory and the grant say that the main process needs; `null` before the first grant. */
  membership(): Membership | null;
  /** Fetches what is missing of a file that a record names, from any compartment the record is in. */
  fetchFile(wanted: WantedFile): Promise<Result<null, FetchFailure>>;
  readonly carrying: CarryingApi;
  /** A newer profile is in use: what waits here is looked at again with it. */
  profileChanged(): Promise<void>;
  readonly release: {
    /** What of a group only a second person's word holds: the rest that may hold it passes without a change of the record. */
    awaiting(jwg: JwgId): Promise<readonly UnsentRecord[]>;
  };
  /** Stops what is under way and forgets. Resolves when nothing of the pouch runs any more. */
  close(): Promise<void>;
}

export interface WantedFile {
  readonly record: RecordId;
  readonly file: FileReference;
  readonly signal: AbortSignal;
  readonly tell: (done: number, total: number) => void;
}

export type OpenThePouch = (ground: PouchGround) => Promise<OpenPouch>;

/** Who is who, from the certificates that the pouch received. Synchronous: asked for every row. */
export interface DirectoryNames {
  nameOf(person: PersonId): string | null;
  /** Ed25519 key of a certified device, for checking approvals and exported records. */
  signKeyOf(device: DeviceId): Uint8Array | null;
  /** The newest certificate of everybody: who may take over, which devices are whose. */
  certificates(): readonly Certificate[];
}

export interface Membership {
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
  /** The verified profile, or `null` when working alone. */
  profile(): OrganisationProfile | null;
  scheme(): MarkingScheme;
  ceiling(): Marking;
  /** To be called when a new grant changes `membership()`: hands the host the levels of the databases. */
  membershipChanged(): Promise<void>;
}

/** A record with changes that have not gone yet. */
export interface UnsentRecord {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly title: string;
  readonly jwg: JwgId | null;
  /** The record's own level: the highest of all its changes. */
  readonly level: MarkingId;
  readonly safeguards: Safeguards;
  /** Changes not sent yet, parents before children. */
  readonly changes: readonly Change[];
}

export type StoreFailure = 'storage-full' | 'storage-failed' | 'vault-locked';

/** The ledger as the pouch sees it. Every write goes through the engine's one queue. */
export interface LedgerStore {
  /** Of every record, or only the named ones. Read in batches, opened one by one. */
  unsent(records?: readonly RecordId[]): Promise<readonly UnsentRecord[]>;
  /** How many records have unsent changes; from memory. */
  unsentCount(): number;
  history(record: RecordId): Promise<History>;
  state(record: RecordId): Promise<RecordState | null>;
  /** Title, kind and conflict count as the catalogue has them; from memory. */
  entry(record: RecordId): { readonly kind: RecordKind; readonly title: string; readonly conflicts: number } | null;
  /** Records that others raised out of this laptop's sight; from memory. */
  raised(): readonly { readonly record: RecordId; readonly kind: RecordKind; readonly changedBy: PersonId; readonly changed: Instant }[];
  /**
   * Stores what was sealed and takes the marks off, in one transaction: letters, parcels and the
   * removal of `sent` marks happen together or not at all, so a crash never seals twice.
   */
  sealOutgoing(batch: OutgoingBatch): Promise<Result<null, StoreFailure>>;
  /**
   * Unites verified changes with the notebook and moves the checkpoint, in one transaction. Known
   * changes are left as they are; `erased` wins over content. Says what was new.
   */
  storeArrived(batch: ArrivedBatch): Promise<Result<Arrival, StoreFailure>>;
  /**
   * Takes the content of changes out of the notebook, with drafts of records of which nothing is left
   * and the states given, in one transaction. `for-good`: on the permanent list of erasures;
   * `from-here`: only until it comes again by a way that is open to it. Answers what lost something.
   */
  erase(order: Erasing): Promise<Result<readonly RecordId[], StoreFailure>>;
  /** What the register keeps of these records as they stand now. */
  going(records: readonly RecordId[]): Promise<readonly Going[]>;
  /** Registers what is about to be given to somebody; durable when it resolves, and only then may it be given. */
  give(going: Iterable<Going>, what: (lots: Lot[]) => Given): Promise<Result<TransferId, StoreFailure>>;
  /** Puts parcels that were sealed anew in the place of those that had not gone, in one transaction. */
  reseal(instead: readonly Resealed[]): Promise<Result<null, StoreFailure>>;
  /** Of these files (by the root of their list), those that a change other than these still names. Reads everything. */
  stillNamed(files: ReadonlySet<PieceId>, but: ReadonlySet<ChangeHash>): Promise<ReadonlySet<PieceId>>;
  /** Marks own changes as not sent again: they have to go to another compartment too. */
  sendAgain(changes: readonly Change[]): Promise<Result<null, StoreFailure>>;
}

export interface OutgoingBatch {
  readonly letters: readonly LetterRecord[];
  readonly parcels: readonly OutgoingParcel[];
  readonly sent: readonly { readonly record: RecordId; readonly change: ChangeHash }[];
  /** What the register of transfers says of it: to whom, on which ground. */
  readonly transfer?: SealedFor;
  readonly states?: readonly NamedState[];
}

export interface ArrivedBatch {
  readonly changes: readonly Change[];
  readonly letters: readonly LetterRecord[];
  readonly states?: readonly NamedState[];
  /** It came from a server, which has it still, and `states` says how far: nobody waits for the disk. */
  readonly repeatable?: boolean;
}

export interface Erasing {
  readonly record: RecordId;
  readonly changes: readonly ChangeHash[];
  readonly how: 'for-good' | 'from-here';
  readonly states?: readonly NamedState[];
}

/** A parcel of the outbox that others take the place of, or none. */
export interface Resealed {
  readonly was: ParcelId;
  readonly now: readonly OutgoingParcel[];
}

export interface Arrival {
  /** Changes that were not here before. */
  readonly added: number;
  readonly records: readonly RecordId[];
  /** Records that have a conflict now and had none, or fewer, before. */
  readonly conflicts: readonly RecordId[];
}

/** What is kept of a letter, own or arrived: enough for chains, gaps, forks and `seen`. */
export interface LetterRecord {
  readonly compartment: CompartmentId;
  readonly device: DeviceId;
  readonly number: number;
  readonly hash: LetterHash;
  readonly previous: LetterHash | null;
  readonly seen: Readonly<Record<DeviceId, SeenLetter>>;
  readonly record: RecordId;
  readonly changes: readonly ChangeHash[];
  readonly parcel: ParcelId;
  /** Kept so that the letter can be forwarded by hand; absent in rows of before that. */
  readonly signature?: string;
}

/** A parcel in the outbox, with the name of the database it goes to. */
export interface OutgoingParcel {
  readonly database: string;
  readonly compartment: CompartmentId;
  readonly document: ParcelDocument;
  readonly letters: readonly LetterHash[];
}

export interface LetterStore {
  /** Every letter known of a compartment, in no order. Two with one device and number are both here. */
  ofCompartment(compartment: CompartmentId): Promise<readonly LetterRecord[]>;
  outbox(): Promise<readonly OutgoingParcel[]>;
  /** Drops confirmed parcels from the outbox. */
  confirmed(parcels: readonly ParcelId[]): Promise<Result<null, StoreFailure>>;
}

/** A sealed row under a name: checkpoints, the directory, the keyring, the last report… */
export interface NamedState {
  readonly name: string;
  /** Plain JSON; bytes as base64url text. */
  readonly value: unknown;
}

export interface SealedStates {
  /** `null`: never written. `unreadable`: there, but damaged or not fitting the schema; it is kept. */
  read<Schema extends z.ZodType>(name: string, schema: Schema): Promise<Result<z.output<Schema> | null, 'unreadable'>>;
  write(states: readonly NamedState[]): Promise<Result<null, StoreFailure>>;
}

import type { CountryTable } from '../../core/cooperation/country-table.ts';
import type { Act, FieldPath, FieldValue } from '../../core/ledger/change.ts';
import type { MemberOfGroup, Reason } from '../../core/clearance/decision.ts';
import type { ExportReason } from '../../core/clearance/export.ts';
import type {
  ChangeHash, Day, DeviceId, DraftId, Instant, JwgId, MarkingId, NetworkId, PersonId, RecordId,
} from '../../core/ids.ts';
import type { Marking } from '../../core/markings/marking.ts';
import type { AttendanceMissing } from '../../core/meetings/attendance.ts';
import type { InSeries } from '../../core/meetings/series-of.ts';
import type { MinutesLanguage } from '../../core/minutes/labels/languages.ts';
import type { JointWorkingGroup } from '../../core/organisation/profile.ts';
import type { PouchFileFailure } from '../../core/letters/pouch-file.ts';
import type { DataBudget } from '../../core/pouch/data-budget.ts';
import type { PouchStanding } from '../../core/pouch/standing.ts';
import type { RecordInput, RecordKind, RecordValue } from '../../core/records/kinds.ts';
import type { DatedThing } from '../../core/timeline/dated-things.ts';
import type { Failure, Result } from '../../core/result.ts';
import type { BackupProgress, DevicesApi } from './devices/devices-api.ts';
import type { ImportsApi } from './imports/imports-api.ts';
import type { InvitationsApi } from './invitations/invitations-api.ts';
import type { DeparturesApi } from './departures/departures-api.ts';
import type { ListsApi } from './lists/lists-api.ts';
import type { ReportApi } from './report/report-api.ts';
import type { SampleApi } from './sample/sample-api.ts';
import type { ArrivalsApi } from './pouch/arrivals-api.ts';
import type { SearchApi } from './search/search-api.ts';
import type { CarryingApi } from './pouch/by-hand/carrying-api.ts';
import type { FilesApi } from './files/files-api.ts';
import type { RegistersApi } from './registers/registers-api.ts';
import type { ContactsApi } from './contacts/contacts-api.ts';
import type { ProtectionApi } from './protection/protection-api.ts';

export type * from './departures/departures-api.ts';
export type * from './lists/lists-api.ts';
export type * from './devices/devices-api.ts';
export type * from './imports/imports-api.ts';
export type * from './report/report-api.ts';
export type * from './invitations/invitations-api.ts';
export type * from './sample/sample-api.ts';
export type * from './search/search-api.ts';
export type * from './files/files-api.ts';
export type * from './pouch/by-hand/carrying-api.ts';
export type * from './pouch/arrivals-api.ts';
export type * from './registers/registers-api.ts';
export type * from './contacts/contacts-api.ts';
export type * from './protection/protection-api.ts';

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

/**
 * What the engine needs of the process around it. In the app this is the bridge to the main process,
 * which alone reaches the network: requests go to `app://rapporteur/sync/<database>/…`.
 */
export interface EngineHost {
  configureChannel(configuration: ChannelConfiguration): Promise<'configured' | 'profile-refused'>;
  forgetChannel(): Promise<void>;
  channelState(): Promise<HostChannelState>;
  lowerChannel(to: MarkingId | 'nothing' | null): Promise<HostChannelState>;
}

export interface ChannelConfiguration {
  /** The signed profile file, as it was opened. */
  readonly profile: Uint8Array;
  readonly credential: { readonly user: string; readonly password: string } | null;
  /** The level of each database; `null` for the directory. */
  readonly databases: readonly { readonly name: string; readonly marking: MarkingId | null }[];
  readonly ceiling: MarkingId;
}

export interface HostChannelState {
  readonly network: string | null;
  /** Why no network is recognised, where the main process knows: `server-absent`, `wrong-server`… */
  readonly obstacle?: string | null;
  readonly name: string;
  readonly reachable: boolean;
  readonly accreditation: string | null;
  readonly loweredTo: string | null;
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
  /** Something was registered. */
  | { readonly type: 'registers' }
  | { readonly type: 'backup'; readonly progress: BackupProgress }
  | { readonly type: 'delivery'; readonly progress: DeliveryProgress }
  /** How far a file has been taken in or fetched, in pieces. */
  | { readonly type: 'file'; readonly name: string; readonly done: number; readonly total: number };

// ── Vault ───────────────────────────────────────────────────────────────────────────────────────

export type VaultState =
  | { readonly state: 'none' }
  | { readonly state: 'locked'; readonly retryAt: Instant | null }
  /** `unreadableRows`: rows that did not open at unlock, when there were any. They are kept. */
  | { readonly state: 'open'; readonly unreadableRows?: number }
  /** The store is there but cannot be read: never replaced by an empty one. */
  | { readonly state: 'damaged'; readonly failure: Failure<'header-missing' | 'header-damaged' | 'store-newer' | 'store-unreadable'> };

export type UnlockFailure = 'wrong-passphrase' | 'wait' | 'damaged' | 'parameters-below-floor' | 'no-vault';

export interface RecoveryKit {
  /** The key as it is printed: groups of Crockford base32 with a check symbol. */
  readonly code: string;
  readonly name: string;
  readonly created: Instant;
  readonly fingerprint: string;
}

export interface KitState {
  readonly made: Instant;
  /** The person said that they have it, on paper or elsewhere. Until then they are asked at each unlock. */
  readonly confirmed: boolean;
}

export interface Me {
  readonly person: PersonId;
  readonly device: DeviceId;
  readonly name: string;
  readonly country: string;
  readonly institution: string;
  /** Fingerprint of the identity key, in groups, to be compared aloud. */
  readonly fingerprint: string;
  /** The name of the organisation joined; `null` when working alone. */
  readonly organisation: string | null;
  /** `requested`: the secretariat has not certified this device yet. */
  readonly standing: 'alone' | 'requested' | 'member';
  readonly sample: boolean;
}

export interface PersonInput {
  readonly name: string;
  readonly country: string;
  readonly institution: string;
}

export interface VaultApi {
  state(): Promise<VaultState>;
  /** Strength 0 to 4 after zxcvbn, and what would help: zxcvbn's own keys (`useWords`, `anotherWord`…). `accepted` from 3 on. */
  strength(passphrase: string): Promise<{ score: 0 | 1 | 2 | 3 | 4; accepted: boolean; advice: readonly string[] }>;
  createAlone(person: PersonInput, passphrase: string): Promise<Result<RecoveryKit, 'weak-passphrase' | 'vault-exists' | 'storage-full' | 'storage-failed'>>;
  unlock(passphrase: string): Promise<Result<Me, UnlockFailure>>;
  unlockWithKit(code: string, newPassphrase: string): Promise<Result<Me, UnlockFailure | 'wrong-kit' | 'weak-passphrase'>>;
  changePassphrase(current: string, next: string): Promise<Result<null, UnlockFailure | 'weak-passphrase' | 'storage-failed'>>;
  kit(): Promise<KitState>;
  /** A new kit to be shown; the one before stays good until `confirmKit`. */
  newKit(passphrase: string): Promise<Result<RecoveryKit, UnlockFailure | 'vault-locked'>>;
  /** The person has the kit that was shown last; a new one replaces the old from here on. */
  confirmKit(): Promise<Result<null, 'storage-full' | 'storage-failed' | 'damaged' | 'vault-locked'>>;
  /** Milliseconds that the key derivation takes on this machine, for the progress shown. */
  derivationTime(): Promise<number>;
  /** Waits for writes under way, then forgets every key. The caller ends the worker afterwards. */
  lock(): Promise<void>;
  me(): Promise<Me>;
  settings(): Promise<Settings>;
  changeSettings(settings: Partial<Settings>): Promise<Result<Settings, 'storage-failed' | 'storage-full'>>;
}

export interface Settings {
  readonly lockAfterMinutes: number;
  readonly language: 'en' | 'fr';
  readonly appearance: 'system' | 'light' | 'dark' | 'contrast';
  readonly textSize: 100 | 112 | 125 | 150 | 175 | 200;
  readonly minutesLanguage: MinutesLanguage;
  /** Whether the pouch delivers when a network for it is there, without being asked. */
  readonly deliversByItself: boolean;
  /** Deliveries leave the attached files for another time. */
  readonly recordsOnly: boolean;
  /** How much may pass by itself in a day or a month; `null`: no limit. */
  readonly dataBudget: DataBudget | null;
  /** Where answers to invitations go; empty where nobody has said. */
  readonly replyTo: string;
  /** How each list was looked at last, by its kind. */
  readonly lists: Readonly<Record<string, ListView>>;
  readonly views: readonly SavedView[];
  /** Link diagrams as they were left, the latest first; older ones are laid out anew. */
  readonly diagrams: readonly DiagramPlan[];
}

/** Where the subjects of a link diagram stand, and which of them are shown. */
export interface DiagramPlan {
  /** The case or the subject that the diagram is of. */
  readonly of: RecordId;
  readonly places: Readonly<Record<RecordId, readonly [x: number, y: number]>>;
  readonly expanded: readonly RecordId[];
  readonly hidden: readonly RecordId[];
}

/** How a list is looked at. `group` names a grouping of the room. */
export interface ListView {
  readonly words: string;
  readonly only: Readonly<Record<string, readonly string[]>>;
  readonly sort: { readonly by: string; readonly descending: boolean };
  readonly group: string | null;
  readonly layout: 'list' | 'table';
}

/** A view that a person has named. */
export interface SavedView {
  readonly id: string;
  readonly kind: RecordKind;
  readonly name: string;
  readonly view: ListView;
}

// ── Organisation ────────────────────────────────────────────────────────────────────────────────

export type ProfileFailure =
  | 'profile-unreadable' | 'profile-bad-signature' | 'profile-expired' | 'profile-not-yet-valid' | 'profile-older' | 'profile-other-organisation' | 'profile-too-large';

export interface ProfileSummary {
  readonly organisation: string;
  readonly fingerprint: string;
  readonly validUntil: Instant;
  readonly jwgs: readonly string[];
  readonly networks: readonly string[];
}

/** The profile in use, as a member reads it. */
export interface ProfileDetails {
  readonly organisation: string;
  readonly fingerprint: string;
  readonly issued: Instant;
  readonly validUntil: Instant;
  readonly groups: readonly JointWorkingGroup[];
  readonly networks: readonly { readonly id: NetworkId; readonly name: string; readonly accreditation: Marking | null }[];
  readonly accreditations: readonly { readonly marking: Marking; readonly by: string; readonly reference: string; readonly until: Day; readonly mine: boolean }[];
}

export interface JoinRequest {
  /** What the secretariat is given; a file to hand over. */
  readonly file: Uint8Array;
  readonly suggestedName: string;
  readonly fingerprint: string;
}

/** Another member of the organisation, as the directory certifies them. */
export interface Colleague {
  readonly person: PersonId;
  readonly name: string;
  readonly institution: string;
  readonly country: string;
  /** Where they are a member now. */
  readonly groups: readonly JwgId[];
  /** National lawyers, assistants, interpreters: they draft for others. */
  readonly localTeam: boolean;
}

export interface OrganisationApi {
  /** Reads and checks a profile file without keeping anything. */
  inspect(file: Uint8Array): Promise<Result<ProfileSummary, ProfileFailure>>;
  /** First start: makes the vault and the identity and asks to join in one go. */
  createAndJoin(file: Uint8Array, person: PersonInput, passphrase: string): Promise<Result<{ kit: RecoveryKit; request: JoinRequest }, ProfileFailure | 'weak-passphrase' | 'vault-exists' | 'storage-full' | 'storage-failed'>>;
  /** Joining later, or a renewed profile; what was written stays. */
  join(file: Uint8Array): Promise<Result<JoinRequest, ProfileFailure | 'storage-failed'>>;
  joinRequest(): Promise<JoinRequest | null>;
  /** `null` when working alone. */
  profile(): Promise<ProfileDetails | null>;
  /** Who else belongs to it, by name; nobody when working alone. */
  colleagues(): Promise<readonly Colleague[]>;
  /** What the interface needs to offer groups, markings and ceilings; works alone too. */
  surroundings(): Promise<Surroundings>;
}

export interface Surroundings {
  readonly markings: readonly Marking[];
  /** Nothing above it can be written on this device. */
  readonly ceiling: Marking;
  readonly jwgs: readonly JointWorkingGroup[];
  /** What works between which countries: the profile's, or the one that is shipped. */
  readonly countryTable: CountryTable;
  readonly profileValidUntil: Instant | null;
}

// ── Notebook ────────────────────────────────────────────────────────────────────────────────────

export interface RecordRow<Kind extends RecordKind = RecordKind> {
  readonly record: RecordId;
  readonly kind: Kind;
  readonly level: MarkingId;
  /** What a list calls it: its title, or the beginning of its text; empty when it has neither. */
  readonly title: string;
  /** The fields named in the kind's `row`. */
  readonly value: Partial<RecordValue<Kind>>;
  readonly changed: Instant;
  readonly changedBy: string;
  readonly standing: Standing;
  readonly conflicts: number;
  readonly binned: boolean;
  readonly draft: DraftId | null;
}

/** `open` can be edited; `final` and `approved` are locked and amended. */
export type Standing = 'open' | 'final' | 'approved' | 'approval-conflict';

export interface RecordView<Kind extends RecordKind = RecordKind> extends RecordRow<Kind> {
  readonly value: RecordValue<Kind>;
  /** The heads that this view was folded from; handed back with a save. */
  readonly heads: readonly ChangeHash[];
  readonly fieldConflicts: readonly FieldConflict[];
  readonly amendments: readonly HistoryEntry[];
  readonly approvedBy: readonly { readonly name: string; readonly at: Instant }[];
  /** Parts of the history that have not arrived yet. */
  readonly incomplete: boolean;
  /** Fields whose content arrived but does not fit the kind's schema; left out of `value`, kept in the ledger. */
  readonly unreadable: readonly FieldPath[];
}

export interface FieldConflict {
  readonly field: FieldPath;
  readonly shown: Version;
  readonly rivals: readonly Version[];
}

export interface Version {
  readonly change: ChangeHash;
  readonly value: FieldValue;
  readonly author: string;
  readonly device: DeviceId;
  readonly at: Instant;
}

export interface HistoryEntry {
  readonly change: ChangeHash;
  readonly act: Act;
  readonly author: string;
  readonly mine: boolean;
  readonly at: Instant;
  readonly level: MarkingId;
  readonly fields: readonly { readonly field: FieldPath; readonly before: FieldValue; readonly after: FieldValue }[];
  readonly erased: boolean;
}

export type SaveFailure = 'above-ceiling' | 'cannot-lower' | 'locked-record' | 'not-valid' | 'too-large' | 'not-found' | 'storage-full' | 'storage-failed' | 'vault-locked' | 'no-data-protection';
/** `drafted-for-another`, facts `{name}`: it is made final by the colleague in whose name it was drafted. `attendance-not-taken`, facts `{count, names}`: minutes are approved once it is said who was there. */
export type SigningFailure = SaveFailure | 'drafted-for-another' | AttendanceMissing['code'];

export interface Saved {
  readonly record: RecordId;
  readonly heads: readonly ChangeHash[];
  /** When IndexedDB had it durably. */
  readonly at: Instant;
}

export interface SaveRequest<Kind extends RecordKind = RecordKind> {
  readonly kind: Kind;
  /** Absent for a new record. */
  readonly record?: RecordId;
  readonly value: RecordInput<Kind>;
  readonly level: MarkingId;
  /** The heads the person saw: the change's parents. Absent for a new record. */
  readonly heads?: readonly ChangeHash[];
  /** The draft that this settles; gone in the same transaction. */
  readonly draft?: DraftId;
}

export interface ListFilter {
  readonly case?: RecordId;
  readonly jwg?: JwgId;
  readonly origin?: RecordId;
  /** Records that point to this one, by any field of their row. */
  readonly link?: RecordId;
  /** What this person does, by the words of its owner in whatever spelling. */
  readonly ownedBy?: string;
  readonly binned?: boolean;
  /** Only those whose review is overdue; they are in no other list. */
  readonly restricted?: boolean;
}

/** For rows that are asked for without a list: what one has looked up already narrows them further. */
export interface RowFilter extends ListFilter {
  /** Records that point to any of these, by any field of their row. */
  readonly linkAny?: readonly RecordId[];
  /** No others than these. */
  readonly only?: readonly RecordId[];
  /** Meetings of one series with this. */
  readonly series?: InSeries;
  /** Only those with rival texts. */
  readonly conflicted?: boolean;
}

/** What a record is called, for those that point to it. */
export interface NamedRecord {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly title: string;
  readonly level: MarkingId;
  readonly binned: boolean;
}

/** A dated thing, and the record that tells of it. */
export interface DatedRow extends DatedThing {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly level: MarkingId;
  readonly title: string;
}

export interface NotebookApi {
  list<Kind extends RecordKind>(kind: Kind, filter?: RowFilter): Promise<readonly RecordRow<Kind>[]>;
  /** What these records are called; those that the notebook does not have are left out. */
  named(records: readonly RecordId[]): Promise<readonly NamedRecord[]>;
  open<Kind extends RecordKind>(kind: Kind, record: RecordId): Promise<Result<RecordView<Kind>, 'not-found' | 'vault-locked'>>;
  save<Kind extends RecordKind>(request: SaveRequest<Kind>): Promise<Result<Saved, SaveFailure>>;
  history(record: RecordId): Promise<readonly HistoryEntry[]>;
  /** Everything in a case that has a day, in no order; what is in the bin or restricted is not in it. */
  timeline(record: RecordId): Promise<readonly DatedRow[]>;
  /** Notes: final, only amended from now on. Minutes: approved and locked. Signs the given heads. */
  finalise(record: RecordId, heads: readonly ChangeHash[]): Promise<Result<Saved, SigningFailure>>;
  approve(record: RecordId, heads: readonly ChangeHash[]): Promise<Result<Saved, SigningFailure>>;
  /** An amendment to a locked record: a change that the approval does not cover. */
  amend<Kind extends RecordKind>(request: SaveRequest<Kind>): Promise<Result<Saved, SaveFailure>>;
  /** To a higher level, never a lower one. Who sees only the level before is told that the record went on above. */
  raise(record: RecordId, level: MarkingId): Promise<Result<Saved, SaveFailure>>;
  bin(record: RecordId): Promise<Result<Saved, SaveFailure>>;
  restore(record: RecordId): Promise<Result<Saved, SaveFailure>>;
  /** Settles a conflict: writes the field anew with all rivals in its ancestry. */
  settle(record: RecordId, field: FieldPath, value: FieldValue): Promise<Result<Saved, SaveFailure>>;
  today(): Promise<Today>;
}

/** What matters now, in the order in which it matters. */
export interface Today {
  /** National proceedings with a clock that runs, by the first that runs out. */
  readonly clocks: readonly RecordRow<'proceedings'>[];
  readonly actions: readonly RecordRow<'action'>[];
  /** Drafted by others in this person's name, not made final or sent yet; the newest first. */
  readonly drafted: readonly RecordRow[];
  /** Sent and not fully answered, by the day they are due. */
  readonly requests: readonly RecordRow<'request'>[];
  /** Persons and what is known of them, by the day of their review. */
  readonly reviews: readonly RecordRow[];
  readonly meetings: readonly RecordRow<'meeting'>[];
  readonly drafts: readonly DraftRow[];
  readonly conflicts: readonly RecordRow[];
  readonly recent: readonly RecordRow[];
  /** Counted in the background; a `pouch` event tells when it is another. `null` until it was counted first. */
  readonly pouch: PouchStanding | null;
}

// ── Drafts ──────────────────────────────────────────────────────────────────────────────────────

/** What is being written, exactly as typed, valid or not: one sealed row, outside the ledger. */
export interface Draft {
  readonly draft: DraftId;
  readonly kind: RecordKind;
  readonly record: RecordId | null;
  readonly heads: readonly ChangeHash[];
  readonly level: MarkingId;
  /** The form's values as they are, not validated. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly savedAt: Instant;
}

export interface DraftRow {
  readonly draft: DraftId;
  readonly kind: RecordKind;
  readonly record: RecordId | null;
  /** The group that it would go to; `null` when it names none. */
  readonly jwg: JwgId | null;
  readonly title: string;
  readonly level: MarkingId;
  readonly savedAt: Instant;
}

export interface DraftsApi {
  list(): Promise<readonly DraftRow[]>;
  open(draft: DraftId): Promise<Draft | null>;
  /** Keeps what was typed. Resolves when it is durable. A level above the ceiling is refused. */
  keep(draft: Omit<Draft, 'savedAt'>): Promise<Result<{ readonly savedAt: Instant }, 'storage-full' | 'storage-failed' | 'vault-locked' | 'above-ceiling'>>;
  discard(draft: DraftId): Promise<Result<null, 'storage-failed' | 'vault-locked'>>;
  /** A new random id, so that the first keystroke can be kept at once. */
  newId(): Promise<DraftId>;
}

// ── Minutes ─────────────────────────────────────────────────────────────────────────────────────

export type { MinutesLanguage };

export interface MinutesOptions {
  readonly language: MinutesLanguage;
  /** The person said for this export that the H3 restrictions allow it. */
  readonly h3Confirmed?: boolean;
}

/** Everything the printer needs; the text leaves the engine only through this. */
export interface PrintJob {
  /** A whole HTML document without scripts or outside references. */
  readonly html: string;
  readonly title: string;
  /** BCP 47 language of the labels. */
  readonly language: string;
  /** The overall marking: the highest among the meeting and its parts. */
  readonly level: MarkingId;
  /** Its full form, as it stands on every page. */
  readonly banner: string;
  /** `Page {page} of {pages}` in the language of the labels. */
  readonly pageLabel: string;
  readonly reference: string;
  /** The signed record that travels inside the file. */
  readonly record: Uint8Array;
  readonly suggestedName: string;
}

/** What a signed record says once it has been checked. */
export interface VerifiedMinutes {
  readonly title: string;
  readonly signedBy: string;
  readonly at: Instant;
  readonly approvedBy: readonly string[];
  /** `same`: the pages say what was signed. `cannot-tell`: their script cannot be compared. */
  readonly pages: 'same' | 'cannot-tell';
}

export interface MinutesApi {
  /** `approvals-differ`: two versions were approved; that must be settled before either is printed. */
  prepare(meeting: RecordId, options: MinutesOptions): Promise<Result<PrintJob, 'not-found' | 'vault-locked' | 'export-refused' | 'approvals-differ' | 'minutes-too-long'>>;
  /** Why this export would be refused; empty when it would not. */
  refusals(meeting: RecordId, options: MinutesOptions): Promise<readonly ExportReason[]>;
  /** Whether the record inside an exported file is authentic and the pages (their text, margins left out) say what it says. */
  verify(record: Uint8Array, pages: readonly string[]): Promise<Result<VerifiedMinutes, 'not-a-record' | 'altered' | 'pages-altered' | 'unknown-signer'>>;
}

// ── Pouch ───────────────────────────────────────────────────────────────────────────────────────

export interface ChannelState {
  readonly network: NetworkId | null;
  /** What the status line calls it; empty when nothing is recognised. */
  readonly name: string;
  readonly reachable: boolean;
  readonly accreditation: Marking | null;
  readonly loweredTo: Marking | 'nothing' | null;
}

export interface PouchRow {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly title: string;
  readonly level: MarkingId;
  readonly jwg: string | null;
  readonly changes: number;
}

export interface HeldRow extends PouchRow {
  /** The group it would go to; `null` when it names none. */
  readonly group: JwgId | null;
  /** Who would receive it there. */
  readonly recipients: readonly MemberOfGroup[];
  readonly reasons: readonly [Reason, ...Reason[]];
}

export interface PouchPreview {
  readonly channel: ChannelState;
  readonly goes: readonly PouchRow[];
  readonly stays: readonly HeldRow[];
  readonly standing: PouchStanding;
  /** Arrived and waiting: what cannot be opened yet, and why. */
  readonly waiting: readonly { readonly why: 'no-key' | 'future-epoch' | 'unknown-order' | 'not-in-group' | 'above-ceiling' | 'unknown-signer' | 'damaged' | 'forged'; readonly count: number }[];
  readonly lastDelivery: DeliveryReport | null;
}

export type DeliveryFailure =
  | 'no-channel' | 'not-a-member' | 'server-absent' | 'server-refused' | 'server-garbled' | 'wrong-server' | 'certificate-date' | 'session-expired' | 'storage-full' | 'storage-failed' | 'over-budget' | 'cancelled' | 'busy';

export interface DeliveryProgress {
  readonly phase: 'sealing' | 'delivering' | 'receiving' | 'opening' | 'files' | 'fetching-files' | 'done';
  readonly done: number;
  readonly total: number;
  /** The same in bytes on the wire, by estimate where parts of it are not known yet; `null`: not known at all. */
  readonly bytes: { readonly done: number; readonly total: number } | null;
  readonly bytesPerSecond: number | null;
  /** Until this phase is over, at this speed. */
  readonly secondsLeft: number | null;
}

export interface DeliveryReport {
  readonly at: Instant;
  readonly network: string;
  readonly delivered: number;
  readonly received: number;
  readonly held: number;
  readonly conflicts: readonly { readonly record: RecordId; readonly kind: RecordKind; readonly title: string }[];
  readonly refused: readonly { readonly why: 'forged' | 'damaged' | 'unknown-signer' | 'malformed' | 'fork' | 'removal-notice' | 'countersignature'; readonly count: number }[];
  /** Letters sealed but not confirmed; they stay and go with the next delivery. */
  readonly unconfirmed: number;
  /** Attached files that went whole, that came, and that still have to go. */
  readonly files?: { readonly sent: number; readonly fetched: number; readonly waiting: number } | undefined;
  /** Bytes on the wire both ways, and seconds from beginning to end. */
  readonly moved?: { readonly bytes: number; readonly seconds: number } | undefined;
  readonly failure: Failure<DeliveryFailure> | null;
}

export interface ExchangeOptions {
  /** Records only: files stay for another time. */
  readonly recordsOnly?: boolean;
}

/** Something that went wrong on the way, without content: how often, on which network, from when to when. */
export type PouchTrouble = { readonly network: string; readonly first: Instant; readonly last: Instant; readonly count: number } & (
  | { readonly what: 'failed'; readonly code: Exclude<DeliveryFailure, 'no-channel' | 'not-a-member' | 'cancelled' | 'busy'> | PouchFileFailure }
  | { readonly what: 'refused'; readonly code: DeliveryReport['refused'][number]['why'] }
);

export interface PouchApi extends ArrivalsApi {
  /** What went wrong lately, the last first. */
  troubles(): Promise<readonly PouchTrouble[]>;
  preview(): Promise<PouchPreview>;
  channel(): Promise<ChannelState>;
  /** Lowers what this channel is trusted with; `null` takes the lowering back. Never raises. */
  lower(to: MarkingId | 'nothing' | null): Promise<ChannelState>;
  /** Delivers what is cleared and receives what is there; progress comes as events. */
  exchange(options?: ExchangeOptions): Promise<Result<DeliveryReport, DeliveryFailure>>;
  /** Stops what is under way; nothing goes by itself until the next exchange that is asked for, also after a restart. */
  cancel(): Promise<Result<null, 'storage-full' | 'storage-failed' | 'vault-locked'>>;
  /** Nothing goes or comes by itself until `goOn`, also after a restart; what nobody asked for is stopped. */
  pause(): Promise<Result<null, 'storage-full' | 'storage-failed' | 'vault-locked'>>;
  goOn(): Promise<Result<null, 'storage-full' | 'storage-failed' | 'vault-locked'>>;
}

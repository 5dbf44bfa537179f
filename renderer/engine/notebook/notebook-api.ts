import type { ContactPart } from '../../../core/contacts/contacts-named.ts';
import type { NotSent } from '../../../core/cooperation/who-sends.ts';
import type { ChangeHash, DeviceId, DraftId, Instant, JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import type { Act, FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import type { AttendanceMissing } from '../../../core/meetings/attendance.ts';
import type { InSeries } from '../../../core/meetings/series-of.ts';
import type { PouchStanding } from '../../../core/pouch/standing.ts';
import type { RecordInput, RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import type { Attachment, Safeguards } from '../../../core/records/parts.ts';
import type { Result } from '../../../core/result.ts';
import type { DatedThing } from '../../../core/timeline/dated-things.ts';
import type { DraftRow } from '../drafts/drafts-api.ts';

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

/** `sent-by-another`, `local-team-drafts`: a request that somebody else sends (core/cooperation/who-sends.ts). */
export type SaveFailure = NotSent | 'above-ceiling' | 'cannot-lower' | 'locked-record' | 'not-valid' | 'too-large' | 'not-found' | 'storage-full' | 'storage-failed' | 'vault-locked' | 'no-data-protection';
/** `on-hold`, facts `{on, by, until?}`: a legal hold stands, and the record is not let go of. */
export type BinFailure = SaveFailure | 'on-hold';
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

/** A contact in a case: as what, and in which record of it. */
export interface CaseContact {
  readonly row: RecordRow<'contact'>;
  readonly ways: readonly { readonly as: ContactPart; readonly record: RecordId; readonly kind: RecordKind; readonly title: string }[];
}

/** A record of a case, with the files it has. */
export interface CaseFiles {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly title: string;
  readonly level: MarkingId;
  readonly safeguards: Safeguards;
  readonly attachments: readonly Attachment[];
}

export interface NotebookApi {
  list<Kind extends RecordKind>(kind: Kind, filter?: RowFilter): Promise<readonly RecordRow<Kind>[]>;
  /** What these records are called; those that the notebook does not have are left out. */
  named(records: readonly RecordId[]): Promise<readonly NamedRecord[]>;
  open<Kind extends RecordKind>(kind: Kind, record: RecordId): Promise<Result<RecordView<Kind>, 'not-found' | 'vault-locked'>>;
  save<Kind extends RecordKind>(request: SaveRequest<Kind>): Promise<Result<Saved, SaveFailure>>;
  history(record: RecordId): Promise<readonly HistoryEntry[]>;
  /** Contacts whom a case and its records name, in no order. */
  contactsOf(record: RecordId): Promise<readonly CaseContact[]>;
  /** Authorities that a case has to do with, in no order. */
  authoritiesOf(record: RecordId): Promise<readonly RecordRow<'authority'>[]>;
  /** The files of a case's records, its own left out, the record changed last first within each kind; what is in the bin or restricted is not in it. */
  filesOf(record: RecordId): Promise<readonly CaseFiles[]>;
  /** Everything in a case that has a day, in no order; what is in the bin or restricted is not in it. */
  timeline(record: RecordId): Promise<readonly DatedRow[]>;
  /** Notes: final, only amended from now on. Minutes: approved and locked. Signs the given heads. */
  finalise(record: RecordId, heads: readonly ChangeHash[]): Promise<Result<Saved, SigningFailure>>;
  approve(record: RecordId, heads: readonly ChangeHash[]): Promise<Result<Saved, SigningFailure>>;
  /** An amendment to a locked record: a change that the approval does not cover. */
  amend<Kind extends RecordKind>(request: SaveRequest<Kind>): Promise<Result<Saved, SaveFailure>>;
  /** To a higher level, never a lower one. Who sees only the level before is told that the record went on above. */
  raise(record: RecordId, level: MarkingId): Promise<Result<Saved, SaveFailure>>;
  bin(record: RecordId): Promise<Result<Saved, BinFailure>>;
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

import type { ReleaseActInput } from '../../../core/clearance/acts.ts';
import type { MemberOfGroup } from '../../../core/clearance/decision.ts';
import type { Instant, JwgId, MarkingId, RecordId, TransferId } from '../../../core/ids.ts';
import type { FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { ReleaseAnswerFailure } from '../../../core/release/release-answer.ts';
import type { ReleaseRequestFailure } from '../../../core/release/release-request.ts';
import type { Result } from '../../../core/result.ts';
import type { SaveFailure } from '../api.ts';

export type { ReleaseActInput };

/** `in-conflict`: two versions of the record's safeguards wait to be settled. `too-many`: the list is full. */
export type ActFailure = SaveFailure | 'in-conflict' | 'too-many';

/** What a person may do about what leaves. */
export interface DeparturesApi {
  /** Records a consent, a permission, a ground or a confirmation on a held record. */
  act(record: RecordId, act: ReleaseActInput): Promise<Result<null, ActFailure>>;
  readonly release: ReleaseApi;
}

// ── Release by a second person ──────────────────────────────────────────────────────────────────

export type ReleaseAskFailure = 'not-a-member' | 'nothing-to-ask' | 'nobody-may-confirm' | 'too-large' | 'storage-full' | 'storage-failed' | 'vault-locked';
export type ReleaseReplyFailure =
  | ReleaseRequestFailure
  | 'release-own' | 'release-may-not' | 'above-ceiling' | 'not-found' | 'too-large' | 'storage-full' | 'storage-failed' | 'vault-locked';
export type ReleaseTakeFailure = ReleaseAnswerFailure | 'release-not-for-you' | 'storage-full' | 'storage-failed' | 'vault-locked';

export interface PersonNamed {
  readonly name: string;
  readonly country: string;
  readonly institution: string;
}

/** A file for the other laptop; sealed to it, and of no use to anybody else. */
export interface ReleaseFile {
  readonly file: Uint8Array;
  readonly suggestedName: string;
  /** As it stands in the register, where it holds what records say; how it ended is told there. */
  readonly transfer?: TransferId;
}

export interface AskedRelease extends ReleaseFile {
  readonly records: number;
  /** More than one request takes; they are asked for with the next. */
  readonly leftOut: number;
  readonly level: MarkingId;
  /** Everyone who may confirm it; one of them is enough. */
  readonly seconds: readonly PersonNamed[];
}

/** What a second person reads before they answer. */
export interface ReleaseRequestView {
  readonly asker: PersonNamed;
  readonly group: string;
  readonly recipients: readonly MemberOfGroup[];
  readonly at: Instant;
  readonly level: MarkingId;
  /** The policy lets them decide for a time ahead. */
  readonly mayStand: boolean;
  readonly items: readonly {
    readonly record: RecordId;
    readonly kind: RecordKind;
    readonly title: string;
    readonly level: MarkingId;
    readonly aboutPersons: boolean;
    /** Attached files that go with it; what is in them does not stand in a request. */
    readonly files: number;
    /** Every field that would go, with what it says at the end, in the order of its kind's form. */
    readonly fields: readonly { readonly field: FieldPath; readonly value: FieldValue }[];
  }[];
}

export type ReleaseDecision =
  | { readonly type: 'batch' }
  | { readonly type: 'standing'; readonly upTo: MarkingId; readonly aboutPersons: boolean; readonly days: number }
  | { readonly type: 'refusal'; readonly remark: string };

export interface TakenAnswer {
  readonly type: 'batch' | 'standing' | 'refusal' | 'revocation';
  readonly by: string;
  readonly group: string;
  readonly records: number | null;
  readonly until: Instant | null;
  readonly remark: string;
}

export interface ConfirmationRow {
  readonly id: string;
  readonly type: 'batch' | 'standing' | 'refusal';
  readonly state: 'holds' | 'lapsed' | 'revoked' | 'refused';
  readonly group: string;
  /** Who confirmed, or for whom. */
  readonly who: string;
  readonly at: Instant;
  readonly until: Instant | null;
  readonly records: number | null;
  readonly upTo: MarkingId | null;
  readonly remark: string;
}

export interface ReleaseOverview {
  readonly asked: readonly { readonly id: string; readonly jwg: JwgId; readonly group: string; readonly at: Instant; readonly records: number }[];
  readonly received: readonly ConfirmationRow[];
  readonly given: readonly ConfirmationRow[];
  /** When the backup was made from which answers came back; `null`: none did. Whether one was taken back since is not known here. */
  readonly restored: Instant | null;
}

/** What a file between two laptops turned out to be. */
export type OpenedReleaseFile =
  | { readonly type: 'request'; readonly request: ReleaseRequestView }
  | { readonly type: 'answer'; readonly answer: TakenAnswer };

export interface ReleaseApi {
  overview(): Promise<ReleaseOverview>;
  /** Makes the request for everything of a group that only a second person's word holds. */
  ask(jwg: JwgId): Promise<Result<AskedRelease, ReleaseAskFailure>>;
  /** Opens a request to be answered, or takes an answer in. */
  open(file: Uint8Array): Promise<Result<OpenedReleaseFile, ReleaseReplyFailure | ReleaseTakeFailure>>;
  /** Answers the request that was opened last. */
  answer(decision: ReleaseDecision): Promise<Result<ReleaseFile, ReleaseReplyFailure>>;
  /** The file of an answer that was given before, for when it was not saved or did not arrive. */
  again(answer: string): Promise<Result<ReleaseFile, ReleaseReplyFailure>>;
  revoke(confirmation: string): Promise<Result<ReleaseFile, ReleaseReplyFailure>>;
}

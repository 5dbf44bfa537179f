import type { ChangeHash, DeviceId, MarkingId, PersonId, RecordId } from '../ids.ts';
import type { RecordKind } from '../records/kinds.ts';
import type { Act, Change, FieldPath, FieldValue, HybridTime } from './change.ts';

/** All known changes of one record, by their hash. Uniting two histories is set union. */
export type History = ReadonlyMap<ChangeHash, Change>;

/** One value that was written to a field, with its writer. */
export interface Writing {
  readonly value: FieldValue;
  readonly change: ChangeHash;
  readonly author: PersonId;
  readonly device: DeviceId;
  readonly time: HybridTime;
}

/** A field after the fold. `rivals` are writings that did not know of the one shown: a conflict. */
export interface FieldState {
  readonly shown: Writing;
  readonly rivals: readonly Writing[];
}

/** An approval or finalisation that is part of the history. */
export interface Approved {
  readonly act: Extract<Act, 'approve' | 'finalise'>;
  readonly change: ChangeHash;
  readonly frontier: readonly ChangeHash[];
  readonly author: PersonId;
  readonly device: DeviceId;
  readonly time: HybridTime;
}

/** What a record says once its history has been folded. */
export interface RecordState {
  readonly record: RecordId;
  readonly kind: RecordKind;
  /** The highest level of any change: a record is never lowered by relabelling. */
  readonly level: MarkingId;
  readonly fields: ReadonlyMap<FieldPath, FieldState>;
  readonly heads: readonly ChangeHash[];
  readonly binned: boolean;
  /** Somebody raised the record, and nothing of the higher level is here: it went on where this device does not see it. */
  readonly raised: boolean;
  /** Every approval, in causal order. */
  readonly approvals: readonly Approved[];
  /** Those that no later approval covers: the ones that say what is approved now. */
  readonly standingApprovals: readonly Approved[];
  /** Two standing approvals of different frontiers. */
  readonly approvalConflict: boolean;
  /** Edits that no approval covers although one exists: offered as amendments. */
  readonly amendments: readonly ChangeHash[];
  /** Parents that are named but not here yet. */
  readonly missing: readonly ChangeHash[];
  /** Changes whose clock was further ahead than a day when they were folded; they never win over others. */
  readonly fromTheFuture: readonly ChangeHash[];
  readonly erased: readonly ChangeHash[];
  readonly created: HybridTime;
  readonly changed: HybridTime;
}

import type { ChangeHash, Instant, MarkingId, RecordId } from '../../../core/ids.ts';
import type { LeftOutField, PlannedField } from '../../../core/lowering/plan-copy.ts';
import type { LoweringGround, LoweringGroundInput } from '../../../core/lowering/lowering-consent.ts';
import type { TakenFields } from '../../../core/lowering/reviewed-copy.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import type { Result } from '../../../core/result.ts';
import type { SaveFailure } from '../notebook/notebook-api.ts';

export type { LeftOutField, LoweringGround, PlannedField, TakenFields };

/** What a copy at a lower level can hold of a record as it stands, and what it cannot. */
export interface LoweringView {
  readonly record: RecordId;
  readonly kind: RecordKind;
  readonly title: string;
  readonly level: MarkingId;
  /** The text that is looked at; handed back with the copy. */
  readonly heads: readonly ChangeHash[];
  readonly originator: string;
  readonly fields: readonly PlannedField[];
  readonly leftOut: readonly LeftOutField[];
}

export interface LoweringRequest extends LoweringGroundInput {
  readonly record: RecordId;
  readonly level: MarkingId;
  readonly heads: readonly ChangeHash[];
  readonly taken: TakenFields;
}

/** A review that is not finished, as it was typed: valid or not. */
export interface ReviewBegun {
  readonly level: MarkingId;
  /** Fields and items that were turned on or off, by `title` or `agenda.<key>`. */
  readonly turned: Readonly<Record<string, boolean>>;
  readonly written: TakenFields;
  readonly typed: Readonly<Record<string, string | null>>;
}

/**
 * `not-lower`: the level is not below the record's. `cannot-be-copied`: not a kind that can.
 * `changed-meanwhile`: the text is not the one that was reviewed. `unsettled`: two texts wait to be
 * settled. `not-in-plan`: something was taken that may not go. `not-the-originator`, facts
 * `{originator}`. `consent-to-come`.
 */
export type LoweringFailure =
  | SaveFailure | 'not-lower' | 'cannot-be-copied' | 'changed-meanwhile' | 'unsettled' | 'not-in-plan' | 'nothing-taken' | 'not-the-originator' | 'consent-to-come';

/** One copy that was made on a laptop of this person, as it is kept there and nowhere else. */
export interface LoweringRow extends LoweringGround {
  readonly id: string;
  /** Which side of it the record is that was asked about. */
  readonly side: 'copied-from' | 'copy';
  /** The other record; `null` when it is no longer in the notebook. */
  readonly other: { readonly record: RecordId; readonly kind: RecordKind } | null;
  readonly fromLevel: MarkingId;
  readonly toLevel: MarkingId;
  readonly at: Instant;
  /** The signature of the laptop that made it holds; `false`: somebody altered what is kept. */
  readonly intact: boolean;
}

/** Copies at a lower level: reviewed, with the originator's consent, as new records without history. */
export interface LoweringApi {
  prepare(record: RecordId, level: MarkingId): Promise<Result<LoweringView, Extract<LoweringFailure, 'not-found' | 'not-lower' | 'cannot-be-copied' | 'unsettled' | 'vault-locked'>>>;
  make(request: LoweringRequest): Promise<Result<{ readonly record: RecordId }, LoweringFailure>>;
  /** What was typed so far, from the last pause; `null`: nothing. Kept sealed, until the copy is made or it is left. */
  begun(record: RecordId): Promise<ReviewBegun | null>;
  keep(record: RecordId, review: ReviewBegun | null): Promise<Result<null, 'storage-full' | 'storage-failed' | 'vault-locked'>>;
  /** The copies that this record was made from or into. */
  of(record: RecordId): Promise<readonly LoweringRow[]>;
}

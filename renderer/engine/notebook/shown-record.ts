import { fold, foldApproved, shownValues, type FoldSurroundings } from '../../../core/ledger/fold.ts';
import type { FieldPath } from '../../../core/ledger/change.ts';
import type { History, RecordState } from '../../../core/ledger/state.ts';
import { fromFields } from '../../../core/records/fields.ts';
import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import type { Safeguards } from '../../../core/records/parts.ts';
import type { Standing } from '../api.ts';

/** A record as a person sees it: the whole fold, and the part of it that is shown. */
export interface ShownRecord<Kind extends RecordKind = RecordKind> {
  /** Fold of everything known. */
  readonly whole: RecordState;
  /** What was approved, where one approval stands; otherwise the whole. */
  readonly shown: RecordState;
  readonly standing: Standing;
  readonly value: RecordValue<Kind>;
  readonly unreadable: readonly FieldPath[];
}

/** Folds a history and decides what of it is shown: a locked record shows what was approved. */
export function shownRecord<Kind extends RecordKind>(history: History, surroundings: FoldSurroundings): ShownRecord<Kind> {
  const whole = fold(history, surroundings);
  const standing = standingOf(whole);
  const approval = whole.standingApprovals[0];
  const locked = standing === 'approved' || standing === 'final';
  const shown = (locked && approval !== undefined ? foldApproved(history, approval, surroundings.scheme) : null) ?? whole;
  const { value, unreadable } = fromFields(whole.kind as Kind, shownValues(shown));
  return { whole, shown, standing, value, unreadable };
}

/**
 * What the clearance policy is asked about: the safeguards of everything known, amendments included.
 * What was recorded after an approval binds and permits as well.
 */
export function safeguardsOf(whole: RecordState): Safeguards {
  return fromFields(whole.kind, shownValues(whole)).value.safeguards;
}

function standingOf(state: RecordState): Standing {
  if (state.approvalConflict) return 'approval-conflict';
  const approval = state.standingApprovals[0];
  if (approval === undefined) return 'open';
  return approval.act === 'approve' ? 'approved' : 'final';
}

/** Fields with values that did not know of one another. */
export function conflictCount(state: RecordState): number {
  let count = 0;
  for (const field of state.fields.values()) if (field.rivals.length > 0) count += 1;
  return count;
}

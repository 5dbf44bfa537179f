import { casePhases } from '../../../../core/records/case.ts';
import type { Instant } from '../../../../core/ids.ts';
import type { HistoryEntry } from '../../../engine/api.ts';

export type CasePhase = (typeof casePhases)[number];

/** One step of a case from phase to phase. */
export interface PhaseStep {
  readonly change: string;
  /** Nothing for the first: the case was entered in it. What it was before that the notebook does not know. */
  readonly from: CasePhase | null;
  readonly to: CasePhase;
  readonly at: Instant;
  readonly by: string;
  readonly mine: boolean;
}

function phaseOf(value: unknown): CasePhase | null {
  return casePhases.find((one) => one === value) ?? null;
}

/**
 * Every step from phase to phase that the history of a case tells, the earliest first. Where two people
 * moved it without knowing of each other, both steps stand here; a change that leaves it where it is does not.
 */
export function phaseSteps(entries: readonly HistoryEntry[]): readonly PhaseStep[] {
  return entries.flatMap(({ change, at, author, mine, fields }) => {
    const written = fields.find((one) => one.field === 'phase');
    const to = phaseOf(written?.after);
    const from = phaseOf(written?.before);
    return to === null || to === from ? [] : [{ change, from, to, at, by: author, mine }];
  });
}

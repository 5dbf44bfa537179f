import type { Change } from './change.ts';
import { ancestorsOf } from './history.ts';
import type { Approved, History, RecordState } from './state.ts';

/**
 * The approvals of a record. One stands until a later approval covers it, that is, until someone
 * approves heads that came after it. Two that stand with different frontiers are a conflict; what no
 * approval covers is an amendment.
 */
export function approvalsOf(
  history: History,
  ordered: readonly Change[],
): Pick<RecordState, 'approvals' | 'standingApprovals' | 'approvalConflict' | 'amendments'> {
  const approvals = ordered.map(approvedBy).filter((approval) => approval !== null);
  const covered = ancestorsOf(history, approvals.flatMap((approval) => approval.frontier));
  const standingApprovals = approvals.filter((approval) => !covered.has(approval.change));
  const frontiers = new Set(standingApprovals.map((approval) => [...approval.frontier].sort().join()));
  const uncovered = ordered.filter((change) => change.header.act === 'edit' && !covered.has(change.hash));
  return {
    approvals,
    standingApprovals,
    approvalConflict: frontiers.size > 1,
    amendments: approvals.length === 0 ? [] : uncovered.map((change) => change.hash),
  };
}

function approvedBy(change: Change): Approved | null {
  const { act, approval, author, device, time } = change.header;
  if (approval === undefined || (act !== 'approve' && act !== 'finalise')) return null;
  return { act, change: change.hash, frontier: approval.frontier, author, device, time };
}

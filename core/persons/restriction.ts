import type { Day } from '../ids.ts';
import { standingHold, type Holdable } from './legal-hold.ts';

/** What decides whether somebody must look at a record before it may be used. */
export interface Reviewed extends Holdable {
  readonly reviewBy?: Day | null | undefined;
}

/**
 * Whether the review is overdue, so that the record is out of lists and search until it is extended: time limits for
 * review are to be observed by procedure (Directive (EU) 2016/680 Arts 5 and 16(3)). The day itself is still in time.
 * A legal hold beats the review as long as it stands: what a court waits for stays at hand.
 */
export function isRestricted(reviewed: Reviewed, today: Day): boolean {
  const { reviewBy } = reviewed;
  return (reviewBy ?? null) !== null && (reviewBy ?? '') < today && standingHold(reviewed, today) === null;
}

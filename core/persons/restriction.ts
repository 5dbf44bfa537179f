import type { Day } from '../ids.ts';

/** What decides whether somebody must look at a record before it may be used. */
export interface Reviewed {
  readonly reviewBy?: Day | null | undefined;
  readonly hold?: object | null | undefined;
}

/**
 * Whether the review is overdue, so that the record is out of lists and search until it is extended: time limits for
 * review are to be observed by procedure (Directive (EU) 2016/680 Arts 5 and 16(3)). The day itself is still in time.
 * A legal hold beats the review: what a court waits for stays at hand.
 */
export function isRestricted({ reviewBy, hold }: Reviewed, today: Day): boolean {
  return (reviewBy ?? null) !== null && (reviewBy ?? '') < today && (hold ?? null) === null;
}

import type { PersonId } from '../ids.ts';
import type { RecordValue } from '../records/kinds.ts';
import type { RequestStatus } from './request-steps.ts';

type Request = Pick<RecordValue<'request'>, 'direction' | 'status' | 'draftedFor'>;

/** Why a request is not sent by this person: it was drafted for a colleague, or they draft for others. */
export type NotSent = 'sent-by-another' | 'local-team-drafts';

/** Where a request is before it goes, and where it is when it does not go. */
const unsent: ReadonlySet<RequestStatus> = new Set(['draft', 'withdrawn']);
const sendsFrom: ReadonlySet<RequestStatus> = new Set(['draft', 'refused', 'withdrawn']);

/** Whether a change of an outgoing request marks it as sent, for the first time or anew. */
export function sends(before: Request | null, after: Request): boolean {
  if (after.direction !== 'outgoing' || unsent.has(after.status)) return false;
  return before === null || (before.status !== after.status && sendsFrom.has(before.status));
}

/**
 * Why a change may not mark a request as sent; `null` when it may. A request goes out in the name of a
 * seconded member: who drafted it for a colleague leaves the sending to them, also where the same change
 * takes their name out, and members of a local team send none.
 */
export function whyNotSent(before: Request | null, after: Request, { me, isLocalTeam }: { readonly me: PersonId; readonly isLocalTeam: boolean }): NotSent | null {
  if (!sends(before, after)) return null;
  const names = [before?.draftedFor ?? null, after.draftedFor];
  if (names.some((name) => name !== null && name !== me)) return 'sent-by-another';
  return isLocalTeam ? 'local-team-drafts' : null;
}

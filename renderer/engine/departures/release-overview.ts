import type { ReleaseAnswer } from '../../../core/release/release-answer.ts';
import type { ConfirmationRow, ReleaseOverview } from './departures-api.ts';
import { readReleaseBook, verifiedAnswers } from './release-book.ts';
import { groupOf, nameOf, type ReleaseSession } from './release-session.ts';

/** Requests without an answer, confirmations received, and confirmations given; the newest first. */
export async function releaseOverview(session: ReleaseSession): Promise<ReleaseOverview> {
  const { states, now } = session;
  const { asked, received, given, restored } = await readReleaseBook(states);
  const certificates = session.pouch.directory.certificates();
  const [theirs, mine] = [verifiedAnswers(received, certificates, now()), verifiedAnswers(given, certificates, now())];
  const named = new Set(theirs.flatMap((one) => ('request' in one ? [one.request] : [])));
  // A decision for a time ahead names no request: it answers what was asked for the group before it.
  const isAnswered = ({ id, jwg, at }: (typeof asked)[number]) => named.has(id) || theirs.some((one) => one.type === 'standing' && one.jwg === jwg && one.at >= at);
  return {
    asked: asked
      .filter((one) => !isAnswered(one))
      .map(({ id, jwg, at, records }) => ({ id, jwg, group: groupOf(session, jwg)?.shortName ?? '', at, records }))
      .toReversed(),
    received: rowsOf(theirs, session, 'by'),
    given: rowsOf(mine, session, 'asker'),
    restored,
  };
}

function rowsOf(answers: readonly ReleaseAnswer[], session: ReleaseSession, other: 'by' | 'asker'): readonly ConfirmationRow[] {
  const revoked = new Set(answers.flatMap((one) => (one.type === 'revocation' ? [one.confirmation] : [])));
  const now = session.now();
  return answers
    .flatMap((one): readonly ConfirmationRow[] => {
      if (one.type === 'revocation') return [];
      const until = one.type === 'refusal' ? null : one.until;
      const state = one.type === 'refusal' ? 'refused' : revoked.has(one.id) ? 'revoked' : now >= one.until ? 'lapsed' : 'holds';
      return [{
        id: one.id,
        type: one.type,
        state,
        group: groupOf(session, one.jwg)?.shortName ?? '',
        who: nameOf(session, one[other]),
        at: one.at,
        until,
        records: one.type === 'batch' ? one.items.length : null,
        upTo: one.type === 'standing' ? one.upTo : null,
        remark: one.type === 'refusal' ? one.remark : '',
      }];
    })
    .toReversed();
}

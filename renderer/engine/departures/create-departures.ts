import type { ReleaseRequest } from '../../../core/release/release-request.ts';
import { failed, ok } from '../../../core/result.ts';
import type { Session } from '../session.ts';
import { whenOpen, type WhenOpen } from '../when-open.ts';
import type { DeparturesApi, ReleaseApi } from './departures-api.ts';
import { recordAct } from './record-act.ts';
import { answerAgain, answerRequest, isOwnRequest, readRequest, revokeConfirmation, takeAnswer, viewOfRequest } from './release-answers.ts';
import { releaseOverview } from './release-overview.ts';
import { askRelease } from './release-requests.ts';

const locked = failed('vault-locked');

/** Everything about what leaves that the pouch's own exchange does not do. */
export function createDepartures(session: () => Session | null): DeparturesApi {
  const inSession = whenOpen(session);
  return {
    act: (record, act) => inSession((open) => recordAct(open, record, act), locked),
    release: releaseApi(inSession),
  };
}

function releaseApi(inSession: WhenOpen): ReleaseApi {
  /** Read and not answered yet; it belongs to the session that opened it. */
  let opened: { readonly by: Session; readonly request: ReleaseRequest } | null = null;
  return {
    overview: () => inSession((open) => releaseOverview(open), { asked: [], received: [], given: [], restored: null }),
    ask: (jwg) => inSession((open) => askRelease(open, jwg), locked),
    open: (file) =>
      inSession(async (open) => {
        if (await isOwnRequest(open, file)) return failed('release-own');
        const request = readRequest(open, file);
        if (request.ok) {
          opened = { by: open, request: request.value };
          return ok({ type: 'request' as const, request: viewOfRequest(open, request.value) });
        }
        if (request.failure.code !== 'release-unreadable') return request;
        const answer = await takeAnswer(open, file);
        if (answer.ok) open.tellPouch();
        return answer.ok ? ok({ type: 'answer' as const, answer: answer.value }) : answer;
      }, locked),
    answer: (decision) =>
      inSession(async (open) => (opened?.by === open ? answerRequest(open, opened.request, decision) : failed('not-found')), locked),
    again: (answer) => inSession((open) => answerAgain(open, answer), locked),
    revoke: (confirmation) => inSession((open) => revokeConfirmation(open, confirmation), locked),
  };
}

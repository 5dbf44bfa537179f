import { measures } from '../../../core/records/indicator.ts';
import { failed } from '../../../core/result.ts';
import type { Session } from '../session.ts';
import type { ReportApi } from './report-api.ts';

const locked = failed('vault-locked');

/** Reports of whatever notebook is open. What counts is loaded when somebody reports, and what was counted goes with its session. */
export function reportsWhenAsked(session: () => Session | null): ReportApi {
  const made = new WeakMap<Session, ReportApi>();
  const whenOpen = async <Value, Closed>(work: (reports: ReportApi) => Promise<Value>, closed: Closed): Promise<Value | Closed> => {
    const { Reports } = await import('./reports.ts');
    const open = session();
    if (open === null) return closed;
    const reports = made.get(open) ?? new Reports(open);
    made.set(open, reports);
    return work(reports);
  };
  return {
    activity: (span, audience, whose) => whenOpen((reports) => reports.activity(span, audience, whose), { measures: measures.map((measure) => ({ measure, value: 0, records: 0, breakdowns: [] })), levels: [], unsaid: 0 }),
    evidence: (question) => whenOpen((reports) => reports.evidence(question), { value: 0, rows: [], elsewhere: 0 }),
    logframe: (span, project) => whenOpen((reports) => reports.logframe(span, project), { rows: [], levels: [], unsaid: 0, refusal: null }),
    freeze: (request) => whenOpen((reports) => reports.freeze(request), locked),
    frozen: () => whenOpen((reports) => reports.frozen(), []),
    open: (report) => whenOpen((reports) => reports.open(report), locked),
    sign: (document) => whenOpen((reports) => reports.sign(document), locked),
  };
}

import type { RecordId } from '../../../core/ids.ts';
import { keptBreakdown } from '../../../core/report/frozen.ts';
import { progressOf } from '../../../core/report/indicator-figure.ts';
import { failed, ok, type Result } from '../../../core/result.ts';
import type { Session } from '../session.ts';
import { differenceNow } from './evidence.ts';
import type { KeptReport, ReportGathering } from './gather.ts';
import type { FrozenFigureView, FrozenReportView } from './report-api.ts';

/** A report as it was frozen, each figure beside what it would be now. */
export async function viewOfReport(session: Session, gathering: ReportGathering, record: RecordId): Promise<Result<FrozenReportView, 'not-found' | 'vault-locked'>> {
  const view = await session.notebook.open('report', record);
  if (!view.ok) return view;
  const { value, title, level, changed, binned, approvedBy } = view.value;
  const { project, from, until } = value;
  if (project === null || from === null || until === null) return failed('not-found');
  const reports = await gathering.reports();
  const report: KeptReport = reports.find((one) => one.record === record) ?? { record, project, span: { from, until }, figures: value.figures, value };
  const figures = await Promise.all(report.value.figures.map((figure) => figureView(gathering, report, reports, figure)));
  return ok({ record, title, level, changed, binned, project, span: report.span, remarks: value.remarks, signedBy: approvedBy, figures });
}

async function figureView(gathering: ReportGathering, report: KeptReport, reports: readonly KeptReport[], figure: KeptReport['value']['figures'][number]): Promise<FrozenFigureView> {
  const { difference } = await differenceNow(gathering, report, reports, figure);
  const { counted, breakdown, ...kept } = figure;
  const by = [...new Set(breakdown.map((part) => part.by))];
  return {
    ...kept,
    records: counted.length,
    progress: progressOf(figure, figure.soFar),
    breakdowns: by.map((one) => keptBreakdown(figure, one)),
    difference: { now: difference.now, added: difference.added.length, gone: difference.gone.length, altered: difference.altered.length, elsewhere: difference.elsewhere },
  };
}

import type { MarkingId, RecordId } from '../../../../core/ids.ts';
import type { Marking } from '../../../../core/markings/marking.ts';
import type { Project } from '../../../../core/records/projects.ts';
import type { ReportDocument } from '../../../../core/report/report-document.ts';
import { nameOfSpan } from '../../../../core/report/span.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { useWords } from '../../words/words.ts';
import { everything, reportPaths, type Counting, type Period } from './address.ts';
import { useDocumentMaker } from './make-document.ts';

/** What is exported: the activity of a period, a logframe, or a period as it was reported. */
export type ExportSubject =
  | { readonly of: 'activity'; readonly period: Period; readonly counting: Counting }
  | { readonly of: 'logframe'; readonly period: Period; readonly project: Project }
  | { readonly of: 'frozen'; readonly report: RecordId };

export interface ExportedReport {
  /** Every level among what it says. */
  readonly levels: readonly MarkingId[];
  readonly document: (marking: Marking) => ReportDocument;
  readonly fileName: string;
  /** Records whose words stand in it. */
  readonly records: readonly RecordId[];
  readonly back: string;
}

/** The figures of the subject, ready to be laid out; `null` when there are none, `undefined` while they are on their way. */
export function useExportedReport(subject: ExportSubject): ExportedReport | null | undefined {
  const activity = useActivityExport(subject.of === 'activity' ? subject : null);
  const logframe = useLogframeExport(subject.of === 'logframe' ? subject : null);
  const frozen = useFrozenExport(subject.of === 'frozen' ? subject : null);
  return subject.of === 'activity' ? activity : subject.of === 'logframe' ? logframe : frozen;
}

type SubjectOf<Of extends ExportSubject['of']> = Extract<ExportSubject, { of: Of }> | null;

function useActivityExport(subject: SubjectOf<'activity'>): ExportedReport | undefined {
  const say = useWords('report');
  const make = useDocumentMaker();
  const [span, counting] = [subject?.period.span, subject?.counting ?? everything];
  const { audience, whose } = counting;
  const report = useEngineQueryKept(['records', 'any', 'report', 'activity', span?.from, span?.until, audience, whose], (engine) => engine.report.activity(span as Period['span'], audience, whose), { enabled: subject !== null }).data;
  if (subject === null || report === undefined) return undefined;
  return {
    levels: report.levels,
    document: (marking) => make.activity(report, subject.period.span, counting, marking),
    fileName: say(whose === 'mine' ? 'document.file.ownActivity' : 'document.file.activity', { period: nameOfSpan(subject.period.span) }),
    records: [],
    back: reportPaths.activity(subject.period.name, counting),
  };
}

function useLogframeExport(subject: SubjectOf<'logframe'>): ExportedReport | undefined {
  const say = useWords('report');
  const records = useWords('records');
  const make = useDocumentMaker();
  const [span, project] = [subject?.period.span, subject?.project ?? 'prosecutors-network'];
  const logframe = useEngineQueryKept(['records', 'any', 'report', 'logframe', span?.from, span?.until, project], (engine) => engine.report.logframe(span as Period['span'], project), { enabled: subject !== null }).data;
  if (subject === null || logframe === undefined) return undefined;
  return {
    levels: logframe.levels,
    document: (marking) => make.logframe(logframe, subject.period.span, project, marking),
    fileName: say('document.file.logframe', { project: records(`projects.${project}`), period: nameOfSpan(subject.period.span) }),
    records: logframe.rows.map((row) => row.record),
    back: reportPaths.logframe(subject.period.name, project),
  };
}

function useFrozenExport(subject: SubjectOf<'frozen'>): ExportedReport | null | undefined {
  const say = useWords('report');
  const records = useWords('records');
  const make = useDocumentMaker();
  const answer = useEngineQueryKept(['records', 'any', 'report', 'open', subject?.report], (engine) => engine.report.open(subject?.report as RecordId), { enabled: subject !== null }).data;
  if (subject === null || answer === undefined) return undefined;
  if (!answer.ok) return null;
  const report = answer.value;
  return {
    levels: [report.level],
    document: (marking) => make.frozen(report, marking),
    fileName: say('document.file.logframe', { project: records(`projects.${report.project}`), period: nameOfSpan(report.span) }),
    records: [report.record],
    back: reportPaths.frozenReport(report.record),
  };
}

import type { Marking } from '../../../../core/markings/marking.ts';
import { resultLevels } from '../../../../core/records/indicator.ts';
import type { Project } from '../../../../core/records/projects.ts';
import type { Audience, Breakdown } from '../../../../core/report/count.ts';
import { reportTable, type ReportDocument, type ReportFigure, type ReportItem, type ReportSection, type ReportTable } from '../../../../core/report/report-document.ts';
import { monthsOf, type Span } from '../../../../core/report/span.ts';
import type { ActivityReport, FrozenFigureView, FrozenReportView, Logframe, LogframeRow } from '../../../engine/api.ts';
import { dayInWords, dayOf, today } from '../../words/dates.ts';
import { languageNow } from '../../words/language.ts';
import { numberInWords, percentInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import type { Counting } from './address.ts';
import { usePeriodInWords } from './period-words.ts';
import { useReportNames } from './report-words.ts';
import { useMeasureNames } from './value-names.ts';

export interface DocumentMaker {
  activity(report: ActivityReport, span: Span, counting: Counting, marking: Marking): ReportDocument;
  logframe(logframe: Logframe, span: Span, project: Project, marking: Marking): ReportDocument;
  frozen(report: FrozenReportView, marking: Marking): ReportDocument;
}

type Say = ReturnType<typeof useWords<'report'>>;

/** Lays a report out in the language spoken now: figures, names of places and of crime, the wording of the logframe, nobody's name. */
export function useDocumentMaker(): DocumentMaker {
  const say = useWords('report');
  const records = useWords('records');
  const inWords = usePeriodInWords();
  const names = useReportNames();
  const measures = useMeasureNames();
  const table = (one: Parameters<typeof reportTable>[0], measure: Parameters<typeof reportTable>[1]) => reportTable(one, measure, names);
  const projectName = (project: Project) => records(`projects.${project}`);
  const audienceName = (audience: Audience) => (audience === 'all' || audience === 'unsaid' ? say(`audiences.${audience}`) : projectName(audience));
  const common = { language: languageNow(), remarks: '' };
  return {
    activity: (report, span, { audience, whose }, marking) => ({
      ...common,
      genre: say('document.activityGenre'),
      title: say(whose === 'mine' ? 'document.ownActivityTitle' : 'document.activityTitle', { period: inWords(span) }),
      banner: marking.full,
      facts: factsOf(say, { marking, period: inWords(span), project: audienceName(audience), whose: whose === 'mine' ? say('document.ownWork') : '', made: dayInWords(today()) }),
      sections: activitySections(say, measures.measure, report, (one, measure) => table(withEveryMonth(one, span), measure)),
      notes: [...unsaidNote(say, report.unsaid), say('document.twice')],
    }),
    logframe: (logframe, span, project, marking) => ({
      ...common,
      genre: say('document.logframeGenre'),
      title: say('document.logframeTitle', { project: projectName(project), period: inWords(span) }),
      banner: marking.full,
      facts: factsOf(say, { marking, period: inWords(span), project: projectName(project), made: dayInWords(today()) }),
      sections: byLevel(say, logframe.rows.map((row) => [row.indicator.resultLevel, indicatorItem(say, rowFacts(row), table)] as const)),
      notes: [...unsaidNote(say, logframe.unsaid), say('document.twice')],
    }),
    frozen: (report, marking) => ({
      ...common,
      remarks: report.remarks,
      genre: say('document.frozenGenre'),
      title: report.title,
      banner: marking.full,
      facts: factsOf(say, { marking, period: inWords(report.span), project: projectName(report.project), frozen: dayInWords(dayOf(report.signedBy[0]?.at ?? report.changed)) }),
      sections: byLevel(say, report.figures.map((figure) => [figure.resultLevel, indicatorItem(say, figureFacts(figure), table)] as const)),
      notes: [say('document.frozenNote'), say('document.twice')],
    }),
  };
}

function factsOf(say: Say, { marking, period, project, whose = '', made = '', frozen = '' }: { marking: Marking; period: string; project: string; whose?: string; made?: string; frozen?: string }): ReportDocument['facts'] {
  return [
    { label: say('document.classification'), value: marking.full },
    { label: say('document.period'), value: period },
    { label: say('document.project'), value: project },
    { label: say('document.whose'), value: whose },
    { label: say('document.frozen'), value: frozen },
    { label: say('document.made'), value: made },
  ];
}

function unsaidNote(say: Say, count: number): readonly string[] {
  return count === 0 ? [] : [say('document.unsaid', { count })];
}

type ToTable = (breakdown: ActivityReport['measures'][number]['breakdowns'][number], measure: LogframeRow['indicator']['measure']) => ReportTable | null;

function activitySections(say: Say, measureName: (measure: ActivityReport['measures'][number]['measure']) => string, report: ActivityReport, table: ToTable): readonly ReportSection[] {
  const counted = report.measures.filter((one) => one.value !== 0);
  const summary: ReportItem = {
    code: '', name: say('document.summary'), result: '', tables: [], notes: [],
    figures: report.measures.map((one) => ({ label: measureName(one.measure), text: numberInWords(one.value), amount: one.value })),
  };
  const items = counted.map((one): ReportItem => ({
    code: '',
    name: measureName(one.measure),
    result: '',
    figures: [figure(say('figure'), one.value), figure(say('document.records'), one.records)],
    tables: one.breakdowns.flatMap((part) => table(part, one.measure) ?? []),
    notes: [],
  }));
  return [{ title: say('figures'), items: [summary] }, ...(items.length === 0 ? [] : [{ title: say('document.apart'), items }])];
}

/** More columns than that cannot be told apart, on paper or on the screen. */
export const mostMonths = 24;

/** Months without anything stand in their place too, where there are not too many. */
function withEveryMonth(breakdown: Breakdown, span: Span): Breakdown {
  const months = monthsOf(span, mostMonths + 1);
  if (breakdown.by !== 'month' || months.length > mostMonths) return breakdown;
  const amounts = new Map(breakdown.parts.map(({ value, amount }) => [value, amount] as const));
  return { ...breakdown, parts: months.map((value) => ({ value, amount: amounts.get(value) ?? 0 })) };
}

function figure(label: string, amount: number | null, text?: string): ReportFigure {
  return { label, amount, text: text ?? (amount === null ? '–' : numberInWords(amount)) };
}

interface IndicatorFacts extends Pick<LogframeRow['indicator'], 'code' | 'result' | 'measure' | 'unit' | 'baseline' | 'baselineOn' | 'target' | 'targetOn' | 'verification'> {
  readonly name: string;
  readonly value: number | null;
  readonly soFar: number | null;
  readonly progress: number | null;
  readonly records: number;
  readonly source: string;
  readonly breakdowns: LogframeRow['breakdowns'];
}

function rowFacts({ indicator, ...counted }: LogframeRow): IndicatorFacts {
  return { ...indicator, ...counted, name: indicator.title };
}

function figureFacts(reported: FrozenFigureView): IndicatorFacts {
  return { ...reported, value: reported.reported, source: '' };
}

function indicatorItem(say: Say, facts: IndicatorFacts, table: ToTable): ReportItem {
  const { code, name, result, unit, value, soFar, baseline, target, progress, records, measure } = facts;
  const withUnit = (amount: number | null) => (amount === null ? say('logframe.notRead') : unit === '' ? numberInWords(amount) : `${numberInWords(amount)} ${unit}`);
  const onDay = (amount: number | null, day: IndicatorFacts['baselineOn']) => (amount === null ? '–' : day === null ? numberInWords(amount) : say('logframe.on', { value: numberInWords(amount), day: dayInWords(day) }));
  return {
    code, name, result,
    figures: [
      figure(say('document.baseline'), baseline, onDay(baseline, facts.baselineOn)),
      figure(say('document.inPeriod'), value, withUnit(value)),
      figure(say('document.soFar'), soFar),
      figure(say('document.target'), target, onDay(target, facts.targetOn)),
      ...(progress === null ? [] : [figure(say('document.progress'), progress, percentInWords(progress))]),
      ...(measure === 'by-hand' ? [] : [figure(say('document.evidence'), records, say('document.evidenceRecords', { count: records }))]),
    ],
    tables: facts.breakdowns.flatMap((one) => table(one, measure) ?? []),
    notes: [
      ...(facts.source === '' ? [] : [say('logframe.source', { source: facts.source })]),
      ...(facts.verification.trim() === '' ? [] : [say('logframe.verification', { text: facts.verification })]),
    ],
  };
}

function byLevel(say: Say, items: readonly (readonly [LogframeRow['indicator']['resultLevel'], ReportItem])[]): readonly ReportSection[] {
  return resultLevels.flatMap((level) => {
    const own = items.flatMap(([of, item]) => (of === level ? [item] : []));
    return own.length === 0 ? [] : [{ title: say(`logframe.levels.${level}`), items: own }];
  });
}

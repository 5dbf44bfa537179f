import type { Day, RecordId } from '../../../core/ids.ts';
import { countedFrom, ofPart, select, sumOf, type Counted, type Whose } from '../../../core/report/count.ts';
import type { Fact } from '../../../core/report/facts.ts';
import { differenceOf, questionOf, reportedFigures, withoutProject } from '../../../core/report/frozen.ts';
import { figureOf } from '../../../core/report/indicator-figure.ts';
import { natureOf } from '../../../core/records/field-nature.ts';
import type { Entry } from '../notebook/catalogue.ts';
import type { KeptReport, ReportGathering } from './gather.ts';
import type { Evidence, EvidenceQuestion, EvidenceRow, PartOf } from './report-api.ts';

const nothing: Evidence = { value: 0, rows: [], elsewhere: 0 };

/** The records behind a figure or a part of it. */
export async function evidenceOf(gathering: ReportGathering, question: EvidenceQuestion): Promise<Evidence> {
  if (question.of === 'report') return ofReport(gathering, question);
  const all = await gathering.countable();
  const only = 'whose' in question ? await onlyOf(gathering, question.whose) : null;
  if (question.of === 'unsaid') {
    // Each record once, whatever it counts for.
    return rowsOf(gathering, withoutProject(all, question.span, only), countedFrom(withoutProject(all, question.span, only)).map(({ record }) => ({ record, amount: 1 })));
  }
  if (question.of === 'measure') return ofFacts(gathering, select(all, question.measure, { ...question, only }), question.part);
  const indicator = (await gathering.indicators()).find((one) => one.record === question.indicator);
  if (indicator === undefined) return nothing;
  const figure = figureOf(questionOf(indicator, question.span), all, reportedFigures(await gathering.reports()));
  return ofFacts(gathering, question.which === 'counted' ? figure.facts : figure.leftOut, question.part);
}

/** To which records a count is confined; `null`: to none. */
export async function onlyOf(gathering: ReportGathering, whose: Whose | undefined): Promise<ReadonlySet<RecordId> | null> {
  return whose === 'mine' ? gathering.ownWork() : null;
}

function ofFacts(gathering: ReportGathering, facts: readonly Fact[], part: PartOf | null): Evidence {
  const some = part === null ? facts : ofPart(facts, part.by, part.value);
  return rowsOf(gathering, some, countedFrom(some));
}

async function ofReport(gathering: ReportGathering, { report, figure: key, which, part }: Extract<EvidenceQuestion, { of: 'report' }>): Promise<Evidence> {
  const reports = await gathering.reports();
  const kept = reports.find((one) => one.record === report);
  const figure = kept?.value.figures.find((one) => one.key === key);
  if (kept === undefined || figure === undefined) return nothing;
  const { facts, difference } = await differenceNow(gathering, kept, reports, figure);
  if (which !== 'reported') return rowsOf(gathering, facts, difference[which]);
  if (part === null) return rowsOf(gathering, facts, figure.counted);
  const found = figure.breakdown.find((one) => one.by === part.by && one.value === part.value);
  const records = (found?.of ?? []).flatMap((at) => figure.counted[at] ?? []);
  const rows = rowsOf(gathering, facts, records);
  // Of who took part it is kept how many women and men there were in all, and not in each activity.
  return part.by === 'sex' ? { ...rows, value: found?.amount ?? 0, rows: rows.rows.map((row) => ({ ...row, amount: null })) } : rows;
}

/** What a reported figure would be now, against everything that other reports hold. */
export async function differenceNow(gathering: ReportGathering, report: KeptReport, reports: readonly KeptReport[], figure: KeptReport['value']['figures'][number]) {
  const all = await gathering.countable();
  const others = reportedFigures(reports.filter((one) => one.record !== report.record));
  const indicator = (await gathering.indicators()).find((one) => one.record === figure.indicator);
  const readings = indicator?.value.readings ?? [];
  return { facts: all.facts, difference: differenceOf(figure, report, readings, all, others, (record) => gathering.entry(record) !== undefined) };
}

/** `facts`: where the day on which each counts is looked up. */
function rowsOf(gathering: ReportGathering, facts: readonly Fact[], counted: readonly Counted[]): Evidence {
  const days = new Map<RecordId, Day>();
  for (const { record, day } of facts) if ((days.get(record) ?? '9999') > day) days.set(record, day);
  const rows = counted.flatMap(({ record, amount }): readonly EvidenceRow[] => {
    const entry = gathering.entry(record);
    return entry === undefined ? [] : [{ record, kind: entry.kind, title: entry.title, level: entry.level, binned: entry.binned, day: days.get(record) ?? dayOf(entry), amount }];
  });
  return { value: sumOf(counted), rows: rows.sort(byDay), elsewhere: counted.length - rows.length };
}

/** The first day that a record names, where nothing of it counts any more. */
function dayOf({ kind, row }: Entry): Day | null {
  const named = Object.keys(row).find((field) => natureOf(kind, field)?.type === 'day' && typeof row[field] === 'string');
  return named === undefined ? null : (row[named] as Day);
}

function byDay(one: EvidenceRow, other: EvidenceRow): number {
  const [a, b] = [one.day ?? '', other.day ?? ''];
  return a === b ? (one.record < other.record ? -1 : 1) : a < b ? 1 : -1;
}

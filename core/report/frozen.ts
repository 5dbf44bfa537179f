import type { Day, RecordId } from '../ids.ts';
import type { Dimension } from '../records/indicator.ts';
import type { RecordValue } from '../records/kinds.ts';
import { projects, type Project } from '../records/projects.ts';
import { breakdown, countedFrom, ofPart, sumOf, type Breakdown, type Counted } from './count.ts';
import type { Countable, Fact } from './facts.ts';
import { figureOf, type IndicatorQuestion, type ReportedFigure } from './indicator-figure.ts';
import { compareSpans, type Span } from './span.ts';

/** A figure as a report keeps it, before it has its place in the list. */
export type FrozenFigure = Omit<RecordValue<'report'>['figures'][number], 'key' | 'order'>;

export interface NamedIndicator {
  readonly record: RecordId;
  readonly value: RecordValue<'indicator'>;
}

/** Every indicator of a project with its figure for the period, and the evidence for it. */
export function frozenFigures(indicators: readonly NamedIndicator[], span: Span, countable: Countable, reported: readonly ReportedFigure[]): readonly FrozenFigure[] {
  return inOrder(indicators).map(({ record, value }) => {
    const figure = figureOf(questionOf({ record, value }, span), countable, reported);
    const { code, resultLevel, result, measure, types, instruments, countries, crimeAreas, ofGroup, unit, baseline, baselineOn, target, targetOn } = value;
    return {
      indicator: record, name: value.title, code, resultLevel, result, measure, types, instruments, countries, crimeAreas, ofGroup, unit, baseline, baselineOn, target, targetOn,
      verification: figure.source === '' ? value.verification : [figure.source, value.verification].filter((text) => text !== '').join('\n'),
      reported: figure.value,
      soFar: figure.soFar,
      ...evidenceOf(figure.facts, value.disaggregation),
    };
  });
}

/** The records behind a figure, and which of them stand in which of its parts. */
function evidenceOf(facts: readonly Fact[], disaggregation: readonly Dimension[]): Pick<FrozenFigure, 'counted' | 'breakdown'> {
  const counted = countedFrom(facts);
  const places = new Map(counted.map(({ record }, at) => [record, at] as const));
  const placesOf = (some: readonly Fact[]) => [...new Set(some.map(({ record }) => places.get(record) ?? 0))].sort((one, other) => one - other);
  const parts = disaggregation.flatMap((by) => breakdown(facts, by).parts.map((part) => ({ by, ...part, of: placesOf(ofPart(facts, by, part.value)) })));
  return { counted: [...counted], breakdown: parts };
}

export function questionOf({ record, value }: NamedIndicator, span: Span): IndicatorQuestion {
  return { indicator: record, rule: value, readings: value.readings, span };
}

const levels = ['impact', 'outcome', 'output', 'activity'] as const;

/** As a logframe is read: from impact to activities, within each by number. */
export function inOrder<Item extends { readonly record: RecordId; readonly value: Pick<RecordValue<'indicator'>, 'resultLevel' | 'code' | 'title'> }>(indicators: readonly Item[]): readonly Item[] {
  const numbers = new Intl.Collator('en', { numeric: true });
  return indicators.toSorted((one, other) =>
    levels.indexOf(one.value.resultLevel) - levels.indexOf(other.value.resultLevel)
    || numbers.compare(one.value.code, other.value.code)
    || numbers.compare(one.value.title, other.value.title)
    || (one.record < other.record ? -1 : 1));
}

/** A reported figure by one dimension, from the evidence that is kept. */
export function keptBreakdown(figure: FrozenFigure, by: Dimension): Breakdown {
  const own = figure.breakdown.filter((part) => part.by === by);
  const times = new Map<number, number>();
  for (const at of own.flatMap((part) => part.of)) times.set(at, (times.get(at) ?? 0) + 1);
  // Women and men are parts of one record's amount, and not the same amount twice.
  const more = by === 'sex' ? [] : [...times].filter(([, count]) => count > 1);
  const extra = sumOf(more.map(([at, count]) => ({ amount: (figure.counted[at]?.amount ?? 0) * (count - 1) })));
  return { by, parts: own.map(({ value, amount }) => ({ value, amount })), several: more.length, extra };
}

/** A report that was frozen, as much of it as others need to know. */
export interface FrozenReport {
  readonly record: RecordId;
  readonly project: Project;
  readonly span: Span;
  readonly figures: readonly Pick<FrozenFigure, 'indicator' | 'counted'>[];
}

/** `null` where it says no project or no period: nothing was reported by it. */
export function frozenReport(record: RecordId, { project, from, until, figures }: RecordValue<'report'>): FrozenReport | null {
  return project === null || from === null || until === null ? null : { record, project, span: { from, until }, figures };
}

export function reportedFigures(reports: readonly FrozenReport[]): readonly ReportedFigure[] {
  return reports.flatMap(({ project, span, figures }) => figures.map(({ indicator, counted }) => ({ project, span, indicator, records: new Set(counted.map((one) => one.record)) })));
}

export type FreezeRefusal = 'period-frozen' | 'period-crosses' | 'period-not-over' | 'no-indicators';

/**
 * Why a period cannot be frozen; `null` when it can. Periods of one project lie apart, or one holds the
 * other whole (a year its quarters): where two crossed, the days of both would be reported twice.
 */
export function freezeRefusal(project: Project, span: Span, reports: readonly FrozenReport[], today: Day): FreezeRefusal | null {
  if (span.until > today) return 'period-not-over';
  const others = reports.filter((one) => one.project === project).map((one) => compareSpans(one.span, span));
  if (others.includes('same')) return 'period-frozen';
  return others.includes('crossing') ? 'period-crosses' : null;
}

/** What a figure would be now, beside what was reported. */
export interface Difference {
  readonly now: number | null;
  /** Counted now, and not when it was reported. */
  readonly added: readonly Counted[];
  /** Reported, here, and no longer counted: moved, given another project, in the bin. */
  readonly gone: readonly Counted[];
  /** Reported and counted, but by another amount. */
  readonly altered: readonly Counted[];
  /** Reported, and not on this laptop: nothing can be said of them. */
  readonly elsewhere: number;
}

/** `others`: what other reports hold. `isHere`: whether the notebook has the record at all. */
export function differenceOf(figure: FrozenFigure, report: FrozenReport, readings: IndicatorQuestion['readings'], countable: Countable, others: readonly ReportedFigure[], isHere: (record: RecordId) => boolean): Difference {
  const counted = figureOf({ indicator: figure.indicator, rule: { ...figure, project: report.project }, readings, span: report.span }, countable, others);
  const now = new Map(countedFrom(counted.facts).map((one) => [one.record, one] as const));
  const then = new Map(figure.counted.map((one) => [one.record, one] as const));
  return {
    now: counted.value,
    added: [...now.values()].filter(({ record }) => !then.has(record)),
    gone: figure.counted.filter(({ record }) => !now.has(record) && isHere(record)),
    altered: [...now.values()].filter(({ record, amount }) => then.has(record) && then.get(record)?.amount !== amount),
    elsewhere: figure.counted.filter(({ record }) => !isHere(record)).length,
  };
}

/** Facts that say no project, of every measure: they count for neither. */
export function withoutProject(countable: Countable, span: Span, only: ReadonlySet<RecordId> | null = null): readonly Fact[] {
  return countable.facts.filter((one) => one.project === null && (only === null || only.has(one.record)) && one.day >= span.from && one.day <= span.until);
}

export function isProject(text: string | null): text is Project {
  return projects.some((one) => one === text);
}

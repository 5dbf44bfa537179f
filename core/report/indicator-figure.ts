import type { Day, RecordId } from '../ids.ts';
import type { RecordValue } from '../records/kinds.ts';
import type { Project } from '../records/projects.ts';
import { select, sumOf } from './count.ts';
import type { Countable, Fact } from './facts.ts';
import { compareSpans, isWithin, type Span } from './span.ts';

type Indicator = RecordValue<'indicator'>;

/** What decides which facts an indicator counts; a frozen figure keeps a copy. */
export type IndicatorRule = Pick<Indicator, 'project' | 'measure' | 'types' | 'instruments' | 'countries' | 'crimeAreas' | 'ofGroup' | 'baseline' | 'baselineOn'>;

export interface IndicatorQuestion {
  /** The indicator's record, by which its earlier reports are known. */
  readonly indicator: RecordId | null;
  readonly rule: IndicatorRule;
  readonly readings: Indicator['readings'];
  readonly span: Span;
}

/** The evidence of one figure that was reported before. */
export interface ReportedFigure {
  readonly project: Project;
  readonly span: Span;
  readonly indicator: RecordId | null;
  readonly records: ReadonlySet<RecordId>;
}

export interface IndicatorFigure {
  /** In the period; `null` where there is nothing to count or to read. */
  readonly value: number | null;
  /** Baseline and all that came until the end of the period. */
  readonly soFar: number | null;
  readonly facts: readonly Fact[];
  /** What would count, but was reported already: for the other project, or in another period. */
  readonly leftOut: readonly Fact[];
  /** Where a figure read by hand comes from. */
  readonly source: string;
}

/**
 * An indicator's figure for a period. Nothing is counted twice:
 * - a record stands for one project (belonging.ts);
 * - what was reported for the other project is not counted for this one, even if it was given another
 *   project since;
 * - what this indicator reported for a period apart from this one is not reported again, even if its
 *   day was changed since. A case may be supported in two periods, and counts in each.
 */
export function figureOf({ indicator, rule, readings, span }: IndicatorQuestion, countable: Countable, reported: readonly ReportedFigure[]): IndicatorFigure {
  const { project, measure } = rule;
  if (measure === 'by-hand') return readFigure(readings, span);
  if (project === null) return { value: null, soFar: null, facts: [], leftOut: [], source: '' };
  const theirs = recordsOf(reported.filter((one) => one.project !== project));
  const again = measure === 'cases-supported' ? new Set<RecordId>() : recordsOf(reported.filter((one) => one.indicator === indicator && indicator !== null && compareSpans(one.span, span) === 'apart'));
  const fitting = (during: Span) => select(countable, measure, { span: during, audience: project }).filter((one) => fits(one, rule));
  const here = fitting(span);
  const facts = here.filter(({ record }) => !theirs.has(record) && !again.has(record));
  const since = fitting({ from: rule.baselineOn ?? earliest, until: span.until }).filter(({ record }) => !theirs.has(record));
  return {
    value: sumOf(facts),
    soFar: sumOf([{ amount: rule.baseline ?? 0 }, ...since]),
    facts,
    leftOut: here.filter(({ record }) => theirs.has(record) || again.has(record)),
    source: '',
  };
}

const earliest = '0000-01-01' as Day;

function recordsOf(figures: readonly ReportedFigure[]): ReadonlySet<RecordId> {
  return new Set(figures.flatMap((one) => [...one.records]));
}

function fits({ kind, values }: Fact, { types, instruments, countries, crimeAreas, ofGroup }: IndicatorRule): boolean {
  const among = (wanted: readonly string[], said: readonly string[]) => wanted.length === 0 || said.some((one) => wanted.includes(one));
  return (kind !== 'activity' || among(types, values.type)) && (kind !== 'request' || among(instruments, values.type))
    && among(countries, values.country) && among(crimeAreas, values['crime-area']) && (ofGroup === null || values.group.includes(ofGroup));
}

/** The last reading of the period, and the last one until its end. */
function readFigure(readings: Indicator['readings'], span: Span): IndicatorFigure {
  const read = readings.flatMap(({ on, reading, source }) => (on === null || reading === null || on > span.until ? [] : [{ on, reading, source }]));
  const last = read.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0)).at(-1);
  const isNew = last !== undefined && isWithin(last.on, span);
  return { value: isNew ? last.reading : null, soFar: last?.reading ?? null, facts: [], leftOut: [], source: isNew ? last.source : '' };
}

/** How much of the way from the baseline to the target is gone, 1 at the target; `null` without a way. */
export function progressOf({ baseline, target }: Pick<Indicator, 'baseline' | 'target'>, soFar: number | null): number | null {
  const way = target === null ? 0 : target - (baseline ?? 0);
  return way === 0 || soFar === null ? null : (soFar - (baseline ?? 0)) / way;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIndicator, id } from '../../test/builders/reports.ts';
import { casesAndWork, spansOf } from '../../test/builders/random-casework.ts';
import { dimensions, measures } from '../records/indicator.ts';
import { projects } from '../records/projects.ts';
import { breakdown, select, sumOf } from './count.ts';
import { countable, type ReportSource } from './facts.ts';
import { differenceOf, frozenFigures, keptBreakdown, reportedFigures, type FrozenFigure, type FrozenReport } from './frozen.ts';
import { spanOf, type Span } from './span.ts';

const indicators = projects.flatMap((project) => measures.map((measure) => anIndicator(`${project}-${measure}`, { project, measure, disaggregation: ['country', 'month'] })));

interface Frozen extends Omit<FrozenReport, 'figures'> {
  readonly figures: readonly FrozenFigure[];
}

function freeze(source: ReportSource, project: (typeof projects)[number], span: Span, before: readonly FrozenReport[]): Frozen {
  const own = indicators.filter((one) => one.value.project === project);
  return { record: id(`${project}-${span.from}`), project, span, figures: frozenFigures(own, span, countable(source), reportedFigures(before)) };
}

const quarters = ['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'].map((name) => spanOf(name) as Span);
/** The same records in two states: projects, days and numbers are others in the second. */
const twoStates = fc.tuple(casesAndWork, casesAndWork);

/** Measures whose records are events: each is reported once at most. A case is supported again and again. */
const isEvent = (measure: string) => measure !== 'cases-supported';

describe('what was reported', () => {
  it('is reported once only, whatever is written between one report and the next', () => {
    fc.assert(fc.property(fc.array(casesAndWork, { minLength: 4, maxLength: 4 }), fc.shuffledSubarray(projects.flatMap((project) => quarters.map((span) => ({ project, span })))), (states, order) => {
      const reports: Frozen[] = [];
      for (const [at, { project, span }] of order.entries()) reports.push(freeze(states[at % 4] as ReportSource, project, span, reports));
      for (const measure of measures) {
        const figures = reports.flatMap(({ project, figures: some }) => some.filter((one) => one.measure === measure).map((one) => ({ project, records: one.counted.map(({ record }) => record) })));
        const of = (project: string) => figures.filter((one) => one.project === project).flatMap((one) => one.records);
        // Never for both projects.
        const theirs = new Set(of('police-cooperation'));
        expect(of('prosecutors-network').filter((record) => theirs.has(record))).toEqual([]);
        // Never for one project in two periods.
        if (isEvent(measure)) for (const project of projects) expect(new Set(of(project)).size).toBe(of(project).length);
      }
    }), { numRuns: 60 });
  });

  it('does not move: its figures are those of the evidence that it keeps, and what changed since is told in full', () => {
    fc.assert(fc.property(twoStates, spansOf, fc.constantFrom(...projects), ([then, now], span, project) => {
      const report = freeze(then, project, span, []);
      const kept = structuredClone(report);
      for (const figure of report.figures) {
        expect(figure.reported).toBe(sumOf(figure.counted));
        const { now: value, added, gone, altered, elsewhere } = differenceOf(figure, report, [], countable(now), [], () => true);
        const before = new Map(figure.counted.map((one) => [one.record, one.amount]));
        const change = [...added, ...gone.map(({ amount }) => ({ amount: -amount })), ...altered.map((one) => ({ amount: one.amount - (before.get(one.record) ?? 0) }))];
        expect((figure.reported ?? 0) + sumOf(change)).toBeCloseTo(value ?? 0, 6);
        expect(elsewhere).toBe(0);
      }
      expect(report).toEqual(kept);
    }));
  });

  it('differs in nothing while nothing is written', () => {
    fc.assert(fc.property(casesAndWork, spansOf, fc.constantFrom(...projects), (source, span, project) => {
      const report = freeze(source, project, span, []);
      for (const figure of report.figures) expect(differenceOf(figure, report, [], countable(source), [], () => true)).toMatchObject({ now: figure.reported, added: [], gone: [], altered: [] });
    }));
  });

  it('keeps of each part what the records said: amounts, and why they add up to more', () => {
    fc.assert(fc.property(casesAndWork, spansOf, fc.constantFrom(...projects), fc.constantFrom(...measures), (source, span, project, measure) => {
      const all = countable(source);
      const indicator = anIndicator('one', { project, measure, disaggregation: dimensions });
      const [figure] = frozenFigures([indicator], span, all, []);
      const facts = select(all, measure, { span, audience: project });
      for (const by of dimensions) expect(figure === undefined ? null : keptBreakdown(figure, by)).toEqual(breakdown(facts, by));
    }));
  });

  it('fits the schema of what is kept', async () => {
    const { kinds } = await import('../records/kinds.ts');
    fc.assert(fc.property(casesAndWork, (source) => {
      const { figures, project, span } = freeze(source, 'police-cooperation', quarters[2] as Span, []);
      const value: unknown = { title: 'Q3', project, ...span, figures: figures.map((figure, at) => ({ ...figure, key: `k${String(at)}`, order: `a${String(at)}` })) };
      expect(kinds.report.schema.safeParse(value).error?.issues ?? []).toEqual([]);
      expect(kinds.report.schema.parse(value).figures.map((one) => one.reported)).toEqual(figures.map((one) => one.reported));
    }), { numRuns: 20 });
  });
});

import { randomId } from '../../../core/crypto/sodium.ts';
import type { ItemKey, MarkingId } from '../../../core/ids.ts';
import { dimensions, measures, type Dimension } from '../../../core/records/indicator.ts';
import type { RecordInput } from '../../../core/records/kinds.ts';
import { orderBetween } from '../../../core/records/order.ts';
import type { Project } from '../../../core/records/projects.ts';
import { breakdown, recordCount, select, sumOf, type Audience, type Whose } from '../../../core/report/count.ts';
import type { Fact } from '../../../core/report/facts.ts';
import { freezeRefusal, frozenFigures, inOrder, questionOf, reportedFigures, withoutProject } from '../../../core/report/frozen.ts';
import { figureOf, progressOf } from '../../../core/report/indicator-figure.ts';
import { signReport } from '../../../core/report/signed-report.ts';
import type { Span } from '../../../core/report/span.ts';
import { failed, ok } from '../../../core/result.ts';
import { createAll, type CreateAll } from '../notebook/create-all.ts';
import { localDay } from '../notebook/today.ts';
import type { Session } from '../session.ts';
import { evidenceOf, onlyOf } from './evidence.ts';
import { viewOfReport } from './frozen-view.ts';
import { ReportGathering } from './gather.ts';
import type { ActivityReport, FreezeRequest, Logframe, ReportApi, ReportSummary } from './report-api.ts';

/** The reports of one open notebook. */
export class Reports implements ReportApi {
  private readonly session: Session;
  private readonly gathering: ReportGathering;
  private readonly create: CreateAll;

  constructor(session: Session) {
    const { ledger, identity, organisation, now } = session;
    this.session = session;
    this.gathering = new ReportGathering(session);
    this.create = createAll({ ledger, identity, now, scheme: () => organisation.scheme(), ceiling: () => organisation.ceiling(), profile: () => organisation.profile() });
  }

  async activity(span: Span, audience: Audience, whose: Whose = 'everybody'): Promise<ActivityReport> {
    const all = await this.gathering.countable();
    const only = await onlyOf(this.gathering, whose);
    const found = measures.map((measure) => ({ measure, facts: select(all, measure, { span, audience, only }) }));
    return {
      measures: found.map(({ measure, facts }) => ({ measure, value: sumOf(facts), records: recordCount(facts), breakdowns: breakdowns(facts, dimensions) })),
      levels: this.levelsOf(found.flatMap(({ facts }) => facts)),
      unsaid: recordCount(withoutProject(all, span, only)),
    };
  }

  evidence(question: Parameters<ReportApi['evidence']>[0]): ReturnType<ReportApi['evidence']> {
    return evidenceOf(this.gathering, question);
  }

  async logframe(span: Span, project: Project): Promise<Logframe> {
    const [all, indicators, reports] = [await this.gathering.countable(), await this.gathering.indicators(), await this.gathering.reports()];
    const reported = reportedFigures(reports);
    const own = inOrder(indicators.filter(({ value }) => value.project === project));
    const counted = own.map((indicator) => ({ ...indicator, figure: figureOf(questionOf(indicator, span), all, reported) }));
    return {
      rows: counted.map(({ record, entry, value, figure }) => ({
        record,
        level: entry.level,
        indicator: value,
        value: figure.value,
        soFar: figure.soFar,
        progress: progressOf(value, figure.soFar),
        records: recordCount(figure.facts),
        leftOut: recordCount(figure.leftOut),
        breakdowns: breakdowns(figure.facts, value.disaggregation),
        source: figure.source,
      })),
      levels: [...new Set([...own.map(({ entry }) => entry.level), ...this.levelsOf(counted.flatMap(({ figure }) => figure.facts))])],
      unsaid: recordCount(withoutProject(all, span)),
      refusal: own.length === 0 ? 'no-indicators' : freezeRefusal(project, span, reports, localDay(this.session.now())),
    };
  }

  async freeze({ span, project, title, remarks, level, jwg }: FreezeRequest): ReturnType<ReportApi['freeze']> {
    const [all, indicators, reports] = [await this.gathering.countable(), await this.gathering.indicators(), await this.gathering.reports()];
    const own = indicators.filter(({ value }) => value.project === project);
    const refusal = own.length === 0 ? 'no-indicators' : freezeRefusal(project, span, reports, localDay(this.session.now()));
    if (refusal !== null) return failed(refusal);
    const figures = placed(frozenFigures(own, span, all, reportedFigures(reports)));
    const value: RecordInput<'report'> = { title, remarks, project, from: span.from, until: span.until, figures, jwg };
    const made = await this.create([{ kind: 'report', value, level, final: true }]);
    const record = made.ok ? made.value[0] : undefined;
    if (record !== undefined) return ok({ record });
    return made.ok ? failed('storage-failed') : failed(made.failure.code, made.failure.facts);
  }

  async frozen(): Promise<readonly ReportSummary[]> {
    const reports = await this.gathering.reports();
    return reports
      .flatMap(({ record, project, span }) => {
        const entry = this.gathering.entry(record);
        return entry === undefined ? [] : [{ record, title: entry.title, level: entry.level, project, span, changed: entry.changed }];
      })
      .sort((one, other) => (one.span.until < other.span.until ? 1 : one.span.until > other.span.until ? -1 : other.changed - one.changed));
  }

  open(report: Parameters<ReportApi['open']>[0]): ReturnType<ReportApi['open']> {
    return viewOfReport(this.session, this.gathering, report);
  }

  async sign(document: Parameters<ReportApi['sign']>[0]): ReturnType<ReportApi['sign']> {
    const { person, device, deviceKeys } = this.session.identity;
    return signReport({ ...document, person, device, at: this.session.now() }, deviceKeys.secretKey);
  }

  private levelsOf(facts: readonly Fact[]): readonly MarkingId[] {
    return [...new Set(facts.flatMap(({ record }) => this.gathering.entry(record)?.level ?? []))];
  }
}

function breakdowns(facts: readonly Fact[], by: readonly Dimension[]) {
  return by.map((one) => breakdown(facts, one));
}

/** Items of a list, each with its key and its place. */
function placed<Item extends object>(items: readonly Item[]): (Item & { key: ItemKey; order: string })[] {
  let last: string | null = null;
  return items.map((item) => {
    last = orderBetween(last, null);
    return { ...item, key: randomId<ItemKey>(), order: last };
  });
}

import { Button, Checkbox } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import type { Measure } from '../../../../core/records/indicator.ts';
import { audiences } from '../../../../core/report/count.ts';
import { monthsOf } from '../../../../core/report/span.ts';
import { isProject } from '../../../../core/report/frozen.ts';
import type { ActivityReport, MeasureFigure } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { NewRecordButton } from '../../kit/record-room/new-record-button.tsx';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { reportPaths, type Counting, type Period } from './address.ts';
import { BreakdownChart, MonthChart } from './breakdown-chart.tsx';
import { mostMonths } from './make-document.ts';
import { PeriodBar } from './period-bar.tsx';
import { usePeriodInWords } from './period-words.ts';
import { ReportViews } from './report-views.tsx';
import { UnsaidNotice } from './unsaid.tsx';
import { useMeasureNames } from './value-names.ts';
import classes from './report.module.css';

export interface ActivityPageProps {
  readonly period: Period;
  readonly counting: Counting;
  readonly measure: Measure;
}

/** What was done in a period: every measure with its figure, and the chosen one taken apart. */
export function ActivityPage({ period, counting, measure }: ActivityPageProps) {
  const say = useWords('report');
  const records = useWords('records');
  const inWords = usePeriodInWords();
  const [, go] = useLocation();
  const { span } = period;
  const { audience, whose } = counting;
  const report = useEngineQueryKept(['records', 'any', 'report', 'activity', span.from, span.until, audience, whose], (engine) => engine.report.activity(span, audience, whose)).data;
  useShownMarking(report?.levels);
  const exported = reportPaths.exportActivity(period.name, counting);
  useCommand('export', () => go(exported));
  const isEmpty = report !== undefined && report.measures.every((one) => one.value === 0);
  return (
    <OnePane wide label={say('views.activity')}>
      <ReportViews view="activity" period={period.name} project={isProject(audience) ? audience : 'prosecutors-network'} />
      <PageHead title={inWords(span)} acts={<Button onClick={() => go(exported)}>{say('export.act')}</Button>} />
      <PeriodBar
        period={period}
        onPeriod={(name) => go(reportPaths.activity(name, counting, measure))}
        label={say('period.audience')}
        chosen={audience}
        choices={audiences.map((value) => ({ value, label: isProject(value) ? records(`projects.${value}`) : say(`audiences.${value}`) }))}
        onChoose={(value) => go(reportPaths.activity(period.name, { ...counting, audience: value }, measure))}
      >
        <Checkbox label={say('whose.only')} checked={whose === 'mine'} onChange={(event) => go(reportPaths.activity(period.name, { ...counting, whose: event.currentTarget.checked ? 'mine' : 'everybody' }, measure))} />
      </PeriodBar>
      {report === undefined ? null : <UnsaidNotice count={audience === 'unsaid' ? 0 : report.unsaid} period={period.name} whose={whose} />}
      {isEmpty ? <EmptyState act={<NewRecordButton kind="activity" prominent />}>{say(whose === 'mine' ? 'nothingMine' : 'nothing')}</EmptyState> : null}
      {report === undefined || isEmpty ? null : <Figures report={report} period={period} counting={counting} measure={measure} />}
    </OnePane>
  );
}

function Figures({ report, period, counting, measure }: ActivityPageProps & { report: ActivityReport }) {
  const say = useWords('report');
  const names = useMeasureNames();
  const chosen = report.measures.find((one) => one.measure === measure);
  return (
    <div className={classes['report']}>
      <table className={classes['measures']}>
        <caption>{say('figures')}</caption>
        <thead className="only-heard">
          <tr><th scope="col">{say('document.measure')}</th><th scope="col">{say('figure')}</th></tr>
        </thead>
        <tbody>
          {report.measures.map((one) => <MeasureRow key={one.measure} figure={one} period={period.name} counting={counting} here={one.measure === measure} />)}
        </tbody>
      </table>
      {chosen === undefined ? null : (
        <Section title={say('charts', { measure: names.measure(measure) })}>
          <Charts figure={chosen} period={period} counting={counting} />
        </Section>
      )}
    </div>
  );
}

function MeasureRow({ figure, period, counting, here }: { figure: MeasureFigure; period: string; counting: Counting; here: boolean }) {
  const say = useWords('report');
  const names = useMeasureNames();
  const name = names.measure(figure.measure);
  return (
    <tr data-here={here || undefined}>
      <th scope="row">
        <Link href={reportPaths.activity(period, counting, figure.measure)} aria-current={here ? 'true' : undefined}>{name}</Link>
      </th>
      <td>
        {figure.value === 0 ? <span className={classes['zero']}>0</span> : (
          <Link href={reportPaths.activityList(period, counting, figure.measure)} className={classes['number'] ?? ''} title={say('list.open', { value: name })}>
            {numberInWords(figure.value)}
          </Link>
        )}
      </td>
    </tr>
  );
}

const chartsOf = ['country', 'crime-area', 'group', 'type', 'sex'] as const;
function Charts({ figure, period, counting }: { figure: MeasureFigure; period: Period; counting: Counting }) {
  const say = useWords('report');
  const { measure } = figure;
  const of = (by: (typeof chartsOf)[number] | 'month') => figure.breakdowns.find((one) => one.by === by);
  const months = monthsOf(period.span, mostMonths + 1);
  if (figure.value === 0) return <p className={classes['note']}>{say('nothingOfIt')}</p>;
  return (
    <div className={classes['charts']}>
      {months.length < 2 || months.length > mostMonths ? null : <MonthChart measure={measure} parts={of('month')?.parts ?? []} months={months} pathOf={({ value }) => reportPaths.activityList(period.name, counting, measure, { by: 'month', value })} />}
      {(months.length > mostMonths ? [...chartsOf, 'month' as const] : chartsOf).map((by) => {
        const found = of(by);
        // Nothing of it says anything: there is nothing to be taken apart.
        if (found === undefined || found.parts.every((part) => part.value === '')) return null;
        const note = found.several === 0 ? {} : { note: say('several', { count: found.several, extra: found.extra }) };
        return <BreakdownChart key={by} by={by} measure={measure} parts={found.parts} pathOf={({ value }) => reportPaths.activityList(period.name, counting, measure, { by, value })} {...note} />;
      })}
    </div>
  );
}

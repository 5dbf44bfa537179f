import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Day } from '../../../../core/ids.ts';
import type { Measure } from '../../../../core/records/indicator.ts';
import type { Project } from '../../../../core/records/projects.ts';
import type { Breakdown } from '../../../../core/report/count.ts';
import type { LogframeRow } from '../../../engine/api.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { dayInWords } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { numberInWords, percentInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { reportPaths } from './address.ts';
import { useMeasureNames, useValueNames } from './value-names.ts';
import classes from './report.module.css';

export interface LogframeRowViewProps {
  readonly row: LogframeRow;
  readonly period: string;
  readonly project: Project;
}

/** One indicator: where it began, what the period brought, how far it is, where it should be. */
export function LogframeRowView({ row, period, project }: LogframeRowViewProps) {
  const say = useWords('report');
  const { indicator, record } = row;
  const list = reportPaths.logframeList(period, project, record, 'counted');
  return (
    <IndicatorFrame
      name={<Link href={pathOfRecord('indicator', record)}>{joined(indicator.code, indicator.title)}</Link>}
      result={indicator.result}
      figures={[
        [say('logframe.baseline'), <AmountOn key="baseline" amount={indicator.baseline} on={indicator.baselineOn} />],
        [say('logframe.inPeriod'), <Figure key="value" value={row.value} unit={indicator.unit} to={row.records === 0 ? null : list} prominent />],
        [say('logframe.soFar'), row.soFar === null ? say('logframe.notRead') : numberInWords(row.soFar)],
        [say('logframe.target'), <AmountOn key="target" amount={indicator.target} on={indicator.targetOn} />],
      ]}
      progress={row.progress}
    >
      {row.breakdowns.map((one) => (
        <PartsLine key={one.by} breakdown={one} measure={indicator.measure} pathOf={(value) => reportPaths.logframeList(period, project, record, 'counted', { by: one.by, value })} />
      ))}
      {row.leftOut === 0 ? null : <p className={classes['note']}><Link href={reportPaths.logframeList(period, project, record, 'left-out')}>{say('logframe.leftOut', { count: row.leftOut })}</Link></p>}
      {row.source === '' ? null : <p className={classes['note']}>{say('logframe.source', { source: row.source })}</p>}
      {indicator.verification.trim() === '' ? null : <p className={classes['note']}>{say('logframe.verification', { text: indicator.verification })}</p>}
    </IndicatorFrame>
  );
}

export interface IndicatorFrameProps {
  readonly name: ReactNode;
  readonly result: string;
  readonly figures: readonly (readonly [name: string, figure: ReactNode])[];
  readonly progress: number | null;
  readonly children: ReactNode;
}

/** How an indicator stands on the page, counted now or reported then. */
export function IndicatorFrame({ name, result, figures, progress, children }: IndicatorFrameProps) {
  return (
    <article className={classes['indicator']}>
      <h3 className={classes['indicatorName']}>{name}</h3>
      {result === '' ? null : <p className={classes['result']}>{result}</p>}
      <dl className={classes['way']}>
        {figures.map(([label, figure]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{figure}</dd>
          </div>
        ))}
      </dl>
      <Progress progress={progress} />
      {children}
    </article>
  );
}

/** How much of the way is gone; past the target the bar is full, and its words say more. */
function Progress({ progress }: { progress: number | null }) {
  const say = useWords('report');
  if (progress === null) return null;
  const share = Math.min(1, Math.max(0, progress));
  return (
    <p className={classes['progress']}>
      <svg className={classes['track']} aria-hidden focusable="false">
        <rect className={classes['trackGround']} width="100%" height="100%" />
        <rect width={`${String(share * 100)}%`} height="100%" />
      </svg>
      <span>{say('logframe.progress', { percent: percentInWords(progress) })}</span>
    </p>
  );
}

function AmountOn({ amount, on }: { amount: number | null; on: Day | null }) {
  const say = useWords('report');
  if (amount === null) return '–';
  return on === null ? numberInWords(amount) : say('logframe.on', { value: numberInWords(amount), day: dayInWords(on) });
}

export function Figure({ value, unit, to, prominent }: { value: number | null; unit: string; to: string | null; prominent?: boolean }) {
  const say = useWords('report');
  if (value === null) return say('logframe.notRead');
  const text = numberInWords(value);
  return (
    <span data-prominent={prominent === true || undefined} className={classes['figure']}>
      {to === null ? text : <Link href={to} className={classes['number'] ?? ''}>{text}</Link>}
      {unit === '' ? null : ` ${unit}`}
    </span>
  );
}

export interface PartsLineProps {
  readonly breakdown: Breakdown;
  readonly measure: Measure | 'by-hand';
  readonly pathOf: (value: string) => string;
}

/** The disaggregation in one line: each part opens its list. */
export function PartsLine({ breakdown, measure, pathOf }: PartsLineProps) {
  const say = useWords('report');
  const { by, parts, several, extra } = breakdown;
  const names = useMeasureNames();
  const nameOf = useValueNames();
  if (parts.length === 0) return null;
  return (
    <div className={classes['parts']}>
      <span className={classes['partsBy']}>{names.dimension(by)}</span>
      <ul>
        {parts.map((part) => (
          <li key={part.value}>
            {nameOf(by, part.value, measure)} <Link href={pathOf(part.value)} className={classes['number'] ?? ''}>{numberInWords(part.amount)}</Link>
          </li>
        ))}
        {several === 0 ? null : <li className={classes['note']}>{say('several', { count: several, extra })}</li>}
      </ul>
    </div>
  );
}

import { useState } from 'react';
import { Link } from 'wouter';
import type { Dimension, Measure } from '../../../../core/records/indicator.ts';
import type { Part } from '../../../../core/report/count.ts';
import { monthAloneInWords, shortMonthInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { numberInWords } from '../../words/numbers.ts';
import { useMeasureNames, useValueNames } from './value-names.ts';
import classes from './report.module.css';

/** Bars at first; the others come at a press. */
const most = 10;

export interface ChartProps {
  readonly by: Dimension;
  readonly measure: Measure | 'by-hand';
  readonly parts: readonly Part[];
  /** The list behind a part. */
  readonly pathOf: (part: Part) => string;
  readonly note?: string;
}

/** A figure by one dimension: a table whose rows are bars, so that what is seen is what is heard. Every number opens its list. */
export function BreakdownChart({ by, measure, parts, pathOf, note }: ChartProps) {
  const say = useWords('report');
  const names = useMeasureNames();
  const nameOf = useValueNames();
  const [all, setAll] = useState(false);
  const highest = Math.max(...parts.map((part) => part.amount), 0);
  const shown = all ? parts : parts.slice(0, most);
  return (
    <div className={classes['chart']}>
      <table className={classes['bars']}>
        <caption>{say(`by.${by}`)}</caption>
        <thead className="only-heard">
          <tr><th scope="col">{names.dimension(by)}</th><th scope="col">{names.measure(measure)}</th></tr>
        </thead>
        <tbody>
          {shown.map((part) => (
            <tr key={part.value}>
              <th scope="row" data-unsaid={part.value === '' || undefined}>{nameOf(by, part.value, measure)}</th>
              <td>
                <Bar share={highest === 0 ? 0 : part.amount / highest} />
                <Link href={pathOf(part)} className={classes['number'] ?? ''}>{numberInWords(part.amount)}</Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < parts.length ? <button type="button" className={classes['more']} onClick={() => setAll(true)}>{say('list.more', { count: parts.length - shown.length })}</button> : null}
      {note === undefined ? null : <p className={classes['note']}>{note}</p>}
    </div>
  );
}

/** How long a bar is beside the longest one; it says nothing that its number does not. */
function Bar({ share }: { share: number }) {
  return (
    <svg className={classes['bar']} aria-hidden focusable="false">
      <rect width={`${String(Math.max(share * 100, 0.5))}%`} height="100%" />
    </svg>
  );
}

export interface MonthChartProps extends Omit<ChartProps, 'by'> {
  /** Every month of the period, those without anything too. */
  readonly months: readonly string[];
}

/** A figure month by month: one column each, in their order. */
export function MonthChart({ measure, parts, months, pathOf }: MonthChartProps) {
  const say = useWords('report');
  const names = useMeasureNames();
  const nameOf = useValueNames();
  const amounts = new Map(parts.map((part) => [part.value, part.amount] as const));
  const columns = months.map((value) => ({ value, amount: amounts.get(value) ?? 0 }));
  const highest = Math.max(...columns.map((column) => column.amount), 0);
  return (
    <div className={classes['chart']} data-wide>
      <table className={classes['columns']}>
        <caption>{say('by.month')}</caption>
        <thead>
          <tr>
            <th scope="col" className={classes['corner']}><span className="only-heard">{names.dimension('month')}</span></th>
            {columns.map(({ value }) => <th key={value} scope="col"><span aria-hidden>{months.length <= 4 ? monthAloneInWords(value) : shortMonthInWords(value)}</span><span className="only-heard">{nameOf('month', value, measure)}</span></th>)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row" className={classes['corner']}><span className="only-heard">{names.measure(measure)}</span></th>
            {columns.map((column) => (
              <td key={column.value}>
                {column.amount === 0 ? <span className={classes['zero']}>0</span> : <Link href={pathOf(column)} className={classes['number'] ?? ''}>{numberInWords(column.amount)}</Link>}
                <Column share={highest === 0 ? 0 : column.amount / highest} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** From the foot upwards. */
function Column({ share }: { share: number }) {
  return (
    <svg className={classes['column']} aria-hidden focusable="false">
      <rect y={`${String(100 - share * 100)}%`} width="100%" height={`${String(share * 100)}%`} />
    </svg>
  );
}

import { Popover, SegmentedControl, Select, Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Day } from '../../../../core/ids.ts';
import { periodAt } from '../../../../core/report/span.ts';
import { DayInput } from '../../kit/day-field.tsx';
import { today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { periodOfDays, type Period } from './address.ts';
import { usePeriodInWords } from './period-words.ts';
import classes from './report.module.css';

export interface PeriodBarProps<Chosen extends string> {
  readonly period: Period;
  readonly onPeriod: (name: string) => void;
  readonly chosen: Chosen;
  readonly choices: readonly { readonly value: Chosen; readonly label: string }[];
  readonly onChoose: (value: Chosen) => void;
  readonly label: string;
  /** What narrows it further. */
  readonly children?: ReactNode;
}

/** For which days, and for whom. */
export function PeriodBar<Chosen extends string>({ period, onPeriod, chosen, choices, onChoose, label, children }: PeriodBarProps<Chosen>) {
  const say = useWords('report');
  const inWords = usePeriodInWords();
  const now = today();
  const usual = [
    ['this-quarter', periodAt(now, 'quarter', 0)], ['last-quarter', periodAt(now, 'quarter', -1)],
    ['this-year', periodAt(now, 'year', 0)], ['last-year', periodAt(now, 'year', -1)],
  ] as const;
  const isUsual = usual.some(([, name]) => name === period.name);
  const data = [
    ...usual.map(([name, value]) => ({ value, label: say(`period.${name}`) })),
    ...(isUsual ? [] : [{ value: period.name, label: inWords(period.span) }]),
  ];
  return (
    <div className={classes['bar-of-period']} role="group" aria-label={say('period.label')}>
      <SegmentedControl aria-label={say('period.period')} data={data} value={period.name} onChange={onPeriod} />
      <DaysChoice period={period} onPeriod={onPeriod} />
      <Select className={classes['for'] ?? ''} aria-label={label} data={[...choices]} value={chosen} onChange={(value) => value !== null && onChoose(value)} allowDeselect={false} />
      {children}
    </div>
  );
}

/** Any two days. */
function DaysChoice({ period, onPeriod }: Pick<PeriodBarProps<string>, 'period' | 'onPeriod'>) {
  const say = useWords('report');
  const [open, setOpen] = useState(false);
  const [from, setFrom] = useState<Day | null>(period.span.from);
  const [until, setUntil] = useState<Day | null>(period.span.until);
  const isWrong = from !== null && until !== null && from > until;
  const begin = () => {
    setFrom(period.span.from);
    setUntil(period.span.until);
    setOpen(!open);
  };
  const take = () => {
    if (from === null || until === null || isWrong) return;
    onPeriod(periodOfDays({ from, until }).name);
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} trapFocus withinPortal={false} position="bottom-start">
      <Popover.Target>
        <Button onClick={begin}>{say('period.days')}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={say('period.days')}>
        <form
          className={classes['days']}
          onSubmit={(event) => {
            event.preventDefault();
            take();
          }}
        >
          <DayInput label={say('period.from')} day={from} onChange={setFrom} />
          <DayInput label={say('period.until')} day={until} onChange={setUntil} {...(isWrong ? { error: say('period.wrong') } : {})} />
          <Button type="submit" variant="filled" disabled={from === null || until === null || isWrong}>{say('period.show')}</Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

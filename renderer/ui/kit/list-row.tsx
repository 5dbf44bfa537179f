import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { MarkingId } from '../../../core/ids.ts';
import { bandOf, useMarkingOf } from './marking-band.ts';
import classes from './list-row.module.css';

/** A list whose rows are walked with the arrow keys; Enter opens, Home and End go to the ends. */
export function RowList({ label, children }: { label: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const here = list.current;
    const walk = (event: KeyboardEvent) => {
      if (here !== null && walkRows(here, event.key)) event.preventDefault();
    };
    here?.addEventListener('keydown', walk);
    return () => here?.removeEventListener('keydown', walk);
  }, []);
  return (
    <ul ref={list} className={classes['list']} aria-label={label}>
      {children}
    </ul>
  );
}

function walkRows(list: HTMLElement, key: string): boolean {
  const rows = [...list.querySelectorAll<HTMLElement>('[data-row]')];
  const at = rows.findIndex((row) => row === document.activeElement);
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
  if (next === undefined || at === -1) return false;
  rows[Math.min(rows.length - 1, Math.max(0, next))]?.focus();
  return true;
}

export interface ListRowProps {
  readonly to: string;
  /** `null`: what it stands for is no record. */
  readonly level: MarkingId | null;
  readonly title: ReactNode;
  /** The second line: what tells it from its neighbours. */
  readonly facts?: ReactNode;
  /** Right of the title: a date or a count, in tabular figures. */
  readonly aside?: ReactNode;
  /** Left of the row and outside its link: a tick. */
  readonly before?: ReactNode;
  /** Under the row and outside its link: what is done without opening it. */
  readonly beneath?: ReactNode;
  readonly current?: boolean;
  /** Overdue, in conflict: the aside is shown in the colour of loss. */
  readonly urgent?: boolean;
}

/** One row: the thin bar left of it carries the colour of its marking, and its words say it too. */
export function ListRow({ to, level, title, facts, aside, before, beneath, current, urgent }: ListRowProps) {
  const markingOf = useMarkingOf();
  const marking = level === null ? null : markingOf(level);
  return (
    <li className={classes['item']} data-band={marking === null ? undefined : bandOf(marking)} data-current={current === true || undefined}>
      {before === undefined ? null : <span className={classes['before']}>{before}</span>}
      <Link
        href={to}
        className={classes['row'] ?? ''}
        data-row
        aria-current={current === true ? 'page' : undefined}
      >
        <span className={classes['title']}>{title}</span>
        {aside === undefined ? null : (
          <span className={classes['aside']} data-urgent={urgent === true || undefined}>
            {aside}
          </span>
        )}
        {facts === undefined || facts === '' ? null : <span className={classes['facts']}>{facts}</span>}
        {marking === null ? null : <span className="only-heard">{marking.short}</span>}
      </Link>
      {beneath === undefined ? null : <div className={classes['beneath']}>{beneath}</div>}
    </li>
  );
}

import type { ReactNode } from 'react';
import classes from './desk.module.css';

export interface DeskProps {
  readonly pagesLabel: string;
  /** The pages as they will be printed; `null` until there are any. */
  readonly pages: ReactNode;
  /** Pages are being made; those before stay, paler. */
  readonly making: boolean;
  readonly makingWords: string;
  readonly choicesLabel: string;
  readonly title: string;
  /** What is exported: one line under the title. */
  readonly of?: ReactNode;
  /** The few choices, the one button, what is to be said of the file. */
  readonly children: ReactNode;
  /** Where one can go from here. */
  readonly ways: ReactNode;
}

/** A page as it will be printed, beside its few choices. */
export function Desk({ pagesLabel, pages, making, makingWords, choicesLabel, title, of, children, ways }: DeskProps) {
  return (
    <div className={classes['room']}>
      <section className={classes['desk']} aria-label={pagesLabel} aria-busy={making} data-pane tabIndex={0} data-making={(making && pages !== null) || undefined}>
        {pages}
        {making && pages === null ? <p className={classes['waiting']} role="status">{makingWords}</p> : null}
      </section>
      <section className={classes['choices']} aria-label={choicesLabel} data-pane tabIndex={-1}>
        <h1 className={classes['title']}>{title}</h1>
        {of === undefined ? null : <p className={classes['of']}>{of}</p>}
        {children}
        <p className={classes['ways']}>{ways}</p>
      </section>
    </div>
  );
}

/** The button with what became of it beside. */
export function DeskAct({ children }: { children: ReactNode }) {
  return <div className={classes['act']}>{children}</div>;
}

export function DeskRemark({ children }: { children: ReactNode }) {
  return <p className={classes['quiet']}>{children}</p>;
}

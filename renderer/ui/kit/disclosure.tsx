import { useState, type ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import classes from './disclosure.module.css';

export interface DisclosureProps {
  readonly title: string;
  /** What it says while closed: everything that matters, on one line. */
  readonly now: ReactNode;
  readonly children: ReactNode;
  /** Stands open whatever the person chose: something inside needs them. */
  readonly insist?: boolean;
  /** There is only something to read inside, nothing to change. */
  readonly reading?: boolean;
}

/** What can wait: one line that says how it stands, and opens. */
export function Disclosure({ title, now, children, insist, reading }: DisclosureProps) {
  const say = useWords('kit');
  const [open, setOpen] = useState(false);
  const shown = open || insist === true;
  return (
    <details className={classes['disclosure']} open={shown} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes['summary']}>
        <span className={classes['title']}>{title}</span>
        <span className={classes['now']}>{now}</span>
        <span className={classes['act']}>{say(shown ? 'disclosure.close' : reading === true ? 'disclosure.show' : 'disclosure.open')}</span>
      </summary>
      {shown ? <div className={classes['content']}>{children}</div> : null}
    </details>
  );
}

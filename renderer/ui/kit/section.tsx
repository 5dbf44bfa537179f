import { useId, type ReactNode } from 'react';
import classes from './section.module.css';

export interface SectionProps {
  readonly title: ReactNode;
  readonly count?: number;
  /** What can be done with the whole section; stands right of the title. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its own small heading, with a rule above. */
export function Section({ title, count, acts, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['head']}>
        <h2 className={classes['title']} id={id}>
          {title}
          {count === undefined || count === 0 ? null : <span className={classes['count']}> {count}</span>}
        </h2>
        {acts}
      </div>
      {children}
    </section>
  );
}

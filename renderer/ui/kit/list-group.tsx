import { useId, type ReactNode } from 'react';
import { RowList } from './list-row.tsx';
import classes from './list-group.module.css';

/** Rows of a list that belong together, under their own small head. */
export function ListGroup({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 className={classes['head']} id={id}>
        {title}
      </h2>
      <RowList label={title}>{children}</RowList>
    </section>
  );
}

import type { ReactNode } from 'react';
import classes from './empty-state.module.css';

/** One sentence on what this room is for, and the one thing to do first. */
export function EmptyState({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className={classes['empty']}>
      <p className={classes['sentence']}>{children}</p>
      {act === undefined ? null : <div className={classes['act']}>{act}</div>}
    </div>
  );
}

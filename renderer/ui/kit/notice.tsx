import type { ReactNode } from 'react';
import classes from './notice.module.css';

/** A plain statement that stays: neither an error nor a question. */
export function Notice({ children, act }: { children: ReactNode; act?: ReactNode }) {
  return (
    <div className={classes['notice']} role="status">
      <p>{children}</p>
      {act}
    </div>
  );
}

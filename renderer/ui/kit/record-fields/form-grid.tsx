import type { ReactNode } from 'react';
import classes from './record-fields.module.css';

/** The fields of a form, one beneath the other. */
export function FormFields({ children }: { children: ReactNode }) {
  return <div className={classes['fields']}>{children}</div>;
}

/** Fields beside one another where there is room. */
export function FormColumns({ children }: { children: ReactNode }) {
  return <div className={classes['columns']}>{children}</div>;
}

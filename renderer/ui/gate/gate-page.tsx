import type { ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import classes from './gate-page.module.css';

/** A sheet in the middle of the desk: everything before the notebook is open looks like this. */
export function GatePage({ title, children, foot, bare }: { title: string; children: ReactNode; foot?: ReactNode; bare?: boolean }) {
  const say = useWords('frame');
  return (
    <main className={classes['desk']} data-testid="gate">
      <div className={classes['sheet']}>
        <p className={classes['brand']}>{say('name')}</p>
        <h1 className={bare === true ? 'only-heard' : classes['title']}>{title}</h1>
        {children}
      </div>
      {foot === undefined ? null : <div className={classes['foot']}>{foot}</div>}
    </main>
  );
}

export function GateActs({ children }: { children: ReactNode }) {
  return <div className={classes['acts']}>{children}</div>;
}

export function GateWords({ children }: { children: ReactNode }) {
  return <p className={classes['words']}>{children}</p>;
}

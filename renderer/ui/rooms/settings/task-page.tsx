import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { paths } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import classes from './settings.module.css';

/** Something that is done step by step, on a page of its own, with the way back to Settings. */
export function TaskPage({ title, about, children, wide }: { title: string; about?: string; children: ReactNode; wide?: boolean }) {
  const say = useWords('laptop');
  return (
    <OnePane label={title} wide={wide ?? false}>
      <Link className={classes['back'] ?? ''} href={paths.settings}>
        {say('back-to-settings')}
      </Link>
      <PageHead title={title} />
      <div className={classes['task']}>
        {about === undefined ? null : <p className={classes['prose']}>{about}</p>}
        {children}
      </div>
    </OnePane>
  );
}

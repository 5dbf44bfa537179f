import { Link } from 'wouter';
import { roomOfKind } from '../../kit/paths.ts';
import { useWords } from '../../words/words.ts';
import classes from './requests.module.css';

export type RequestView = 'list' | 'board' | 'ageing';
const views: readonly RequestView[] = ['list', 'board', 'ageing'];

/** The three ways of looking at the same requests. */
export function RequestViews({ view }: { view: RequestView }) {
  const say = useWords('requests');
  return (
    <nav className={classes['views']} aria-label={say('views.label')}>
      {views.map((one) => (
        <Link key={one} href={one === 'list' ? roomOfKind.request : `${roomOfKind.request}/${one}`} className={classes['view'] ?? ''} aria-current={one === view ? 'page' : undefined}>
          {say(`views.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

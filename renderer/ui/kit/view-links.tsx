import { Link } from 'wouter';
import classes from './view-links.module.css';

export interface ViewLink {
  readonly path: string;
  readonly words: string;
  readonly here: boolean;
}

/** Several ways of looking at the same records, one beside the other. */
export function ViewLinks({ label, links }: { label: string; links: readonly ViewLink[] }) {
  return (
    <nav className={classes['views']} aria-label={label}>
      {links.map((one) => (
        <Link key={one.path} href={one.path} className={classes['view'] ?? ''} aria-current={one.here ? 'page' : undefined}>
          {one.words}
        </Link>
      ))}
    </nav>
  );
}

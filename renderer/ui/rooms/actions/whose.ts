import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { outsideStore } from '../../kit/outside-store.ts';
import { paths } from '../../kit/paths.ts';

/** Whose actions the list shows. */
export type Whose = 'all' | 'mine';

/** It stays while one opens an action beside the list, and goes with the page when the notebook is locked. */
const whose = outsideStore<Whose>('all');

/** Whose actions are looked at; the addresses of either say it and lead on to the list: `null` on the way there. */
export function useWhose(): Whose | null {
  const [location, go] = useLocation();
  const asked: Whose | null = location === paths.myActions ? 'mine' : location === paths.everyAction ? 'all' : null;
  useEffect(() => {
    if (asked === null) return;
    whose.set(asked);
    go(paths.actions, { replace: true });
  }, [asked, go]);
  const now = whose.use();
  return asked === null ? now : null;
}

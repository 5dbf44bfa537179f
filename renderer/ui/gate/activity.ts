import { useEffect } from 'react';
import type { Instant } from '../../../core/ids.ts';

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

let last: Instant = Date.now();

/** Counts as a sign of the person: the time to the lock begins anew. */
export function noteActivity(): void {
  last = Date.now();
}

export function lastActivity(): Instant {
  return last;
}

/** Notes every sign of the person while the notebook is open. */
export function useWatchActivity(): void {
  useEffect(() => {
    noteActivity();
    signs.forEach((sign) => window.addEventListener(sign, noteActivity, { passive: true, capture: true }));
    return () => signs.forEach((sign) => window.removeEventListener(sign, noteActivity, { capture: true }));
  }, []);
}

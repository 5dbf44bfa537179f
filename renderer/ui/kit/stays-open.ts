import { useEffect } from 'react';
import { outsideStore } from './outside-store.ts';

const reasons = outsideStore(0);

/** While it is true the idle lock waits: minutes are being taken and shown to others. */
export function useStaysOpen(active: boolean): void {
  useEffect(() => {
    if (!active) return undefined;
    reasons.change((count) => count + 1);
    return () => reasons.change((count) => count - 1);
  }, [active]);
}

export function useIsKeptOpen(): boolean {
  return reasons.use() > 0;
}

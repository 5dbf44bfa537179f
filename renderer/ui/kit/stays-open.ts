import { useEffect } from 'react';
import { outsideStore } from './outside-store.ts';

/** Why the idle lock waits: minutes are being taken and shown to others, or a backup is written or brought back, which a lock would end. */
export type WhyOpen = 'meeting' | 'backup';

const reasons = outsideStore<readonly WhyOpen[]>([]);

/** Until the returned function is called. */
function keepOpen(why: WhyOpen): () => void {
  reasons.change((all) => [...all, why]);
  return () => reasons.change((all) => all.toSpliced(all.indexOf(why), 1));
}

export function useStaysOpen(why: WhyOpen): void {
  useEffect(() => keepOpen(why), [why]);
}

/** Also when the page on which the work was begun is left. */
export async function staysOpenWhile<Value>(why: WhyOpen, work: Promise<Value>): Promise<Value> {
  const ended = keepOpen(why);
  try {
    return await work;
  } finally {
    ended();
  }
}

/** `null`: nothing keeps it open. */
export function useWhyOpen(): WhyOpen | null {
  return reasons.use()[0] ?? null;
}

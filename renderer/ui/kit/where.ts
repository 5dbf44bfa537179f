import { useEffect } from 'react';
import type { JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import { outsideStore } from './outside-store.ts';

/** Where the person is: what a new record proposes for its case, group and level. */
export interface Where {
  readonly case: RecordId | null;
  readonly jwg: JwgId | null;
  readonly level: MarkingId | null;
}

const nowhere: Where = { case: null, jwg: null, level: null };
const where = outsideStore<Where>(nowhere);

/** A page says where one is while it is open. */
export function useWhere(here: Partial<Where>): void {
  const { case: inCase = null, jwg = null, level = null } = here;
  useEffect(() => {
    where.set({ case: inCase, jwg, level });
    return () => where.set(nowhere);
  }, [inCase, jwg, level]);
}

export function whereNow(): Where {
  return where.get();
}

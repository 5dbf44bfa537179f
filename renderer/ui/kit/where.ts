import { useEffect, useId } from 'react';
import type { JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import { outsideStore } from './outside-store.ts';

/** Where the person is: what a new record proposes for its case, group and level. */
export interface Where {
  readonly case: RecordId | null;
  readonly jwg: JwgId | null;
  readonly level: MarkingId | null;
}

const nowhere: Where = { case: null, jwg: null, level: null };
/** The latest to come is where one is: a form that opens within a page goes before the page, until it closes. */
const where = outsideStore<ReadonlyMap<string, Where>>(new Map());

/** A page says where one is while it is open. */
export function useWhere(here: Partial<Where>): void {
  const id = useId();
  const { case: inCase = null, jwg = null, level = null } = here;
  useEffect(() => {
    // What is known keeps its place in the order.
    where.change((all) => new Map(all).set(id, { case: inCase, jwg, level }));
  }, [id, inCase, jwg, level]);
  useEffect(
    () => () => {
      where.change((all) => new Map([...all].filter(([one]) => one !== id)));
    },
    [id],
  );
}

export function whereNow(): Where {
  return [...where.get().values()].at(-1) ?? nowhere;
}

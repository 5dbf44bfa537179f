import { useCallback, useState } from 'react';
import type { RecordId } from '../../../../core/ids.ts';
import type { ListQuery } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';

export interface Selection {
  readonly chosen: ReadonlySet<RecordId>;
  readonly toggle: (record: RecordId, place: number) => void;
  /** Everything between the last one chosen and this. */
  readonly extendTo: (place: number) => Promise<void>;
  readonly chooseAll: () => Promise<void>;
  readonly clear: () => void;
}

const nothing: ReadonlySet<RecordId> = new Set();

/** The rows that were chosen, also those that are not drawn now. */
export function useSelection(query: ListQuery, total: number): Selection {
  const engine = useEngine();
  const [chosen, setChosen] = useState(nothing);
  const [anchor, setAnchor] = useState<number | null>(null);
  const toggle = useCallback((record: RecordId, place: number) => {
    setAnchor(place);
    setChosen((now) => {
      const next = new Set(now);
      if (!next.delete(record)) next.add(record);
      return next;
    });
  }, []);
  const extendTo = async (place: number) => {
    const from = anchor ?? place;
    const first = Math.min(from, place);
    const records = await engine.lists.recordsAt(query, { from: first, count: Math.abs(place - from) + 1 });
    setAnchor(from);
    setChosen(new Set(records));
  };
  const chooseAll = async () => {
    setChosen(new Set(await engine.lists.recordsAt(query, { from: 0, count: total })));
  };
  const clear = useCallback(() => setChosen(nothing), []);
  return { chosen, toggle, extendTo, chooseAll, clear };
}

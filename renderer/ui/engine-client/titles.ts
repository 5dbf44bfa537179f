import { useState } from 'react';
import type { RecordId } from '../../../core/ids.ts';
import type { NamedRecord } from '../../engine/api.ts';
import { outsideStore, type OutsideStore } from '../kit/outside-store.ts';
import { useEngineQueryKept } from './engine-context.tsx';

/** Which names somebody needs: gathered while the screen is drawn, asked for together afterwards. */
interface Wanted {
  readonly asked: OutsideStore<readonly RecordId[]>;
  readonly want: (record: RecordId) => void;
}

function newWanted(): Wanted {
  const asked = outsideStore<readonly RecordId[]>([]);
  const gathering = new Set<RecordId>();
  const want = (record: RecordId) => {
    if (gathering.has(record)) return;
    gathering.add(record);
    queueMicrotask(() => {
      if (asked.get().length < gathering.size) asked.set([...gathering].sort());
    });
  };
  return { asked, want };
}

/**
 * What the records are called that others point to: `named(record)` while drawing. Those that are not
 * known yet are asked for together afterwards, and what shows them is drawn again; `undefined` until
 * then, `null` when the notebook does not have the record.
 */
export function useNamed(): (record: RecordId) => NamedRecord | null | undefined {
  const [{ asked, want }] = useState(newWanted);
  const wanted = asked.use();
  const answer = useEngineQueryKept(['records', 'any', 'named', ...wanted], (engine) => engine.notebook.named(wanted), { enabled: wanted.length > 0 });
  const known = new Map((answer.data ?? []).map((one) => [one.record, one] as const));
  return (record) => {
    const found = known.get(record);
    if (found !== undefined) return found;
    want(record);
    return wanted.includes(record) && answer.isSuccess && !answer.isPlaceholderData ? null : undefined;
  };
}

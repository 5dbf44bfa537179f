import { useCallback, useEffect, useRef } from 'react';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { EngineEvent } from '../../../engine/api.ts';
import { useEngine, useEngineEvents } from '../../engine-client/engine-context.tsx';
import type { RecordEditing } from './record-editing.ts';

/**
 * A form in which nobody is writing follows its record: after a change from elsewhere (an undo, many
 * changed at once, a delivery) it is opened anew. What is being typed is left alone, and united with
 * what came at the next save.
 */
export function useFollowRecord<Kind extends RecordKind>(editing: RecordEditing<Kind>, onRefresh: () => void): void {
  const engine = useEngine();
  const latest = useRef({ editing, onRefresh });
  useEffect(() => {
    latest.current = { editing, onRefresh };
  });
  const { kind, record } = editing;
  const look = useCallback(async () => {
    if (record === null) return;
    const opened = await engine.notebook.open(kind, record);
    const { editing: now, onRefresh: refresh } = latest.current;
    if (!opened.ok || opened.value.draft !== null || now.busy || now.keeper.saving.state === 'typing') return;
    const known = new Set(now.heads);
    if (opened.value.heads.length !== known.size || opened.value.heads.some((head) => !known.has(head))) refresh();
  }, [engine, kind, record]);
  const listen = useCallback(
    (event: EngineEvent) => {
      if (event.type === 'records' && event.records.some((one) => one.record === record) && !latest.current.editing.busy) void look();
    },
    [record, look],
  );
  useEngineEvents(listen);
}

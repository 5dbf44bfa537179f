import { useCallback, useEffect, useRef, useState } from 'react';
import type { MarkingId } from '../../../core/ids.ts';
import type { Failure } from '../../../core/result.ts';
import type { EngineEvent, TakenFile } from '../../engine/api.ts';
import { useEngine, useEngineEvents } from '../engine-client/engine-context.tsx';
import type { Dropped } from './dropped-files.ts';

/** A file on its way in, or one that did not come in. */
export interface Taking {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** 0 to 1. */
  readonly share: number;
  readonly failure: Failure | null;
}

export interface TakingIn {
  readonly list: readonly Taking[];
  readonly take: (files: readonly Dropped[]) => void;
  /** Stops one, or takes its refusal off the screen. */
  readonly dismiss: (id: string) => void;
}

/**
 * Takes files in one after the other. What is still coming when the page is left is stopped: the
 * person still has the file, and a record would not know of it.
 */
export function useTaking(level: MarkingId, onTaken: (about: { readonly name: string; readonly mediaType: string }, taken: TakenFile) => void): TakingIn {
  const engine = useEngine();
  const [list, setList] = useState<readonly Taking[]>([]);
  const waiting = useRef<{ readonly id: string; readonly dropped: Dropped }[]>([]);
  const current = useRef<string | null>(null);
  const gone = useRef(false);
  const latest = useRef({ level, onTaken });
  useEffect(() => void (latest.current = { level, onTaken }));

  const change = useCallback((id: string, next: Partial<Taking>) => setList((now) => now.map((one) => (one.id === id ? { ...one, ...next } : one))), []);
  const remove = useCallback((id: string) => setList((now) => now.filter((one) => one.id !== id)), []);

  const run = useCallback(async () => {
    if (current.current !== null) return;
    for (let next = waiting.current.shift(); next !== undefined && !gone.current; next = waiting.current.shift()) {
      const { id, dropped } = next;
      current.current = id;
      const answer = await engine.files.take({ intake: id, content: dropped.file, level: latest.current.level }).catch(() => ({ ok: false as const, failure: { code: 'broken' } }));
      current.current = null;
      if (gone.current) return;
      if (answer.ok) latest.current.onTaken({ name: dropped.name, mediaType: dropped.file.type }, answer.value);
      if (answer.ok || answer.failure.code === 'cancelled') remove(id);
      else change(id, { failure: answer.failure });
    }
  }, [engine, change, remove]);

  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      waiting.current = [];
      if (current.current !== null) void engine.files.stop(current.current);
      current.current = null;
    };
  }, [engine]);

  useEngineEvents(
    useCallback((event: EngineEvent) => {
      if (event.type === 'file') change(event.name, { share: event.total === 0 ? 0 : event.done / event.total });
    }, [change]),
  );

  const take = (files: readonly Dropped[]) => {
    const added = files.map((dropped) => ({ id: crypto.randomUUID(), dropped }));
    waiting.current.push(...added);
    setList((now) => [...now, ...added.map(({ id, dropped }) => ({ id, name: dropped.name, size: dropped.file.size, share: 0, failure: null }))]);
    void run();
  };
  const dismiss = (id: string) => {
    waiting.current = waiting.current.filter((one) => one.id !== id);
    if (current.current === id) void engine.files.stop(id);
    else remove(id);
  };
  return { list, take, dismiss };
}

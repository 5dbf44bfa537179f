import { useCallback, useEffect, useRef } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { RecordId } from '../../../../core/ids.ts';
import type { ReviewBegun } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useKeepTyped } from '../../kit/keep-typed.ts';

/** A pause in typing after which it is kept, in milliseconds. */
const pause = 400;

/** Keeps what was typed at every pause, and before the laptop locks. Answers how to end it: nothing of it is kept then. */
export function useKeepReview(record: RecordId, review: ReviewBegun): () => Promise<void> {
  const engine = useEngine();
  const client = useQueryClient();
  const now = useRef(review);
  const kept = useRef(JSON.stringify(review));
  const ended = useRef(false);
  useEffect(() => {
    now.current = review;
  });
  const keep = useCallback(async () => {
    const text = JSON.stringify(now.current);
    if (ended.current || text === kept.current) return;
    kept.current = text;
    client.setQueryData(['vault', 'lowering', record], now.current);
    await engine.lowering.keep(record, now.current);
  }, [engine, client, record]);
  useKeepTyped(keep);
  const text = JSON.stringify(review);
  useEffect(() => {
    const timer = window.setTimeout(() => void keep(), pause);
    return () => window.clearTimeout(timer);
  }, [text, keep]);
  // Another room is entered before the pause.
  useEffect(() => () => void keep(), [keep]);
  return useCallback(async () => {
    ended.current = true;
    await engine.lowering.keep(record, null);
    client.setQueryData(['vault', 'lowering', record], null);
  }, [engine, client, record]);
}

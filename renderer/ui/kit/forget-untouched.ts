import { useEffect, useRef } from 'react';
import type { DraftId } from '../../../core/ids.ts';
import { useEngine } from '../engine-client/engine-context.tsx';

/** A new record whose page was left untouched leaves no draft behind. */
export function useForgetUntouched(draft: DraftId, isUntouched: () => boolean): void {
  const engine = useEngine();
  const latest = useRef(isUntouched);
  useEffect(() => {
    latest.current = isUntouched;
  });
  useEffect(
    () => () => {
      if (latest.current()) void engine.drafts.discard(draft);
    },
    [engine, draft],
  );
}

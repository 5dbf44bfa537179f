import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Settings } from '../../engine/api.ts';
import { tellFailure } from '../kit/tell-failure.tsx';
import { useEngine } from './engine-context.tsx';

/** Keeps some settings, quietly; what is shown follows when they are kept. `false` when they could not be. */
export function useKeepSettings(): (change: Partial<Settings>) => Promise<boolean> {
  const engine = useEngine();
  const client = useQueryClient();
  return useCallback(
    async (change) => {
      const kept = await engine.vault.changeSettings(change);
      if (kept.ok) client.setQueryData(['vault', 'settings'], kept.value);
      else tellFailure(kept.failure);
      return kept.ok;
    },
    [engine, client],
  );
}

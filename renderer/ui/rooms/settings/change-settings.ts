import type { Settings } from '../../../engine/api.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { reportSaved } from '../../kit/saved-state.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';

/** Keeps a changed setting; what is shown follows when it is kept. */
export function useChangeSettings(): (change: Partial<Settings>) => Promise<void> {
  const engine = useEngine();
  const client = useQueryClient();
  return async (change) => {
    const kept = await engine.vault.changeSettings(change);
    if (!kept.ok) return tellFailure(kept.failure);
    client.setQueryData(['vault', 'settings'], kept.value);
    reportSaved(Date.now());
  };
}

import { keepPreviousData, QueryCache, QueryClient, QueryClientProvider, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import type { EngineEvent, Me, Settings, Surroundings } from '../../engine/api.ts';
import { tellFailure } from '../kit/tell-failure.tsx';
import type { Engine, RunningEngine } from './start-engine.ts';
import { pouchPreviewKey, refreshAfter, type QueryKey } from './topics.ts';

const EngineContext = createContext<RunningEngine | null>(null);

function newQueryClient(): QueryClient {
  const client = new QueryClient({
    // Expected failures are values; what is thrown is told, and nothing stays empty without a word.
    queryCache: new QueryCache({ onError: () => tellFailure({ code: 'broken' }) }),
    defaultOptions: {
      // The engine says when something changed; nothing is asked again for other reasons.
      queries: { staleTime: Infinity, retry: false, refetchOnWindowFocus: false, networkMode: 'always', structuralSharing: true },
    },
  });
  // Whoever opens the Pouch sees what goes now, not what would have gone when it was last open.
  client.setQueryDefaults(pouchPreviewKey, { gcTime: 0 });
  return client;
}

/** Gives everything below the engine, and keeps what it shows fresh. */
export function EngineProvider({ running, children }: { running: RunningEngine; children: ReactNode }) {
  const [client] = useState(newQueryClient);
  useEffect(() => running.listen((event) => refreshAfter(event, client)), [running, client]);
  return (
    <EngineContext value={running}>
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    </EngineContext>
  );
}

export function useRunningEngine(): RunningEngine {
  const running = useContext(EngineContext);
  if (running === null) throw new Error('No EngineProvider above');
  return running;
}

/** The engine, to act: `await engine.notebook.save(…)`. */
export function useEngine(): Engine {
  return useRunningEngine().engine;
}

/**
 * What the engine answers, kept fresh by its events. The key begins with its topic:
 * `useEngineQuery(['records', 'note', 'list', caseId], (engine) => engine.notebook.list('note', { case: caseId }))`.
 */
export function useEngineQuery<Answer>(
  key: QueryKey,
  ask: (engine: Engine) => Promise<Answer>,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Answer> {
  const engine = useEngine();
  return useQuery({ queryKey: key, queryFn: () => ask(engine), enabled: options.enabled ?? true });
}

/**
 * The same for what is asked again with other words: the answer before stays until the next one is there.
 * `eachTime`: earlier answers to the same words are forgotten, because the engine is to know of each asking.
 */
export function useEngineQueryKept<Answer>(
  key: QueryKey,
  ask: (engine: Engine) => Promise<Answer>,
  options: { readonly enabled?: boolean; readonly eachTime?: boolean } = {},
): UseQueryResult<Answer> {
  const engine = useEngine();
  return useQuery({ queryKey: key, queryFn: () => ask(engine), enabled: options.enabled ?? true, placeholderData: keepPreviousData, ...(options.eachTime === true ? { gcTime: 0 } : {}) });
}

/** Calls the listener after every event of the engine while the component is there. */
export function useEngineEvents(listener: (event: EngineEvent) => void): void {
  const running = useRunningEngine();
  useEffect(() => running.listen(listener), [running, listener]);
}

/** The person at this laptop; `undefined` until the engine has answered. */
export function useMe(): Me | undefined {
  return useEngineQuery(['vault', 'me'], (engine) => engine.vault.me()).data;
}

/** Markings, ceiling and groups; `undefined` until the engine has answered. */
export function useSurroundings(): Surroundings | undefined {
  return useEngineQuery(['surroundings'], (engine) => engine.organisation.surroundings()).data;
}

export function useSettings(): Settings | undefined {
  return useEngineQuery(['vault', 'settings'], (engine) => engine.vault.settings()).data;
}

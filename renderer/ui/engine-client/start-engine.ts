import { proxy, wrap } from 'comlink';
import type { EngineApi, EngineEvent } from '../../engine/api.ts';
import { bridge } from './bridge.ts';
import { engineHost } from './engine-host.ts';
import { isSample } from './workspace.ts';

/** The engine as the interface calls it: the same methods, answered from the worker. */
export type Engine = Omit<EngineApi, 'connect' | 'subscribe'>;

export interface RunningEngine {
  readonly engine: Engine;
  /** Calls the listener after every event, until the returned function is called. */
  listen(listener: (event: EngineEvent) => void): () => void;
  /** Ends the worker, and with it every key and every opened text that it held. */
  end(): void;
}

/** Starts the worker and hands it its host. Throws when the worker does not load. */
export async function startEngine(): Promise<RunningEngine> {
  const worker = isSample()
    ? new Worker(new URL('../../engine/worker.ts', import.meta.url), { type: 'module', name: 'sample' })
    : new Worker(new URL('../../engine/worker.ts', import.meta.url), { type: 'module' });
  const remote = wrap<EngineApi>(worker);
  const listeners = new Set<(event: EngineEvent) => void>();
  const broken = new Promise<never>((_, reject) => {
    worker.addEventListener('error', () => reject(new Error('The engine did not load')), { once: true });
  });
  await Promise.race([remote.connect(proxy(engineHost(bridge()))), broken]);
  await remote.subscribe(proxy((event) => listeners.forEach((one) => one(event))));
  return {
    // Comlink's type promises the inner objects; calls through them are what it does in fact.
    engine: remote as unknown as Engine,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    end: () => worker.terminate(),
  };
}

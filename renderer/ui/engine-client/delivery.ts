import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { DeliveryProgress, EngineEvent } from '../../engine/api.ts';
import type { Failure } from '../../../core/result.ts';
import { tellFailure } from '../kit/tell-failure.tsx';
import { outsideStore } from '../kit/outside-store.ts';
import { useEngine, useEngineEvents, useEngineQuery } from './engine-context.tsx';
import type { Engine } from './start-engine.ts';
import { pouchPreviewKey } from './topics.ts';

/** A delivery goes on while one is elsewhere in the app; this is what is known of it. */
export interface Delivery {
  readonly running: boolean;
  /** Somebody here waits for its answer; else it goes by itself. */
  readonly asked: boolean;
  readonly progress: DeliveryProgress | null;
  /** Why the last one that was asked for here did not even begin or did not end well. */
  readonly failure: Failure | null;
}

const delivery = outsideStore<Delivery>({ running: false, asked: false, progress: null, failure: null });

/** What the Pouch holds and what came of the last exchange. */
export function usePouchPreview(options: { readonly enabled?: boolean } = {}) {
  return useEngineQuery(pouchPreviewKey, (engine) => engine.pouch.preview(), options).data;
}

/**
 * An exchange is over for the screen when what came of it can be shown: until then the preview tells
 * of the exchange before, and that must not be read as the result of this one.
 */
async function showWhatCame(engine: Engine, client: QueryClient): Promise<void> {
  client.setQueryData(pouchPreviewKey, await engine.pouch.preview());
}

/** Once, in the frame: follows the engine's events. */
export function useFollowDelivery(): void {
  const engine = useEngine();
  const client = useQueryClient();
  useEngineEvents(
    useCallback(
      (event: EngineEvent) => {
        if (event.type !== 'delivery') return;
        const { progress } = event;
        delivery.change((now) => ({ ...now, running: true, progress }));
        if (progress.phase !== 'done' || delivery.get().asked) return;
        void showWhatCame(engine, client).finally(() => delivery.change((now) => (now.progress === progress ? { ...now, running: false } : now)));
      },
      [engine, client],
    ),
  );
}

export function useDelivery(): Delivery & { readonly deliver: () => Promise<void>; readonly cancel: () => Promise<void> } {
  const engine = useEngine();
  const client = useQueryClient();
  const now = delivery.use();
  const deliver = async () => {
    if (delivery.get().running) return;
    delivery.set({ running: true, asked: true, progress: null, failure: null });
    let failure: Failure | null = null;
    try {
      const answer = await engine.pouch.exchange();
      // The report of what did happen comes with the preview; here only what prevented it.
      failure = answer.ok ? null : answer.failure;
      await showWhatCame(engine, client);
    } finally {
      delivery.set({ running: false, asked: false, progress: null, failure });
    }
  };
  const cancel = async () => {
    const answer = await engine.pouch.cancel();
    if (!answer.ok) tellFailure(answer.failure);
  };
  return { ...now, deliver, cancel };
}

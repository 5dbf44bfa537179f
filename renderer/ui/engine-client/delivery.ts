import { useCallback } from 'react';
import type { DeliveryProgress, EngineEvent } from '../../engine/api.ts';
import type { Failure } from '../../../core/result.ts';
import { tellFailure } from '../kit/tell-failure.tsx';
import { outsideStore } from '../kit/outside-store.ts';
import { useEngine, useEngineEvents } from './engine-context.tsx';

/** A delivery goes on while one is elsewhere in the app; this is what is known of it. */
export interface Delivery {
  readonly running: boolean;
  readonly progress: DeliveryProgress | null;
  /** Why the last one that was asked for here did not even begin or did not end well. */
  readonly failure: Failure | null;
}

const delivery = outsideStore<Delivery>({ running: false, progress: null, failure: null });

/** Once, in the frame: follows the engine's events. */
export function useFollowDelivery(): void {
  useEngineEvents(
    useCallback((event: EngineEvent) => {
      if (event.type === 'delivery') delivery.change((now) => ({ ...now, running: event.progress.phase !== 'done', progress: event.progress }));
    }, []),
  );
}

export function useDelivery(): Delivery & { readonly deliver: () => Promise<void>; readonly cancel: () => Promise<void> } {
  const engine = useEngine();
  const now = delivery.use();
  const deliver = async () => {
    if (delivery.get().running) return;
    delivery.set({ running: true, progress: null, failure: null });
    const answer = await engine.pouch.exchange();
    // The report of what did happen comes with the preview; here only what prevented it.
    delivery.set({ running: false, progress: null, failure: answer.ok ? null : answer.failure });
  };
  const cancel = async () => {
    const answer = await engine.pouch.cancel();
    if (!answer.ok) tellFailure(answer.failure);
  };
  return { ...now, deliver, cancel };
}

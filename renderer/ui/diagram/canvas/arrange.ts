import type { RecordId } from '../../../../core/ids.ts';
import type { GraphRelation, GraphSubject } from '../../../../core/diagram/link-graph.ts';
import { ringPlaces, type Place, type Places } from '../../../../core/diagram/places.ts';

export interface ArrangeTask {
  readonly subjects: readonly Pick<GraphSubject, 'record'>[];
  readonly relations: readonly Pick<GraphRelation, 'record' | 'from' | 'to'>[];
}

export type ArrangedPlaces = readonly (readonly [RecordId, Place])[];

export interface Arranging {
  /** Resolves with where everything stands; with rings when the worker does not start. */
  readonly places: Promise<Places>;
  /** Gives it up: nothing is told any more. */
  readonly stop: () => void;
}

/** Arranges a diagram by its relations, in a worker: hundreds of subjects take seconds, and one goes on meanwhile. */
export function arrange({ subjects, relations }: ArrangeTask): Arranging {
  const worker = new Worker(new URL('./arrange-worker.ts', import.meta.url), { type: 'module' });
  const places = new Promise<Places>((resolve) => {
    const end = (found: Places) => {
      worker.terminate();
      resolve(found);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<ArrangedPlaces>) => end(new Map(data)), { once: true });
    worker.addEventListener('error', () => end(ringPlaces(subjects, relations)), { once: true });
  });
  // The ids and ends alone: a worker need not know names.
  worker.postMessage({
    subjects: subjects.map(({ record }) => ({ record })),
    relations: relations.map(({ record, from, to }) => ({ record, from, to })),
  } satisfies ArrangeTask);
  return { places, stop: () => worker.terminate() };
}

import type { MarkingId } from '../../../core/ids.ts';

interface Underway {
  readonly marking: MarkingId | null;
  readonly abort: AbortController;
}

/** Requests under way, so that those which may not go on can be cut when the channel changes. */
export interface InFlight {
  /** Begins one; `end` is to be called when its last byte has passed. */
  begin(marking: MarkingId | null): { readonly signal: AbortSignal; end(): void };
  /** Cuts those that no longer may. */
  cut(may: (marking: MarkingId | null) => boolean): void;
}

export function trackInFlight(): InFlight {
  const all = new Set<Underway>();
  return {
    begin: (marking) => {
      const one = { marking, abort: new AbortController() };
      all.add(one);
      return { signal: one.abort.signal, end: () => void all.delete(one) };
    },
    cut: (may) => {
      for (const one of all) {
        if (may(one.marking)) continue;
        all.delete(one);
        one.abort.abort();
      }
    },
  };
}

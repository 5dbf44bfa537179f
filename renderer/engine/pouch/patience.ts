import { passesByItself, WireFailure } from './answers.ts';

/** Waits, or throws `cancelled` at once when the signal says so. */
export type Pause = (milliseconds: number, signal: AbortSignal) => Promise<void>;

export const pause: Pause = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(new WireFailure('cancelled'));
    };
    if (signal.aborted) return reject(new WireFailure('cancelled'));
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal.addEventListener('abort', stop, { once: true });
  });

export interface Patience {
  readonly pause: Pause;
  readonly signal: AbortSignal;
  /** Tries in all; the fifth failure in a row is the answer. */
  readonly tries: number;
}

const longest = 60_000;

/** Milliseconds before the next try: half a second, doubling, spread by up to a half; the server's own wish if it asked for more. */
export function waitBefore(attempt: number, asked: number | null, random: () => number = Math.random): number {
  const own = 500 * 2 ** attempt * (1 + random() / 2);
  return Math.min(longest, Math.max(own, asked ?? 0));
}

/**
 * Tries again after what passes by itself: no answer, a cut answer, garbage, 429, 5xx. Anything
 * else, and the last failure, is thrown.
 */
export async function withPatience<Value>(patience: Patience, attempt: () => Promise<Value>): Promise<Value> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await attempt();
    } catch (cause) {
      if (!(cause instanceof WireFailure) || !passesByItself(cause.code) || tried + 1 >= patience.tries) throw cause;
      await patience.pause(waitBefore(tried, cause.wait), patience.signal);
    }
  }
}

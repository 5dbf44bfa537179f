import { failed, type Result } from '../../../core/result.ts';

type Work<Value, Code extends string> = (signal: AbortSignal) => Promise<Result<Value, Code>>;

export interface Runner {
  /** Runs something that must not happen while an exchange does: it waits for the one under way, and the next waits for it. */
  alone<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Alone, and until it is stopped. What nobody asked for is stopped for it. */
  run<Value, Code extends string>(work: Work<Value, Code>): Promise<Result<Value, Code | 'busy' | 'cancelled'>>;
  /** For what nobody asked for: only while nothing that was asked for runs or is about to. */
  runUnasked<Value, Code extends string>(work: Work<Value, Code>): Promise<Result<Value, Code | 'busy' | 'cancelled'>>;
  cancel(): Promise<void>;
  /** The same, but what was asked for goes on. */
  cancelUnasked(): Promise<void>;
  close(): Promise<void>;
}

/** One exchange at a time. */
export function createRunner(): Runner {
  let running: { readonly stop: AbortController; readonly end: Promise<unknown>; readonly isAsked: boolean } | null = null;
  let asked = 0;
  let closed = false;
  async function cancel(): Promise<void> {
    running?.stop.abort();
    await running?.end.catch(() => undefined);
  }
  async function begin<Value, Code extends string>(work: Work<Value, Code>, isAsked: boolean): Promise<Result<Value, Code | 'busy' | 'cancelled'>> {
    if (closed) return failed('cancelled');
    if (running !== null) return failed('busy');
    const stop = new AbortController();
    const end = work(stop.signal);
    const mine = { stop, end, isAsked };
    running = mine;
    try {
      return await end;
    } finally {
      if (running === mine) running = null;
    }
  }
  async function makeWay(): Promise<void> {
    const before = running;
    if (before === null || before.isAsked) return;
    await cancel();
    // Whoever waits for its end may hear of it before the line above that forgets it.
    if (running === before) running = null;
  }
  return {
    async alone(work) {
      const before = running;
      const end = (async () => {
        await before?.end.catch(() => undefined);
        return work();
      })();
      // Whoever stops now means the exchange that is waited for: it must stay within reach.
      const mine = { stop: before?.stop ?? new AbortController(), end, isAsked: true };
      running = mine;
      try {
        return await end;
      } finally {
        if (running === mine) running = null;
      }
    },
    async run(work) {
      asked += 1;
      try {
        await makeWay();
        return await begin(work, true);
      } finally {
        asked -= 1;
      }
    },
    runUnasked: async (work) => (asked > 0 ? failed('busy') : begin(work, false)),
    cancel,
    cancelUnasked: makeWay,
    async close() {
      closed = true;
      await cancel();
    },
  };
}

import type { DeliveryProgress } from '../api.ts';

/** Milliseconds between two events: at most ten a second. */
const interval = 100;
/** Milliseconds over which the speed is measured. */
const speedOver = 4_000;

export interface Progress {
  phase(phase: DeliveryProgress['phase'], total: number): void;
  /** More of the phase is done. */
  done(count: number): void;
  /** What is done and to do, as the phase's source counts it. */
  at(done: number, total: number): void;
  /** Bytes moved over the network in so many milliseconds. */
  moved(bytes: number, milliseconds: number): void;
  bytesPerSecond(): number | null;
}

/** Tells the interface how far an exchange is. A change of phase is told at once, the rest at most ten times a second. */
export function createProgress(tell: (progress: DeliveryProgress) => void, elapsed: () => number): Progress {
  let current: DeliveryProgress = { phase: 'sealing', done: 0, total: 0, bytesPerSecond: null };
  let told = -interval;
  let samples: readonly { readonly at: number; readonly bytes: number; readonly milliseconds: number }[] = [];

  function update(change: Partial<DeliveryProgress>, now: boolean): void {
    current = { ...current, ...change };
    if (!now && elapsed() - told < interval) return;
    told = elapsed();
    tell(current);
  }
  function speed(): number | null {
    const milliseconds = samples.reduce((total, one) => total + one.milliseconds, 0);
    const bytes = samples.reduce((total, one) => total + one.bytes, 0);
    return milliseconds === 0 ? current.bytesPerSecond : Math.round((bytes * 1000) / milliseconds);
  }
  return {
    phase: (phase, total) => update({ phase, done: 0, total }, true),
    done: (count) => update({ done: current.done + count, total: Math.max(current.total, current.done + count) }, false),
    at: (done, total) => update({ done, total: Math.max(done, total) }, false),
    moved(bytes, milliseconds) {
      const at = elapsed();
      samples = [...samples.filter((one) => at - one.at < speedOver), { at, bytes, milliseconds: Math.max(1, milliseconds) }];
      update({ bytesPerSecond: speed() }, false);
    },
    bytesPerSecond: () => current.bytesPerSecond,
  };
}

import type { DeliveryProgress } from '../api.ts';
import type { LineSpeed } from './line-speed.ts';

/** Milliseconds between two events: at most ten a second. */
const interval = 100;

export interface Progress {
  phase(phase: DeliveryProgress['phase'], total: number): void;
  /** More of the phase is done. */
  done(count: number): void;
  /** What is done and to do, as the phase's source counts it. */
  at(done: number, total: number): void;
  /** Bytes on the wire of one of what the phase counts, on average, as far as is known now. */
  weighs(bytes: number): void;
  /** Time has passed: what is on its way has come further, though nothing new is known. */
  tick(): void;
}

type Counted = Pick<DeliveryProgress, 'phase' | 'done' | 'total'>;

/**
 * Tells the interface how far an exchange is: a change of phase at once, the rest at most ten times a
 * second. Bytes are what is surely done of what is counted, and what the line has in flight besides.
 */
export function createProgress(tell: (progress: DeliveryProgress) => void, elapsed: () => number, line: Pick<LineSpeed, 'bytesPerSecond' | 'inFlight'>): Progress {
  let counted: Counted = { phase: 'sealing', done: 0, total: 0 };
  let weight: number | null = null;
  let furthest = 0;
  let told = -interval;

  function bytesNow(): DeliveryProgress['bytes'] {
    if (weight === null || counted.total === 0) return null;
    const total = counted.total * weight;
    // A guess that was too high waits until the count has come up to it.
    furthest = Math.min(total, Math.max(furthest, counted.done * weight + (counted.done < counted.total ? line.inFlight() : 0)));
    return { done: Math.round(furthest), total: Math.round(total) };
  }
  function update(change: Partial<Counted>, now: boolean): void {
    counted = { ...counted, ...change };
    if (!now && elapsed() - told < interval) return;
    told = elapsed();
    const bytes = bytesNow();
    const speed = line.bytesPerSecond();
    const secondsLeft = bytes === null || speed === null ? null : Math.ceil((bytes.total - bytes.done) / speed);
    tell({ ...counted, bytes, bytesPerSecond: speed === null ? null : Math.round(speed), secondsLeft });
  }
  return {
    phase(phase, total) {
      weight = null;
      furthest = 0;
      update({ phase, done: 0, total }, true);
    },
    done: (count) => update({ done: counted.done + count, total: Math.max(counted.total, counted.done + count) }, false),
    at: (done, total) => update({ done, total: Math.max(done, total) }, false),
    weighs(bytes) {
      const isNew = weight === null;
      weight = bytes;
      update({}, isNew);
    },
    tick: () => update({}, false),
  };
}

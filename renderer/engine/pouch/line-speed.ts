import type { LineWatch, Passing } from './line-watch.ts';

/** A time in which bytes passed without a break. */
interface Stretch {
  readonly from: number;
  to: number;
  bytes: number;
}

/** Milliseconds of use of the line that the speed is taken from; a single body that took longer is taken whole. */
const takenFrom = 15_000;
/** Below this many bytes a body says how long the way there and back is, and nothing of the speed. */
const telling = 4_000;
/** A body on its way counts up to this share; the rest is told when it is surely there. */
const mostInFlight = 0.95;

/**
 * How fast the line is, from bodies as they pass, in both directions and side by side. Bytes of a body
 * that is sent are known to be there only when the answer begins; until then they are guessed from the
 * speed. `elapsed`: milliseconds that only ever grow.
 */
export class LineSpeed {
  /** Bytes that surely passed. */
  sent = 0;
  received = 0;
  private readonly elapsed: () => number;
  private stretches: Stretch[] = [];
  private readonly leaving = new Set<Stretch>();
  private readonly coming = new Set<Stretch>();

  constructor(elapsed: () => number) {
    this.elapsed = elapsed;
  }

  readonly watch: LineWatch = (bytes) => {
    const leaving: Stretch = { from: this.elapsed(), to: 0, bytes };
    this.leaving.add(leaving);
    return this.passing(leaving);
  };

  /** Bytes in a second; `null` as long as nothing has passed that would tell. */
  bytesPerSecond(): number | null {
    const chosen: Stretch[] = [];
    let used = 0;
    for (const one of [...this.coming].filter(tells).concat(this.stretches.toReversed())) {
      chosen.push(one);
      used = usedIn(chosen);
      if (used >= takenFrom) break;
    }
    const bytes = chosen.reduce((total, one) => total + one.bytes, 0);
    return used === 0 ? null : (bytes * 1000) / used;
  }

  /** Bytes of bodies that are on their way at this moment: what of an answer is here, and what of a request has probably gone. */
  inFlight(): number {
    const speed = this.bytesPerSecond();
    const now = this.elapsed();
    const coming = [...this.coming].reduce((total, one) => total + one.bytes, 0);
    if (speed === null) return coming;
    // Bodies that leave side by side share the line.
    const share = speed / Math.max(1, this.leaving.size) / 1000;
    return coming + [...this.leaving].reduce((total, one) => total + Math.min(one.bytes * mostInFlight, (now - one.from) * share), 0);
  }

  private passing(leaving: Stretch): Passing {
    const coming: Stretch = { from: 0, to: 0, bytes: 0 };
    const sent = () => {
      if (!this.leaving.delete(leaving)) return;
      this.sent += leaving.bytes;
      this.keep({ ...leaving, to: this.elapsed() });
    };
    return {
      sent: () => {
        sent();
        const now = this.elapsed();
        Object.assign(coming, { from: now, to: now });
        this.coming.add(coming);
      },
      received: (bytes) => {
        this.received += bytes;
        coming.bytes += bytes;
        coming.to = this.elapsed();
      },
      ended: () => {
        // A request that had no answer is not known to have gone.
        this.leaving.delete(leaving);
        if (this.coming.delete(coming)) this.keep(coming);
      },
    };
  }

  private keep(stretch: Stretch): void {
    if (!tells(stretch)) return;
    // The newest matter; a stretch more than the speed is taken from is harmless.
    this.stretches = [...this.stretches.slice(-63), stretch];
  }
}

function tells({ bytes, from, to }: Stretch): boolean {
  return bytes >= telling && to > from;
}

/** Milliseconds in which at least one of them passed. */
function usedIn(stretches: readonly Stretch[]): number {
  let used = 0;
  let until = -Infinity;
  for (const { from, to } of stretches.toSorted((one, other) => one.from - other.from)) {
    used += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return used;
}

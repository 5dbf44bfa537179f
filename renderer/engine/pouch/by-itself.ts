import type { NetworkId } from '../../../core/ids.ts';
import type { Result } from '../../../core/result.ts';
import type { DeliveryFailure, DeliveryReport } from '../api.ts';
import { WireFailure } from './answers.ts';
import type { Pause } from './patience.ts';

/** Milliseconds between two looks at what the laptop is on; no look asks the server anything. */
const look = 10_000;
/** Milliseconds between two questions for news on one network. */
const newsEvery = 120_000;
/** Milliseconds before the try after a failure: doubled with each, up to the longest. */
const firstWait = 30_000;
const longestWait = 15 * 60_000;

export interface ByItselfMeans {
  readonly pause: Pause;
  /** Milliseconds that only ever grow. */
  readonly elapsed: () => number;
  /** The network on which an exchange could be made now; `null`: on none, or the person does not want it, now or at all. */
  network(): Promise<NetworkId | null>;
  /** How many records have changes that did not go. */
  unsent(): number;
  exchange(): Promise<Result<DeliveryReport, DeliveryFailure>>;
}

export interface ByItself {
  end(): Promise<void>;
}

/**
 * Delivers and receives while a network that may carry something is there: when it appears, when
 * something was written since, and every two minutes for news. After a failure it waits longer each
 * time; another network begins anew.
 */
export function deliverByItself(means: ByItselfMeans): ByItself {
  const stop = new AbortController();
  const rounds = new Rounds(means);
  const follow = async () => {
    while (!stop.signal.aborted) {
      await means.pause(look, stop.signal);
      // What goes wrong in looking goes wrong again or passes; nobody waits for this.
      await rounds.look().catch(() => undefined);
    }
  };
  const end = follow().catch((cause: unknown) => {
    if (!(cause instanceof WireFailure)) throw cause;
  });
  return {
    end: async () => {
      stop.abort();
      await end;
    },
  };
}

/** When the next exchange is due. */
class Rounds {
  private network: NetworkId | null = null;
  private failures = 0;
  private notBefore = 0;
  private newsAt = 0;
  private unsentAfter = 0;
  private readonly means: ByItselfMeans;

  constructor(means: ByItselfMeans) {
    this.means = means;
  }

  async look(): Promise<void> {
    const network = await this.means.network();
    if (network !== this.network) {
      this.network = network;
      this.failures = 0;
      this.notBefore = 0;
      this.newsAt = 0;
    }
    if (network === null || !this.isDue()) return;
    this.conclude(await this.means.exchange());
  }

  private isDue(): boolean {
    const now = this.means.elapsed();
    if (now < this.notBefore) return false;
    this.unsentAfter = Math.min(this.unsentAfter, this.means.unsent());
    return this.failures > 0 || now >= this.newsAt || this.means.unsent() > this.unsentAfter;
  }

  private conclude(answer: Result<DeliveryReport, DeliveryFailure>): void {
    const now = this.means.elapsed();
    const failure = answer.ok ? answer.value.failure : answer.failure;
    this.newsAt = now + newsEvery;
    // What stays is no reason to ask again; what is written besides it is.
    this.unsentAfter = this.means.unsent();
    // Somebody else's exchange was under way, or this one gave way to it.
    if (failure?.code === 'busy' || failure?.code === 'cancelled') return;
    this.failures = failure === null ? 0 : this.failures + 1;
    this.notBefore = failure === null ? 0 : now + waitAfter(this.failures);
  }
}

/** Milliseconds to wait after so many failures in a row. */
export function waitAfter(failures: number): number {
  return Math.min(longestWait, firstWait * 2 ** (failures - 1));
}

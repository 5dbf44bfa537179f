import type { EngineEvent, Today } from './api.ts';

type Counts = NonNullable<Today['pouch']>;

/**
 * Today's line on the pouch, counted in the background: asking the clearance policy about hundreds of
 * records takes longer than Today may. Answers what was counted last and counts again when something
 * happened since; when the numbers are others then, Today is told to ask again.
 */
export class PouchCounts {
  private readonly count: () => Promise<Counts>;
  private readonly changed: () => void;
  private last: Counts | null = null;
  private counting: Promise<void> | null = null;
  private stale = true;
  private closed = false;

  constructor(count: () => Promise<Counts>, changed: () => void) {
    this.count = count;
    this.changed = changed;
  }

  now(): Counts | null {
    if (this.stale && this.counting === null && !this.closed) {
      this.stale = false;
      this.counting = this.recount().finally(() => {
        this.counting = null;
      });
    }
    return this.last;
  }

  /** Records, or what the policy is asked with, are others than before. */
  heard(event: EngineEvent): void {
    if (event.type === 'records' || event.type === 'pouch') this.stale = true;
  }

  /** Resolves when nothing is being counted any more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.counting;
  }

  private async recount(): Promise<void> {
    // What cannot be counted is counted when Today asks the next time.
    const counts = await this.count().catch(() => null);
    if (counts === null || this.closed) {
      this.stale = true;
      return;
    }
    const same = JSON.stringify(this.last) === JSON.stringify(counts);
    this.last = counts;
    if (!same) this.changed();
  }
}

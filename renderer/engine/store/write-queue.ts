/**
 * All writes go one after the other, so that what a write was decided on is still true when it is
 * made. Closing lets what is under way end and refuses what comes later: nothing that was promised
 * is cut off by a lock.
 */
export class WriteQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private closed = false;

  /** Runs `work` when everything before it has ended; `'closed'` when the queue takes no more. */
  run<Value>(work: () => Promise<Value>): Promise<Value | 'closed'> {
    if (this.closed) return Promise.resolve('closed');
    const result = this.tail.then(work);
    // A failed work is its caller's to handle; the next one runs all the same.
    this.tail = result.catch(() => undefined);
    return result;
  }

  /** Takes nothing more and resolves when all that was taken has ended. */
  async close(): Promise<void> {
    this.closed = true;
    await this.tail;
  }
}

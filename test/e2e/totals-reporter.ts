import type { FullResult, Reporter, Suite } from '@playwright/test/reporter';

/** Prints `e2e: N passed, N failed`, alone on a line. Playwright wants it as the default export. */
export default class TotalsReporter implements Reporter {
  #suite: Suite | undefined;
  #outside = 0;

  onBegin(_config: unknown, suite: Suite): void {
    this.#suite = suite;
  }

  /** Something failed outside of any test: a file that does not load, a worker that died. */
  onError(): void {
    this.#outside += 1;
  }

  onEnd(result: FullResult): void {
    const tests = this.#suite?.allTests() ?? [];
    // One that never ran because another failed before it is "skipped" and has not passed.
    const passed = tests.filter((test) => test.outcome() === 'expected' && test.results.some((one) => one.status !== 'skipped')).length;
    const failed = tests.length - passed + this.#outside;
    const untold = result.status === 'passed' || failed > 0 ? 0 : 1;
    process.stdout.write(`\ne2e: ${passed} passed, ${failed + untold} failed\n`);
  }
}

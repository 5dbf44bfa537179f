import type { Reporter, TestCase } from 'vitest/node';

/** Prints `name: N passed, N failed`, alone on a line, for the project named. */
export function totalsReporter(project: string): Reporter {
  const counted = { passed: 0, failed: 0 };
  let broken = 0;
  return {
    onTestCaseResult(test: TestCase) {
      const { state } = test.result();
      if (state === 'passed' || state === 'failed') {
        counted[state] += 1;
      }
    },
    onTestModuleEnd(module) {
      // A file that does not load runs no test; it counts as one failure.
      broken += module.errors().length > 0 ? 1 : 0;
    },
    onTestRunEnd(_modules, unhandled) {
      const failed = counted.failed + broken + unhandled.length;
      process.stdout.write(`\n${project}: ${counted.passed} passed, ${failed} failed\n`);
    },
  };
}

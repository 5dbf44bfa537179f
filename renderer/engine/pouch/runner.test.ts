import { describe, expect, it } from 'vitest';
import { ok } from '../../../core/result.ts';
import { createRunner } from './runner.ts';

/** Work that goes on until it is stopped. */
function untilStopped(seen: string[]) {
  return (signal: AbortSignal) =>
    new Promise<ReturnType<typeof ok<string>>>((resolve) => {
      signal.addEventListener('abort', () => {
        seen.push('stopped');
        resolve(ok('stopped'));
      });
    });
}

describe('what must not happen while an exchange does', () => {
  it.each(['cancel', 'close'] as const)('waits for it, and leaves it within reach of %s', async (act) => {
    const seen: string[] = [];
    const runner = createRunner();
    const exchange = runner.run(untilStopped(seen));
    await Promise.resolve();
    const beside = runner.alone(async () => void seen.push('alone'));
    await runner[act]();
    await Promise.all([exchange, beside]);
    expect(seen).toEqual(['stopped', 'alone']);
  });
});

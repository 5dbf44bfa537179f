import type { Instant } from '../../../core/ids.ts';

/** Wrong passphrases in a row, and when the last one was tried. Kept in the header, in clear. */
export interface Attempts {
  readonly failed: number;
  readonly last: Instant;
}

export const noAttempts: Attempts = { failed: 0, last: 0 };

/**
 * Seconds to wait after so many wrong passphrases in a row. Three slips of the finger cost nothing;
 * then it grows to an hour and stays there. This slows somebody at the keyboard; against somebody
 * with a copy of the disk only the derivation helps (docs/security.md).
 */
const waitAfter = [0, 0, 0, 5, 15, 60, 300, 900, 3600] as const;

export function secondsToWait(failedAttempts: number): number {
  return waitAfter[Math.min(failedAttempts, waitAfter.length - 1)] ?? 3600;
}

/**
 * When the next attempt is allowed; `null`: now. A clock that was set back never makes the wait
 * longer than the schedule says.
 */
export function retryAt(attempts: Attempts, now: Instant): Instant | null {
  const wait = secondsToWait(attempts.failed) * 1000;
  const since = Math.min(attempts.last, now);
  return since + wait > now ? since + wait : null;
}

export function afterFailure(attempts: Attempts, now: Instant): Attempts {
  return { failed: attempts.failed + 1, last: now };
}

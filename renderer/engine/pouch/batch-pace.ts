/** How much goes in one request. Sizes in bytes of the request's body. */
export interface Pace {
  readonly aim: number;
}

/** The gateway takes 4 MB at most; a little is left for the envelope. */
export const largestBatch = 3_800_000;
const firstBatch = 500_000;
const quick = 2_000;
const slow = 12_000;

export const startingPace: Pace = { aim: firstBatch };

/** The pace for a link whose speed is known already: about five seconds a batch. */
export function paceFor(bytesPerSecond: number | null): Pace {
  return bytesPerSecond === null ? startingPace : { aim: clamp(bytesPerSecond * 5) };
}

/** After a batch that went well: doubled when it was quick, halved when it took long. */
export function paceAfter(pace: Pace, milliseconds: number): Pace {
  if (milliseconds < quick) return { aim: clamp(pace.aim * 2) };
  return milliseconds > slow ? { aim: clamp(pace.aim / 2) } : pace;
}

/** After 413 or an answer that never came. */
export function paceAfterFailure(pace: Pace): Pace {
  return { aim: clamp(pace.aim / 2) };
}

/** How many of these, from the first on, make one request: at least one. */
export function batchLength(sizes: readonly number[], pace: Pace): number {
  let sum = 0;
  const end = sizes.findIndex((size, index) => {
    sum += size;
    return index > 0 && sum > pace.aim;
  });
  return end === -1 ? sizes.length : end;
}

function clamp(bytes: number): number {
  return Math.min(largestBatch, Math.max(1, bytes));
}

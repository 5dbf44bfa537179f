/** How much goes in one request. Sizes in bytes of the request's body. */
export interface Pace {
  readonly aim: number;
}

/** The gateway takes 4 MB at most; a little is left for the envelope. */
export const largestBatch = 3_800_000;
/** Two parcels of the usual size: little is lost when the line turns out to be a bad one. */
const firstBatch = 180_000;
/** What a batch should take, in milliseconds: long enough that the line is used, short enough to lose. */
const wanted = 5_000;
const growth = 4;

export const startingPace: Pace = { aim: firstBatch };

/** After a batch that went well: as much as the line carries in five seconds, but at most four times what it has shown. */
export function paceAfter(pace: Pace, bytes: number, milliseconds: number): Pace {
  const carries = (bytes * wanted) / Math.max(1, milliseconds);
  return { aim: clamp(Math.min(carries, Math.max(pace.aim, bytes * growth))) };
}

/** After 413 or an answer that never came: half of what was tried. */
export function paceAfterFailure(bytes: number): Pace {
  return { aim: clamp(bytes / 2) };
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

/** Bytes on the wire of a parcel of the usual size. */
const usualOnTheWire = 90_000;
const mostAtOnce = 50;

/** How many parcels are fetched together over a line of this speed, in bytes a second: what it carries in five seconds, two as long as nothing is known of it. */
export function parcelsAtOnce(bytesPerSecond: number | null): number {
  return bytesPerSecond === null ? 2 : Math.min(mostAtOnce, Math.max(1, Math.round((bytesPerSecond * wanted) / 1000 / usualOnTheWire)));
}

/** Whether it is worth another run of replication, which begins with two questions. */
export function isAnotherSize(due: number, now: number): boolean {
  return due >= now * 2 || due * 2 <= now;
}

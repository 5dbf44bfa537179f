import { lineTo } from '../integration/a-line.ts';
import { TwentyCompartments } from '../integration/twenty-compartments.ts';

/** Milliseconds there and back over the line that is measured. */
export const roundTrip = 200;
const rounds = 5;

export interface NothingNew {
  /** Seconds of each look, the connection made anew every time. */
  readonly seconds: readonly number[];
  /** The most that one of them moved, handshakes included. */
  readonly bytes: number;
}

/** What a look at twenty compartments costs in which nothing is new, the directory included, over a long line. */
export async function measureNothingNew(): Promise<NothingNew> {
  const twenty = await TwentyCompartments.open();
  const between = await lineTo(twenty.programme.served.url, roundTrip);
  try {
    const first = twenty.lineOver(between.url);
    await twenty.receiveAll();
    await twenty.look();
    first.close();
    const seconds: number[] = [];
    let bytes = 0;
    for (let round = 0; round < rounds; round += 1) {
      between.counted.bytes = 0;
      const began = performance.now();
      const line = twenty.lineOver(between.url);
      if ((await twenty.look()) > 0) throw new Error('nobody wrote anything');
      seconds.push((performance.now() - began) / 1000);
      bytes = Math.max(bytes, between.counted.bytes);
      line.close();
    }
    return { seconds, bytes };
  } finally {
    between.close();
    await twenty.close();
  }
}

import { WireFailure } from './answers.ts';
import type { Opened } from './opened.ts';
import { useRemote } from './remote.ts';
import { standInHost, type Send } from './wire.ts';

export interface PollMeans {
  readonly send: Send;
  readonly signal: AbortSignal;
  readonly moved: (bytes: number, milliseconds: number) => void;
  readonly elapsed: () => number;
}

/**
 * Whether a compartment's database has anything beyond what was opened, in one small question. A
 * database that was never received, or that counts from a lower number than before, has. When the
 * question fails the answer is yes: receiving asks again, with patience, and has the last word.
 */
export async function hasNews(database: string, opened: Opened | null, means: PollMeans): Promise<boolean> {
  const since = opened?.remote;
  if (since === undefined) return true;
  const began = means.elapsed();
  try {
    return await useRemote(database, means.send, means.signal, async ({ wire }) => {
      const answer = await wire.fetch(`${standInHost}/${database}/_changes?limit=1&since=${encodeURIComponent(since)}`);
      const { results, last_seq } = (await answer.json()) as { readonly results: readonly unknown[]; readonly last_seq: unknown };
      means.moved(wire.moved.received, means.elapsed() - began);
      return results.length > 0 || countOf(last_seq) < countOf(since);
    });
  } catch (cause) {
    if (!(cause instanceof WireFailure) || cause.code === 'cancelled') throw cause;
    return true;
  }
}

/** The number in front of CouchDB's sequences, which are opaque texts; other servers give the number alone. */
function countOf(sequence: unknown): number {
  return Number.parseInt(String(sequence), 10) || 0;
}

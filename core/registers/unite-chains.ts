import { z } from 'zod';
import type { DeviceId } from '../ids.ts';
import { signedStatement, type SignedStatement } from '../organisation/signed-statement.ts';
import { openCheckpoint, openHead } from './chain-marks.ts';
import { anyEntry, beginning, chainName, entryHash, type ChainEnd, type ChainName, type Entry } from './entry.ts';
import { examineChain, type Flaw } from './examine-chain.ts';

/** A whole chain with its signed ends, as it lies in a backup. */
export interface WholeChain {
  readonly name: ChainName;
  readonly head: SignedStatement | null;
  readonly checkpoint: SignedStatement | null;
  /** In order of their numbers. */
  readonly entries: readonly Entry[];
}

/** A chain from a file: its shape is checked, its links are examined where they are shown. */
export const wholeChain: z.ZodType<WholeChain> = z.strictObject({
  name: chainName,
  head: signedStatement.nullable(),
  checkpoint: signedStatement.nullable(),
  entries: z.array(anyEntry),
});

type MayPrune = (device: DeviceId) => boolean;

/** Everything that is wrong with a chain; nothing: it is whole. */
export function flawsOf(chain: WholeChain, mayPrune: MayPrune): readonly Flaw[] {
  const { name, head, checkpoint } = chain;
  const examiner = examineChain(name, {
    head: head === null ? null : (openHead(name, head) ?? false),
    checkpoint: checkpoint === null ? null : (openCheckpoint(name, checkpoint, mayPrune) ?? false),
  });
  examiner.take(chain.entries);
  return examiner.end();
}

/**
 * Two copies of one chain: every entry of both, the ends that reach further. What one of them has
 * dropped for its age stays dropped. Idempotent, and the same in either order; entries that differ
 * under one number are both kept.
 */
export function uniteChains(here: WholeChain, come: WholeChain, mayPrune: MayPrune): WholeChain {
  const { name } = here;
  const checkpoint = furthest([here.checkpoint, come.checkpoint], (one) => openCheckpoint(name, one, mayPrune)?.number ?? 0);
  const dropped = checkpoint === null ? 0 : (openCheckpoint(name, checkpoint, mayPrune)?.number ?? 0);
  const entries = new Map([...here.entries, ...come.entries].filter((entry) => entry.number > dropped).map((entry) => [entryHash(name, entry), entry]));
  return {
    name,
    head: furthest([here.head, come.head], (one) => openHead(name, one)?.number ?? 0),
    checkpoint,
    entries: [...entries].toSorted(([oneHash, one], [otherHash, other]) => one.number - other.number || (oneHash < otherHash ? -1 : 1)).map(([, entry]) => entry),
  };
}

/** Where a chain goes on: at its signed head, or behind its last entry where there is none. */
export function endOf({ name, head, entries }: WholeChain): ChainEnd {
  const opened = head === null ? null : openHead(name, head);
  if (opened !== null) return { number: opened.number, hash: opened.hash };
  const last = entries.at(-1);
  return last === undefined ? beginning : { number: last.number, hash: entryHash(name, last) };
}

/** The mark that reaches furthest. Of two that reach as far, the one whose text is smaller: the same in either order. */
function furthest(marks: readonly (SignedStatement | null)[], reach: (mark: SignedStatement) => number): SignedStatement | null {
  const [best] = marks
    .filter((one) => one !== null)
    .map((mark) => ({ mark, reach: reach(mark) }))
    .toSorted((one, other) => other.reach - one.reach || (one.mark.statement < other.mark.statement ? -1 : 1));
  return best?.mark ?? null;
}

import type { EntryHash } from '../ids.ts';
import type { Checkpoint, Head } from './chain-marks.ts';
import { beginning, entryHash, type ChainEnd, type ChainName, type Entry } from './entry.ts';
import { wasDue } from './retention.ts';

/** What is wrong with a chain. Numbers are those of entries, the first and the last that are meant. */
export type Flaw =
  /** Entries are not here although later ones are, or although the head counts them. */
  | { readonly what: 'missing'; readonly from: number; readonly to: number }
  /** This entry, or the one after it, is not as it was written. */
  | { readonly what: 'altered'; readonly number: number }
  /** Two entries with one number: two copies of the laptop were at work. */
  | { readonly what: 'rivals'; readonly number: number }
  /** Behind the head that was signed. */
  | { readonly what: 'added'; readonly from: number; readonly to: number }
  /** The signed head is not there, or is not this chain's. */
  | { readonly what: 'no-head' }
  /** The checkpoint is not there to be verified, or dropped entries that were not old enough. */
  | { readonly what: 'false-start' };

/** The signed ends of a chain, as they verified; `false`: there is one and it does not. */
export interface ChainMarks {
  readonly head: Head | false | null;
  readonly checkpoint: Checkpoint | false | null;
  /** Up to here it was examined before, and was whole. */
  readonly examined?: ChainEnd;
}

export interface ChainExaminer {
  /** In order of their numbers, in as many pieces as one likes. */
  take(entries: Iterable<Entry>): void;
  /** Everything that was found; nothing: the chain is whole. */
  end(): readonly Flaw[];
}

/** Examines a chain while it is read, however long it is. */
export function examineChain(name: ChainName, { head, checkpoint, examined }: ChainMarks): ChainExaminer {
  const flaws: Flaw[] = [];
  const dropped = checkpoint === false || checkpoint === null ? beginning : checkpoint;
  const start: ChainEnd = examined !== undefined && examined.number > dropped.number ? examined : dropped;
  if (checkpoint === false || (checkpoint !== null && !wasDue(checkpoint))) flaws.push({ what: 'false-start' });
  let at: number = start.number;
  /** Hashes that the next entry may name; `null`: what it names is not here. */
  let links: readonly (EntryHash | null)[] | null = [start.hash];
  let before: readonly (EntryHash | null)[] | null = null;
  let isRival = false;

  function missing(to: number): void {
    flaws.push({ what: 'missing', from: at + 1, to });
    links = null;
  }

  function rival(entry: Entry): void {
    if (!isRival) flaws.push({ what: 'rivals', number: entry.number });
    isRival = true;
    if (before !== null && !before.includes(entry.previous)) flaws.push({ what: 'altered', number: entry.number });
    links = [...(links ?? []), entryHash(name, entry)];
  }

  function next(entry: Entry): void {
    if (entry.number > at + 1) missing(entry.number - 1);
    if (links !== null && !links.includes(entry.previous)) flaws.push({ what: 'altered', number: Math.max(1, entry.number - 1) });
    before = links;
    links = [entryHash(name, entry)];
    at = entry.number;
    isRival = false;
  }

  return {
    take(entries) {
      for (const entry of entries) {
        // What lies before the checkpoint was dropped once, and is no part of the chain any more.
        if (entry.number <= start.number) continue;
        if (entry.number === at) rival(entry);
        else if (entry.number > at) next(entry);
        else flaws.push({ what: 'altered', number: entry.number });
      }
    },
    end() {
      if (head === null || head === false) return at === 0 && head === null ? flaws : [...flaws, { what: 'no-head' }];
      if (at > head.number) return [...flaws, { what: 'added', from: head.number + 1, to: at }];
      if (at < head.number) missing(head.number);
      else if (links !== null && !links.includes(head.hash)) flaws.push({ what: 'altered', number: at });
      return flaws;
    },
  };
}

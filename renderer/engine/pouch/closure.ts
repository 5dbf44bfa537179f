import type { ChangeHash, JwgId, PersonId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import { causalOrder, historyOf } from '../../../core/ledger/history.ts';
import type { History } from '../../../core/ledger/state.ts';
import type { LedgerStore, UnsentRecord } from '../pouch-seam/pouch-ground.ts';
import type { LetterBook } from './letter-book.ts';
import type { Place } from './places.ts';

/** An unsent record whose changes are closed under their parents for its group, or cannot be. */
export interface ClosedRecord extends UnsentRecord {
  /** What lies before was written by others in another group: it cannot be sent on, only its authors sign it. */
  readonly historyElsewhere: boolean;
}

export interface ClosureMeans {
  readonly ledger: LedgerStore;
  readonly book: LetterBook;
  readonly places: readonly Place[];
  readonly person: PersonId;
}

/**
 * Only causally closed sets go: every parent is in the set, or is in one of the group's compartments
 * already. A record that moved to this group brings along what this person wrote before; what
 * others wrote elsewhere is theirs to send.
 */
export async function closeUnderParents(records: readonly UnsentRecord[], means: ClosureMeans): Promise<readonly ClosedRecord[]> {
  const known = knownChanges(means);
  const closed: ClosedRecord[] = [];
  for (const record of records) {
    const own = new Set(record.changes.map((one) => one.hash));
    const outside = record.changes.flatMap((one) => one.header.parents).filter((parent) => !own.has(parent));
    closed.push(outside.length === 0 || record.jwg === null ? { ...record, historyElsewhere: false } : await closeOne(record, outside, await known(record.jwg), means));
  }
  return closed;
}

async function closeOne(record: UnsentRecord, outside: readonly ChangeHash[], known: ReadonlySet<ChangeHash>, means: ClosureMeans): Promise<ClosedRecord> {
  if (outside.every((parent) => known.has(parent))) return { ...record, historyElsewhere: false };
  const before = ancestorsBeyond(await means.ledger.history(record.record), outside, known);
  if (before.some((change) => change.header.author !== means.person)) return { ...record, historyElsewhere: true };
  return { ...record, changes: causalOrder(historyOf([...before, ...record.changes])), historyElsewhere: false };
}

/** What these hashes stand on and the group does not have. What is not here either cannot be helped. */
function ancestorsBeyond(history: History, from: readonly ChangeHash[], known: ReadonlySet<ChangeHash>): readonly Change[] {
  const found = new Map<ChangeHash, Change>();
  const next = [...from];
  for (let hash = next.pop(); hash !== undefined; hash = next.pop()) {
    const change = history.get(hash);
    if (change === undefined || known.has(hash) || found.has(hash)) continue;
    found.set(hash, change);
    next.push(...change.header.parents);
  }
  return [...found.values()];
}

/** All levels of a group count: who is in the higher compartment is in the lower ones. */
function knownChanges({ book, places }: ClosureMeans): (jwg: JwgId) => Promise<ReadonlySet<ChangeHash>> {
  const groups = new Map<JwgId, Promise<ReadonlySet<ChangeHash>>>();
  const read = async (jwg: JwgId) => {
    const all = new Set<ChangeHash>();
    for (const place of places) {
      if (place.jwg === jwg) for (const change of await book.changes(place.facts.compartment)) all.add(change);
    }
    return all;
  };
  return (jwg) => {
    const known = groups.get(jwg) ?? read(jwg);
    groups.set(jwg, known);
    return known;
  };
}

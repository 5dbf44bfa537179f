import type { ChangeHash, JwgId, MarkingId, PersonId } from '../../../core/ids.ts';
import type { Change } from '../../../core/ledger/change.ts';
import { causalOrder, historyOf } from '../../../core/ledger/history.ts';
import type { History } from '../../../core/ledger/state.ts';
import type { MarkingScheme } from '../../../core/markings/marking.ts';
import { markingOf } from '../../../core/markings/scheme.ts';
import { safeguards } from '../../../core/records/parts.ts';
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
  readonly scheme: MarkingScheme;
}

/**
 * Only causally closed sets go: every parent is in the set, or is in one of the group's compartments
 * already. A record that moved to this group, or was raised within it, brings along what this person
 * wrote before; what others wrote elsewhere is theirs to send. A notice of raising goes by itself, at
 * the level that it was written at, to where the record was seen before.
 */
export async function closeUnderParents(records: readonly UnsentRecord[], means: ClosureMeans): Promise<readonly ClosedRecord[]> {
  const known = knownChanges(means);
  const closed: ClosedRecord[] = [];
  for (const whole of records) {
    const { notices, record } = await withoutNotices(whole, means);
    closed.push(...notices);
    if (record === null) continue;
    const own = new Set(record.changes.map((one) => one.hash));
    const outside = record.changes.flatMap((one) => one.header.parents).filter((parent) => !own.has(parent));
    closed.push(outside.length === 0 || record.jwg === null ? { ...record, historyElsewhere: false } : await closeOne(record, outside, await known(record.jwg, record.level), means));
  }
  return closed;
}

interface Split {
  readonly notices: readonly ClosedRecord[];
  /** What is left; `null`: nothing. */
  readonly record: UnsentRecord | null;
}

async function withoutNotices(record: UnsentRecord, { book, places, ledger }: ClosureMeans): Promise<Split> {
  const notices: ClosedRecord[] = [];
  for (const change of record.changes) {
    if (change.header.act !== 'raise') continue;
    const below = places.find((one) => one.jwg === record.jwg && one.marking === change.header.level);
    if (below === undefined) continue;
    const seen = await book.changes(below.facts.compartment);
    // Where nothing of the record has been, there is nobody to tell.
    const wasThere = [...(await ledger.history(record.record)).keys()].some((hash) => seen.has(hash));
    if (wasThere) notices.push({ ...record, level: change.header.level, safeguards: nothingToGuard, changes: [change], historyElsewhere: false });
  }
  if (notices.length === 0) return { notices, record };
  const apart = new Set(notices.flatMap((one) => one.changes.map((change) => change.hash)));
  const changes = record.changes.filter((one) => !apart.has(one.hash));
  return { notices, record: changes.length === 0 ? null : { ...record, changes } };
}

/** A notice has no content, so no originator, handling code or ground speaks for or against it. */
const nothingToGuard = safeguards.parse({});

interface Known {
  /** Changes that are in a compartment of this level or above. */
  readonly atLevel: ReadonlySet<ChangeHash>;
  /** Changes that are in any compartment of the group: who is in a higher one is in the lower ones. */
  readonly anywhere: ReadonlySet<ChangeHash>;
}

async function closeOne(record: UnsentRecord, outside: readonly ChangeHash[], { atLevel, anywhere }: Known, means: ClosureMeans): Promise<ClosedRecord> {
  if (outside.every((parent) => atLevel.has(parent))) return { ...record, historyElsewhere: false };
  const before = ancestorsBeyond(await means.ledger.history(record.record), outside, atLevel);
  const own = before.filter((change) => change.header.author === means.person);
  if (before.some((change) => change.header.author !== means.person && !anywhere.has(change.hash))) return { ...record, historyElsewhere: true };
  return { ...record, changes: causalOrder(historyOf([...own, ...record.changes])), historyElsewhere: false };
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

function knownChanges({ book, places, scheme }: ClosureMeans): (jwg: JwgId, level: MarkingId) => Promise<Known> {
  const groups = new Map<string, Promise<Known>>();
  const read = async (jwg: JwgId, level: MarkingId) => {
    const rank = markingOf(scheme, level).rank;
    const atLevel = new Set<ChangeHash>();
    const anywhere = new Set<ChangeHash>();
    for (const place of places) {
      if (place.jwg !== jwg) continue;
      const isHighEnough = place.facts.marking.rank >= rank;
      for (const change of await book.changes(place.facts.compartment)) {
        anywhere.add(change);
        if (isHighEnough) atLevel.add(change);
      }
    }
    return { atLevel, anywhere };
  };
  return (jwg, level) => {
    const key = `${jwg} ${level}`;
    const known = groups.get(key) ?? read(jwg, level);
    groups.set(key, known);
    return known;
  };
}

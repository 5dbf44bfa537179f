import type { ChangeHash } from '../ids.ts';
import type { Change } from './change.ts';
import type { History } from './state.ts';

/** A history of these changes; of two copies of one change the erased one counts. */
export function historyOf(changes: Iterable<Change>): History {
  const history = new Map<ChangeHash, Change>();
  for (const change of changes) take(history, change);
  return history;
}

/** The union of two histories of one record: everything that either knows, erased where either erased it. */
export function unite(one: History, other: History): History {
  const united = new Map(one);
  for (const change of other.values()) take(united, change);
  return united;
}

function take(history: Map<ChangeHash, Change>, change: Change): void {
  if (!history.has(change.hash) || change.content === 'erased') history.set(change.hash, change);
}

/** The changes that no other one names as parent, sorted. A new change names them. */
export function headsOf(history: History): readonly ChangeHash[] {
  const heads = new Set(history.keys());
  for (const change of history.values()) {
    for (const parent of change.header.parents) heads.delete(parent);
  }
  return [...heads].sort();
}

/** Parents that are named and not here: the history is not whole yet. Sorted. */
export function missingParents(history: History): readonly ChangeHash[] {
  const missing = new Set<ChangeHash>();
  for (const change of history.values()) {
    for (const parent of change.header.parents) if (!history.has(parent)) missing.add(parent);
  }
  return [...missing].sort();
}

/** The changes named and everything before them, as far as it is here. */
export function ancestorsOf(history: History, hashes: Iterable<ChangeHash>): ReadonlySet<ChangeHash> {
  const found = new Set<ChangeHash>();
  const waiting = [...hashes];
  for (let hash = waiting.pop(); hash !== undefined; hash = waiting.pop()) {
    const change = history.get(hash);
    if (change === undefined || found.has(hash)) continue;
    found.add(hash);
    waiting.push(...change.header.parents);
  }
  return found;
}

/** Earlier by its clock; by its hash where clocks are equal, so that every device sorts alike. */
export function byTime(one: Change, other: Change): number {
  if (one.header.time !== other.header.time) return one.header.time < other.header.time ? -1 : 1;
  return one.hash < other.hash ? -1 : one.hash > other.hash ? 1 : 0;
}

/**
 * Every change after its parents, and otherwise by time; the same whatever order they arrived in.
 * Walks with its own stack: histories are longer than a call stack is deep.
 */
export function causalOrder(history: History): readonly Change[] {
  const ordered: Change[] = [];
  const entered = new Set<ChangeHash>();
  const placed = new Set<ChangeHash>();
  for (const start of [...history.values()].sort(byTime)) {
    const stack = [start];
    for (let change = stack.at(-1); change !== undefined; change = stack.at(-1)) {
      const waiting = entered.has(change.hash) ? [] : parentsHere(history, change).filter((parent) => !entered.has(parent.hash));
      entered.add(change.hash);
      if (waiting.length > 0) {
        stack.push(...waiting);
        continue;
      }
      stack.pop();
      if (!placed.has(change.hash)) ordered.push(change);
      placed.add(change.hash);
    }
  }
  return ordered;
}

function parentsHere(history: History, change: Change): readonly Change[] {
  return change.header.parents.map((parent) => history.get(parent)).filter((parent) => parent !== undefined);
}

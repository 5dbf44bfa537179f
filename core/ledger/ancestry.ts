import type { ChangeHash } from '../ids.ts';
import type { Change } from './change.ts';
import { causalOrder } from './history.ts';
import type { History } from './state.ts';

/** Whether the change being visited has an earlier one, given by its place in the walk, in its ancestry. */
export type Knows = (place: number) => boolean;

/**
 * Visits every change after its parents and can tell at each which earlier ones it descends from.
 *
 * Ancestry is kept as one bit per change. A change that is the last child of its parent takes over
 * the parent's bits instead of copying them, so a history without branches costs the same per change
 * however long it is, and only as many sets are held as there are branches open at one time.
 */
export function walkHistory(history: History, visit: (change: Change, place: number, knows: Knows) => void): void {
  const ordered = causalOrder(history);
  const places = new Map(ordered.map((change, place) => [change.hash, place]));
  const parents = ordered.map((change, place) => placesOf(change, place, places));
  const children = countChildren(parents);
  const sets: (Uint32Array | undefined)[] = [];
  for (const [place, change] of ordered.entries()) {
    const known = inherit(parents[place] ?? [], sets, children, ordered.length);
    visit(change, place, (earlier) => isIn(known, earlier));
    add(known, place);
    if ((children[place] ?? 0) > 0) sets[place] = known;
  }
}

function placesOf(change: Change, own: number, places: ReadonlyMap<ChangeHash, number>): readonly number[] {
  // A parent that stands later could only come from a cycle, which no hash allows; it is passed over.
  return change.header.parents.map((parent) => places.get(parent) ?? own).filter((place) => place < own);
}

function countChildren(parents: readonly (readonly number[])[]): Uint32Array {
  const children = new Uint32Array(parents.length);
  for (const place of parents.flat()) children[place] = (children[place] ?? 0) + 1;
  return children;
}

function inherit(parents: readonly number[], sets: (Uint32Array | undefined)[], children: Uint32Array, size: number): Uint32Array {
  let known: Uint32Array | undefined;
  const shared: Uint32Array[] = [];
  for (const parent of parents) {
    const set = sets[parent];
    children[parent] = (children[parent] ?? 1) - 1;
    const isLastChild = children[parent] === 0;
    if (isLastChild) sets[parent] = undefined;
    if (set === undefined) continue;
    if (isLastChild && known === undefined) known = set;
    else shared.push(set);
  }
  known ??= new Uint32Array(Math.ceil(size / 32));
  for (const set of shared) addAll(known, set);
  return known;
}

function isIn(set: Uint32Array, place: number): boolean {
  return (((set[place >>> 5] ?? 0) >>> (place & 31)) & 1) === 1;
}

function add(set: Uint32Array, place: number): void {
  set[place >>> 5] = (set[place >>> 5] ?? 0) | (1 << (place & 31));
}

function addAll(set: Uint32Array, others: Uint32Array): void {
  for (let word = 0; word < others.length; word += 1) set[word] = (set[word] ?? 0) | (others[word] ?? 0);
}

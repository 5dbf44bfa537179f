import type { PairKey } from './rows.ts';

/** Up to so many rows are asked for one by one. */
const fewKeys = 32;

/**
 * Removes rows of a table with keys of two parts. Many are removed in runs of neighbours, as the
 * table has them at that moment: a request for each of some thousand marks takes longer than the
 * letters do that they stood for. What lies between them and was not named stays. Within a transaction.
 */
export function removeKeys(store: IDBObjectStore, keys: readonly PairKey[]): void {
  const [one] = keys;
  if (one === undefined || keys.length <= fewKeys) {
    for (const key of keys) store.delete(toKey(key));
    return;
  }
  let [first, last] = [one, one];
  for (const key of keys) {
    if (isBefore(key, first)) first = key;
    if (isBefore(last, key)) last = key;
  }
  const going = new Set(keys.map(named));
  const there = store.getAllKeys(IDBKeyRange.bound(toKey(first), toKey(last)));
  there.onsuccess = () => {
    for (const [from, to] of runsOf(there.result as PairKey[], going)) store.delete(IDBKeyRange.bound(toKey(from), toKey(to)));
  };
}

/** The first and last of each run of neighbours that all go. */
function runsOf(there: readonly PairKey[], going: ReadonlySet<string>): readonly (readonly [PairKey, PairKey])[] {
  const runs: (readonly [PairKey, PairKey])[] = [];
  let from: PairKey | null = null;
  let to: PairKey | null = null;
  for (const key of there) {
    if (going.has(named(key))) {
      from ??= key;
      to = key;
      continue;
    }
    if (from !== null && to !== null) runs.push([from, to]);
    from = null;
  }
  if (from !== null && to !== null) runs.push([from, to]);
  return runs;
}

/** As IndexedDB orders keys: by their first part, and then by their second. */
function isBefore(one: PairKey, other: PairKey): boolean {
  return one[0] === other[0] ? one[1] < other[1] : one[0] < other[0];
}

/** Blind keys are base64url: no blank in either part. */
function named([first, id]: PairKey): string {
  return `${first} ${id}`;
}

function toKey(key: PairKey): IDBValidKey {
  return [...key];
}

import type { ChangeHash, DeviceId } from '../../../core/ids.ts';
import { ancestorsOf, causalOrder, headsOf } from '../../../core/ledger/history.ts';
import type { History } from '../../../core/ledger/state.ts';

/** The part of a history that a person had before their eyes. */
export function seenHistory(history: History, seen: readonly ChangeHash[]): History {
  const known = ancestorsOf(history, seen);
  // The same map when nothing is unseen, so that what was worked out about it serves again.
  return known.size === history.size ? history : new Map([...history].filter(([hash]) => known.has(hash)));
}

/**
 * The heads that a new change names: what the person saw, and what this device itself wrote on top
 * of that since. Two saves from one form, the second sent before the first was answered, are one
 * after the other then and no conflict of a person with themselves. What others wrote unseen is
 * left out, so that it shows as a conflict where it is one.
 */
export function parentsFor(history: History, seen: readonly ChangeHash[], device: DeviceId): readonly ChangeHash[] {
  const known = new Set(ancestorsOf(history, seen));
  for (const { hash, header } of causalOrder(history)) {
    if (header.device === device && header.parents.length > 0 && header.parents.every((parent) => known.has(parent))) known.add(hash);
  }
  return headsOf(new Map([...history].filter(([hash]) => known.has(hash))));
}

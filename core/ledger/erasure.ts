import type { ChangeHash } from '../ids.ts';
import type { Change } from './change.ts';
import type { History } from './state.ts';

/** A change without its content. Its hash still holds: the header covers content by commitment only. */
export function eraseContent(change: Change): Change {
  return change.content === 'erased' ? change : { ...change, content: 'erased' };
}

/**
 * A history with every content gone that was ever ordered to go. The list is permanent and is applied
 * after each import and restore, so that an old backup brings nothing back. Values that an erased
 * change had replaced show again; an order that means those too names their changes as well.
 */
export function applyErasures(history: History, erasures: ReadonlySet<ChangeHash>): History {
  const due = [...erasures].filter((hash) => history.has(hash));
  if (due.length === 0) return history;
  const erased = new Map(history);
  for (const hash of due) {
    const change = erased.get(hash);
    if (change !== undefined) erased.set(hash, eraseContent(change));
  }
  return erased;
}

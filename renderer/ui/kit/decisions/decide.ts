import { useState } from 'react';
import type { RecordKind, RecordValue } from '../../../../core/records/kinds.ts';
import { newItemKey, orderAt } from '../../../../core/records/order.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useAskBeforeNaming } from '../persons-named.ts';
import { useOfferChangeBack } from '../record-page/record-acts.ts';
import { reportSaved } from '../saved-state.tsx';
import { tellFailure } from '../tell-failure.tsx';

/** Saves a decision as one change, and offers it back. `false` when it could not be saved. */
export function useDecide<Kind extends RecordKind>(view: RecordView<Kind>) {
  const engine = useEngine();
  const offerBack = useOfferChangeBack(view.kind);
  const mayName = useAskBeforeNaming(view.kind);
  const [busy, setBusy] = useState(false);
  const decide = async (change: Partial<RecordValue<Kind>>): Promise<boolean> => {
    const value = { ...view.value, ...change };
    if (!(await mayName(change))) return false;
    setBusy(true);
    const answer = await engine.notebook.save({ kind: view.kind, record: view.record, heads: view.heads, level: view.level, value: value as never });
    setBusy(false);
    if (!answer.ok) {
      tellFailure(answer.failure);
      return false;
    }
    reportSaved(answer.value.at);
    const before = Object.fromEntries(Object.keys(change).map((name) => [name, view.value[name as keyof RecordValue<Kind>]]));
    offerBack(view.record, before, Object.keys(change));
    return true;
  };
  return { busy, decide };
}

/** The items with one more at their end. */
export function withItem<Item extends { readonly order: string }>(items: readonly Item[], item: Omit<Item, 'key' | 'order'>): Item[] {
  const key = newItemKey((bytes) => crypto.getRandomValues(bytes));
  return [...items, { ...item, key, order: orderAt(items.map((one) => one.order), items.length) } as unknown as Item];
}

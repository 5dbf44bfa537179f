import { useState } from 'react';
import type { RecordValue } from '../../../../core/records/kinds.ts';
import { newItemKey, orderAt } from '../../../../core/records/order.ts';
import type { RecordView } from '../../../engine/api.ts';
import { useEngine } from '../../engine-client/engine-context.tsx';
import { useOfferChangeBack } from '../../kit/record-page/record-acts.ts';
import { reportSaved } from '../../kit/saved-state.tsx';
import { tellFailure } from '../../kit/tell-failure.tsx';

type Value = RecordValue<'subject'>;

/** Saves a decision as one change, and offers it back. `false` when it could not be saved. */
export function useDecide(view: RecordView<'subject'>) {
  const engine = useEngine();
  const offerBack = useOfferChangeBack('subject');
  const [busy, setBusy] = useState(false);
  const decide = async (change: Partial<Value>): Promise<boolean> => {
    setBusy(true);
    const answer = await engine.notebook.save({ kind: 'subject', record: view.record, heads: view.heads, level: view.level, value: { ...view.value, ...change } });
    setBusy(false);
    if (!answer.ok) {
      tellFailure(answer.failure);
      return false;
    }
    reportSaved(answer.value.at);
    const before = Object.fromEntries(Object.keys(change).map((name) => [name, view.value[name as keyof Value]]));
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

import type { ItemKey } from '../../../core/ids.ts';
import { byOrder, newItemKey, orderAt } from '../../../core/records/order.ts';

/** Lists of a form whose items have keys and an order: taken in, moved, taken out and put back. */

/** The keyed lists in the order in which they are shown. */
export function inOrder<Item extends { readonly order: string; readonly key: string }>(items: readonly Item[]): readonly Item[] {
  return items.toSorted(byOrder);
}

/** A list with a new item at a place of the shown order (at the end when none is named). */
export function withItemAt<Item extends { readonly order: string; readonly key: ItemKey }>(
  items: readonly Item[],
  make: Omit<Item, 'key' | 'order'>,
  index?: number,
): Item[] {
  const shown = inOrder(items);
  const at = index ?? shown.length;
  const order = orderAt(shown.map((one) => one.order), at);
  return [...shown.slice(0, at), { ...make, key: freshKey(), order } as Item, ...shown.slice(at)];
}

/** A key for a new item. */
export function freshKey(): ItemKey {
  return newItemKey((bytes) => crypto.getRandomValues(bytes));
}

/** A list with one item moved up (-1) or down (+1). */
export function withItemMoved<Item extends { readonly order: string; readonly key: ItemKey }>(items: readonly Item[], key: ItemKey, by: -1 | 1): Item[] {
  const shown = [...inOrder(items)];
  const from = shown.findIndex((one) => one.key === key);
  const item = shown[from];
  const to = from + by;
  if (item === undefined || to < 0 || to >= shown.length) return shown;
  const others = shown.filter((one) => one.key !== key);
  const order = orderAt(others.map((one) => one.order), to);
  return [...others.slice(0, to), { ...item, order }, ...others.slice(to)];
}

export function withoutItem<Item extends { readonly key: ItemKey }>(items: readonly Item[], key: ItemKey): Item[] {
  return items.filter((one) => one.key !== key);
}

/**
 * A list with items that had been taken out, where they stood, beside whatever was added meanwhile.
 * A new item may have got the order of one that was gone: the old one then comes before it.
 */
export function withItemBack<Item extends { readonly order: string; readonly key: ItemKey }>(items: readonly Item[], ...back: readonly Item[]): Item[] {
  return back.reduce<Item[]>((list, item) => {
    const shown = inOrder(list);
    if (shown.some((one) => one.key === item.key)) return list;
    const twin = shown.findIndex((one) => one.order === item.order);
    const order = twin === -1 ? item.order : orderAt(shown.map((one) => one.order), twin);
    return [...list, { ...item, order }];
  }, [...items]);
}

export function withItemChanged<Item extends { readonly key: ItemKey }>(items: readonly Item[], key: ItemKey, change: Partial<Item>): Item[] {
  return items.map((one) => (one.key === key ? { ...one, ...change } : one));
}

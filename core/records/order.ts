import { generateKeyBetween } from 'fractional-indexing';
import type { ItemKey } from '../ids.ts';

/**
 * Items of a list stand in the order of fractional-index strings, so that one item can move or come
 * between two others without touching any of them. Compare them as plain strings, never by locale.
 */

/** Whether a text is an order that others can be placed beside. Records from elsewhere may hold others. */
export function isOrder(text: string): boolean {
  try {
    generateKeyBetween(text, null);
    return /^[\dA-Za-z]+$/.test(text);
  } catch {
    return false;
  }
}

/**
 * An order between two neighbours; `null` is the beginning or the end of the list. Never fails: a
 * neighbour that is no order, or one that stands before its predecessor, is passed over.
 */
export function orderBetween(before: string | null, after: string | null): string {
  const lower = before !== null && isOrder(before) ? before : null;
  const upper = after !== null && isOrder(after) && (lower === null || after > lower) ? after : null;
  return generateKeyBetween(lower, upper);
}

/**
 * An order for an item that comes to stand at `index` of a list, given the orders as they are shown.
 * Two people who insert at one place at the same time get equal orders; between such twins there is
 * no room, so the new item goes right behind them.
 */
export function orderAt(orders: readonly string[], index: number): string {
  const before = orders.slice(0, index).findLast(isOrder) ?? null;
  const after = orders.slice(index).find((order) => isOrder(order) && (before === null || order > before)) ?? null;
  return orderBetween(before, after);
}

/** Sorts items as they are shown: by order, and by key where two orders are equal. */
export function byOrder(one: { order: string; key: string }, other: { order: string; key: string }): number {
  return compareText(one.order, other.order) || compareText(one.key, other.key);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

const keyAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * A random key of 132 bits for a new item. The caller hands in the source of randomness
 * (`(bytes) => crypto.getRandomValues(bytes)`), so that forms need not load libsodium for it.
 */
export function newItemKey(fillWithRandom: (bytes: Uint8Array<ArrayBuffer>) => unknown): ItemKey {
  const bytes = new Uint8Array(22);
  fillWithRandom(bytes);
  return Array.from(bytes, (byte) => keyAlphabet[byte % 64]).join('') as ItemKey;
}

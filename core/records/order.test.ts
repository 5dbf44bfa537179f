import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { byOrder, isOrder, newItemKey, orderAt, orderBetween } from './order.ts';
import { itemKey, order } from './parts.ts';

describe('the order of items', () => {
  it('lets every insertion stand where it was put', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (places) => {
        const orders: string[] = [];
        for (const place of places) {
          const index = place % (orders.length + 1);
          orders.splice(index, 0, orderAt(orders, index));
        }
        expect([...orders].sort()).toEqual(orders);
        expect(new Set(orders).size).toBe(orders.length);
        expect(orders.every((one) => order.safeParse(one).success)).toBe(true);
      }),
    );
  });

  it('stays short when a whole meeting is taken line after line', () => {
    let last: string | null = null;
    for (let line = 0; line < 5000; line += 1) last = orderBetween(last, null);
    expect(last?.length).toBeLessThan(6);
  });

  it('goes right behind twins that two people made at the same time', () => {
    const twin = orderBetween('a0', 'a1');
    const fresh = orderAt(['a0', twin, twin, 'a1'], 2);
    expect([fresh > twin, fresh < 'a1']).toEqual([true, true]);
  });

  it('never fails, whatever a neighbour holds', () => {
    const hostile = fc.oneof(fc.string(), fc.constantFrom('', 'a', 'a00', 'zzzz', '__proto__', 'a1', 'Zz', null));
    fc.assert(
      fc.property(hostile, hostile, (before, after) => {
        expect(isOrder(orderBetween(before, after))).toBe(true);
      }),
    );
  });

  it('passes over neighbours that hold no order', () => {
    const fresh = orderAt(['a0', '~', 'a1'], 2);
    expect([fresh > 'a0', fresh < 'a1']).toEqual([true, true]);
  });

  it('sorts equal orders by key', () => {
    const items = [{ order: 'a0', key: 'z' }, { order: 'a0', key: 'b' }, { order: 'Zz', key: 'x' }];
    expect(items.sort(byOrder).map((item) => item.key)).toEqual(['x', 'b', 'z']);
  });
});

describe('keys of items', () => {
  it('are accepted by every schema and do not repeat', () => {
    const keys = Array.from({ length: 500 }, () => newItemKey((bytes) => crypto.getRandomValues(bytes)));
    expect(keys.every((key) => itemKey.safeParse(key).success)).toBe(true);
    expect(new Set(keys).size).toBe(500);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day, NetworkId } from '../ids.ts';
import { budgetState, nothingUsed, useAfter, useSpent, type DataBudget } from './data-budget.ts';

const [hotel, mobile] = ['hotel', 'mobile'] as unknown as readonly [NetworkId, NetworkId];
const day = (text: string) => text as Day;
const today = day('2026-11-24');
const a = (change: Partial<DataBudget> = {}): DataBudget => ({ bytes: 1_000, per: 'day', networks: [], ...change });

describe('a budget', () => {
  it('counts what passed in its period, on its networks', () => {
    const use = useAfter(useAfter(nothingUsed(today), hotel, 300, today), mobile, 50, today);
    expect(budgetState(a(), use, hotel, today)).toEqual({ per: 'day', limit: 1_000, used: 350, reached: false });
    expect(budgetState(a({ networks: [mobile] }), use, mobile, today)).toMatchObject({ used: 50 });
    expect(budgetState(a({ networks: [mobile] }), use, hotel, today)).toBeNull();
    // Where nothing is recognised the person sees how it stands all the same.
    expect(budgetState(a({ networks: [mobile] }), use, null, today)).toMatchObject({ used: 50 });
    expect(budgetState(null, use, hotel, today)).toBeNull();
  });

  it('is reached at its limit, and begins anew with the next day or month', () => {
    const use = useAfter(nothingUsed(today), hotel, 1_000, today);
    expect(budgetState(a(), use, hotel, today)?.reached).toBe(true);
    expect(budgetState(a(), use, hotel, day('2026-11-25'))).toMatchObject({ used: 0, reached: false });
    expect(budgetState(a({ per: 'month' }), use, hotel, day('2026-11-30'))).toMatchObject({ used: 1_000, reached: true });
    expect(budgetState(a({ per: 'month' }), use, hotel, day('2026-12-01'))).toMatchObject({ used: 0, reached: false });
  });

  it('is reached where the rest was too little, until it is another or the period is over', () => {
    const use = useSpent(useAfter(nothingUsed(today), hotel, 900, today), a(), today);
    expect(budgetState(a(), use, hotel, today)).toMatchObject({ used: 900, reached: true });
    expect(budgetState(a({ bytes: 2_000 }), use, hotel, today)?.reached).toBe(false);
    expect(budgetState(a(), use, hotel, day('2026-11-25'))?.reached).toBe(false);
    const monthly = useSpent(nothingUsed(today), a({ per: 'month' }), today);
    expect(budgetState(a({ per: 'month' }), monthly, hotel, day('2026-11-25'))?.reached).toBe(true);
    expect(budgetState(a({ per: 'month' }), monthly, hotel, day('2026-12-01'))?.reached).toBe(false);
  });

  it('misses no byte, whatever passes on which day', () => {
    const passes = fc.record({ network: fc.constantFrom(hotel, mobile), bytes: fc.nat({ max: 10_000 }), onto: fc.integer({ min: 0, max: 2 }) });
    fc.assert(fc.property(fc.array(passes, { maxLength: 30 }), (all) => {
      let at = 1;
      let use = nothingUsed(day('2026-11-01'));
      let [ofDay, ofMonth] = [0, 0];
      for (const { network, bytes, onto } of all) {
        if (onto > 0 && at + onto <= 28) {
          at += onto;
          ofDay = 0;
        }
        [ofDay, ofMonth] = [ofDay + bytes, ofMonth + bytes];
        use = useAfter(use, network, bytes, day(`2026-11-${String(at).padStart(2, '0')}`));
      }
      const now = day(`2026-11-${String(at).padStart(2, '0')}`);
      expect(budgetState(a(), use, hotel, now)?.used).toBe(ofDay);
      expect(budgetState(a({ per: 'month' }), use, hotel, now)?.used).toBe(ofMonth);
    }));
  });
});

import { describe, expect, it } from 'vitest';
import type { CountryCode, Day } from '../ids.ts';
import { defaultCountryTable } from './default-country-table.ts';
import { judgeRequest, usualBases, type RequestPlan } from './judge-request.ts';
import { owedTo } from './owed-to-country.ts';

const on = '2026-09-01' as Day;
const code = (text: string) => text as CountryCode;

function plan(from: string, to: string, rest: Partial<RequestPlan> = {}): RequestPlan {
  return { from: code(from), to: code(to), instrument: 'letter-rogatory', bases: [], route: null, translationInto: ['de', 'it', 'fr', 'mk', 'sq', 'cnr', 'sr-Latn', 'hr'], ...rest };
}

function judged(request: RequestPlan, day = on): readonly string[] {
  return judgeRequest(defaultCountryTable, request, day).map((one) => `${one.type} ${one.about} ${one.choice} ${one.country ?? ''}`.trim());
}

describe('instruments', () => {
  it('a European Investigation Order binds Member States only, not Denmark and Ireland', () => {
    const order = { instrument: 'european-investigation-order' } as const;
    expect(judged(plan('HRV', 'ITA', order))).toEqual([]);
    expect(judged(plan('HRV', 'MNE', order))).toEqual(['impossible instrument european-investigation-order MNE']);
    expect(judged(plan('FRA', 'DNK', { ...order, translationInto: [] }))).toContain('impossible instrument european-investigation-order DNK');
  });

  it('offers the usual way instead', () => {
    const [warning] = judgeRequest(defaultCountryTable, plan('ITA', 'ALB', { instrument: 'european-arrest-warrant' }), on);
    expect(warning?.instead).toEqual(['extradition']);
    expect(warning?.entry?.source).toContain('2002/584');
  });

  it('an order before the Directive applied is unconfirmed', () => {
    expect(judged(plan('HRV', 'ITA', { instrument: 'european-investigation-order' }), '2016-01-01' as Day)).toEqual([
      'unconfirmed instrument european-investigation-order HRV', 'unconfirmed instrument european-investigation-order ITA',
    ]);
  });

  it('a joint team rests on the Union or on the Second Additional Protocol', () => {
    const team = { instrument: 'joint-investigation-team' } as const;
    expect(judged(plan('ITA', 'HRV', team))).toEqual([]);
    expect(judged(plan('MNE', 'SRB', team))).toEqual([]);
    expect(judged(plan('ALB', 'XKX', team))).toEqual(['impossible instrument joint-investigation-team XKX']);
  });
});

describe('routes and bases', () => {
  it('Kosovo* has no Interpol bureau and is not in the 1959 Convention', () => {
    const warnings = judged(plan('HRV', 'XKX', { route: 'interpol-i-24-7', bases: ['ets-030'] }));
    expect(warnings).toEqual(['impossible basis ets-030 XKX', 'impossible route interpol-i-24-7 XKX']);
  });

  it('never offers a route that is impossible too', () => {
    const [warning] = judgeRequest(defaultCountryTable, plan('HRV', 'XKX', { route: 'siena' }), on);
    expect(warning?.instead).toEqual(['liaison-officer']);
  });

  it('direct contact needs the Second Additional Protocol outside the Union', () => {
    expect(judged(plan('MNE', 'ALB', { route: 'direct-judicial' }))).toEqual([]);
    expect(judged(plan('MNE', 'XKX', { route: 'direct-judicial' }))).toEqual(['impossible route direct-judicial XKX']);
  });

  it('names what binds both, and national law where nothing does', () => {
    expect(usualBases(defaultCountryTable, [code('MNE'), code('ALB')], on)).toEqual(['ets-182', 'ets-030', 'untoc']);
    expect(usualBases(defaultCountryTable, [code('MNE'), code('XKX')], on)).toEqual(['bilateral-treaty', 'national-law']);
  });
});

describe('what is owed', () => {
  it('a translation where the country asks for one', () => {
    expect(owedTo(defaultCountryTable, code('MKD'), { translationInto: ['sq'], copies: null })).toEqual([{ type: 'translation', languages: ['mk'] }]);
    expect(owedTo(defaultCountryTable, code('MKD'), { translationInto: ['mk'], copies: null })).toEqual([]);
    expect(owedTo(defaultCountryTable, null, { translationInto: [], copies: null })).toEqual([]);
  });

  it('an unusual language is warned of', () => {
    expect(judged(plan('HRV', 'MKD', { translationInto: ['en'] }))).toEqual(['unusual language en MKD']);
  });
});

describe('the table as it is shipped', () => {
  it('says a source for everything, and no country twice for one thing on one day', () => {
    const seen = new Set<string>();
    for (const entry of defaultCountryTable.entries) {
      expect(entry.source).not.toBe('');
      const key = `${entry.country} ${entry.fact} ${entry.from ?? ''}`;
      expect(seen).not.toContain(key);
      seen.add(key);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesAndWork, spansOf } from '../../test/builders/random-casework.ts';
import { dimensions, measures } from '../records/indicator.ts';
import { audiences, breakdown, countedFrom, ofPart, select, sumOf } from './count.ts';
import { countable } from './facts.ts';

const scopes = fc.record({ source: casesAndWork, span: spansOf, audience: fc.constantFrom(...audiences), measure: fc.constantFrom(...measures), by: fc.constantFrom(...dimensions) });

describe('what is counted', () => {
  it('is counted for one project or for none: the three add up to everything, and share no record', () => {
    fc.assert(fc.property(scopes, ({ source, span, measure }) => {
      const all = countable(source);
      const [everything, ...parts] = audiences.map((audience) => select(all, measure, { span, audience }));
      expect(sumOf(parts.flat())).toBe(sumOf(everything ?? []));
      const records = parts.map((part) => new Set(part.map((one) => one.record)));
      for (const [at, some] of records.entries()) for (const others of records.slice(at + 1)) expect([...some].filter((record) => others.has(record))).toEqual([]);
    }));
  });

  it('counts of some records only what those count', () => {
    fc.assert(fc.property(scopes, ({ source, span, audience, measure }) => {
      const all = countable(source);
      const everything = select(all, measure, { span, audience });
      const only = new Set(all.facts.map((one) => one.record).filter((_, at) => at % 2 === 0));
      const some = select(all, measure, { span, audience, only });
      const rest = select(all, measure, { span, audience, only: new Set(all.facts.map((one) => one.record).filter((record) => !only.has(record))) });
      if (measure !== 'cases-supported') {
        expect(some.every((one) => only.has(one.record))).toBe(true);
        expect(sumOf([...some, ...rest])).toBeCloseTo(sumOf(everything), 6);
      }
      // A case is supported by whoever did something for it, and may be supported by both.
      else expect(new Set([...some, ...rest].map((one) => one.record))).toEqual(new Set(everything.map((one) => one.record)));
      expect(select(all, measure, { span, audience, only: new Set() })).toEqual([]);
    }));
  });

  it('adds up by every dimension to the figure, and by exactly as much more as it says', () => {
    fc.assert(fc.property(scopes, ({ source, span, audience, measure, by }) => {
      const facts = select(countable(source), measure, { span, audience });
      const { parts, extra, several } = breakdown(facts, by);
      expect(sumOf(parts)).toBeCloseTo(sumOf(facts) + extra, 6);
      expect(several === 0).toBe(extra === 0);
      if (by === 'month' || by === 'sex' || by === 'group') expect(extra).toBe(0);
    }));
  });

  it('opens on records that add up to the figure, each of them once; so does every part', () => {
    fc.assert(fc.property(scopes, ({ source, span, audience, measure, by }) => {
      const facts = select(countable(source), measure, { span, audience });
      const counted = countedFrom(facts);
      expect(new Set(counted.map((one) => one.record)).size).toBe(counted.length);
      expect(sumOf(counted)).toBeCloseTo(sumOf(facts), 6);
      for (const { value, amount } of breakdown(facts, by).parts) expect(sumOf(countedFrom(ofPart(facts, by, value)))).toBeCloseTo(amount, 6);
    }));
  });

  it('of two periods that lie apart adds up to that of both together; a case may be supported in both', () => {
    fc.assert(fc.property(casesAndWork, fc.constantFrom(...measures), fc.constantFrom(...audiences), (source, measure, audience) => {
      const all = countable(source);
      const of = (from: string, until: string) => sumOf(select(all, measure, { span: { from, until } as never, audience }));
      const [first, second, both] = [of('2026-01-01', '2026-06-30'), of('2026-07-01', '2026-12-31'), of('2026-01-01', '2026-12-31')];
      if (measure === 'cases-supported') {
        expect(both).toBeLessThanOrEqual(first + second);
        expect(both).toBeGreaterThanOrEqual(Math.max(first, second));
      } else expect(both).toBeCloseTo(first + second, 6);
    }));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Instant } from '../ids.ts';
import { sayingsOf, type PouchSaying, type PouchStanding } from './standing.ts';

const few = fc.nat({ max: 3 });
const looked = fc.record({ at: fc.nat().map((at): Instant => at), network: fc.constantFrom('Office', 'Hotel'), failed: fc.boolean(), aboveNetwork: few, aboveLaptop: few });
/** Mostly nothing: states in which only one thing is amiss must come up often. */
const rarely = fc.oneof({ arbitrary: fc.constant(0), weight: 6 }, { arbitrary: fc.integer({ min: 1, max: 9 }), weight: 1 });
const standings: fc.Arbitrary<PouchStanding> = fc.record({
  goes: rarely, stays: rarely, unsorted: rarely, underWay: rarely, filesToGo: rarely, filesElsewhere: rarely, filesToCome: rarely, quarantined: rarely, unopened: rarely,
  paused: fc.option(fc.oneof(fc.record({ why: fc.constantFrom('person', 'stopped'), since: fc.nat() }), fc.constant({ why: 'budget' as const })), { freq: 1 }),
  budget: fc.constant(null),
  looked: fc.option(fc.oneof(looked, looked.map((one) => ({ ...one, failed: false, aboveNetwork: 0, aboveLaptop: 0 })))),
});

const said = (standing: PouchStanding, isMoving = false) => sayingsOf(standing, isMoving).map((one) => one.says);
const countOf = (standing: PouchStanding, says: PouchSaying['says']) => sayingsOf(standing, false).flatMap((one) => (one.says === says && 'count' in one ? [one.count] : []));

/** Nothing cleared waits, nothing that came waits, and the office was asked for all of it to the end. */
function isSettled({ stays, paused, budget, looked, ...counts }: PouchStanding): boolean {
  void [stays, paused, budget];
  return looked !== null && !looked.failed && looked.aboveNetwork + looked.aboveLaptop === 0 && Object.values(counts).every((count) => count === 0);
}

const many = { numRuns: 3000 };

describe('what is said of the pouch', () => {
  it('is “synchronised” exactly when every letter and file that may go is confirmed and all that came is open', () => {
    fc.assert(fc.property(standings, fc.boolean(), (standing, isMoving) => {
      expect(said(standing, isMoving).includes('synchronised')).toBe(isSettled(standing) && !isMoving);
    }), many);
  });

  it('never says “synchronised” beside anything but what is held and that it is paused', () => {
    fc.assert(fc.property(standings, (standing) => {
      const all = said(standing);
      if (all.includes('synchronised')) expect(all.filter((one) => !['synchronised', 'held', 'paused'].includes(one))).toEqual([]);
    }), many);
  });

  it('names every number that is not nothing, once, with that number', () => {
    fc.assert(fc.property(standings, (standing) => {
      const numbers = {
        'to-go': standing.goes, held: standing.stays, unsorted: standing.unsorted, 'under-way': standing.underWay, 'files-to-go': standing.filesToGo,
        'files-elsewhere': standing.filesElsewhere, 'files-to-come': standing.filesToCome, quarantined: standing.quarantined, unopened: standing.unopened,
      } as const;
      for (const [says, count] of Object.entries(numbers)) expect(countOf(standing, says as keyof typeof numbers)).toEqual(count === 0 ? [] : [count]);
      expect(new Set(said(standing)).size).toBe(said(standing).length);
    }), many);
  });

  it('what is held is neither hidden by the rest nor hides it', () => {
    fc.assert(fc.property(standings, (standing) => {
      const others = (one: PouchStanding) => said(one).filter((says) => says !== 'held');
      expect(others({ ...standing, stays: standing.stays + 1 })).toEqual(others(standing));
    }), many);
  });

  it('begins with the pause whenever there is one, whatever else there is to say', () => {
    fc.assert(fc.property(standings, (standing) => {
      const all = said(standing);
      expect(all.indexOf('paused')).toBe(standing.paused === null ? -1 : 0);
      expect(said({ ...standing, paused: null })).toEqual(all.filter((one) => one !== 'paused'));
    }), many);
  });

  it('both kinds of states come up', () => {
    const sample = fc.sample(standings, { numRuns: 2000, seed: 3 });
    const settled = sample.filter(isSettled).length;
    expect(settled).toBeGreaterThan(50);
    expect(sample.length - settled).toBeGreaterThan(50);
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anEdit, noon } from '../../test/builders/changes.ts';
import { someChanges } from '../../test/builders/random-histories.ts';
import { cryptoReady } from '../crypto/sodium.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import { markingOf } from '../markings/scheme.ts';
import type { Change, FieldPath, FieldValue } from './change.ts';
import { applyErasures } from './erasure.ts';
import { fold, foldApproved } from './fold.ts';
import { ancestorsOf, headsOf, historyOf, unite } from './history.ts';
import { isFromTheFuture } from './hybrid-clock.ts';
import { removedItems, writesOf } from './writers.ts';

beforeAll(() => cryptoReady);

const surroundings = { now: noon, scheme: defaultScheme };

function stateOf(changes: readonly Change[]) {
  return fold(historyOf(changes), surroundings);
}

interface Written {
  readonly change: Change;
  readonly value: FieldValue;
}

/** By the definition, slowly: the writings of a field that no other writer of it descends from. */
function lastWritings(changes: readonly Change[]): ReadonlyMap<FieldPath, readonly Written[]> {
  const history = historyOf(changes);
  const removed = removedItems(changes);
  const written = new Map<FieldPath, Written[]>();
  for (const change of changes) {
    for (const [path, value] of writesOf(change, removed)) {
      written.set(path, [...(written.get(path) ?? []), { change, value }]);
    }
  }
  const isReplaced = (one: Written, all: readonly Written[]) =>
    all.some(({ change }) => change !== one.change && ancestorsOf(history, [change.hash]).has(one.change.hash));
  return new Map([...written].map(([path, all]) => [path, all.filter((one) => !isReplaced(one, all))]));
}

describe('every fold', () => {
  it('is the same whatever order the changes arrived in, also piece by piece', () => {
    fc.assert(
      fc.property(someChanges, fc.nat(), (changes, turn) => {
        const split = turn % changes.length;
        const turned = [...changes.slice(split), ...changes.slice(0, split)].reverse();
        const united = unite(historyOf(changes.slice(split)), historyOf(changes.slice(0, split)));
        expect(stateOf(turned)).toEqual(stateOf(changes));
        expect(fold(united, surroundings)).toEqual(stateOf(changes));
        expect([...stateOf(turned).fields.keys()]).toEqual([...stateOf(changes).fields.keys()]);
      }),
    );
  });

  it('shows or keeps as a rival every value that nobody has knowingly replaced, and no other', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const { fields } = stateOf(changes);
        const expected = lastWritings(changes);
        expect(new Set(fields.keys())).toEqual(new Set(expected.keys()));
        for (const [path, last] of expected) {
          const field = fields.get(path);
          const kept = [field?.shown, ...(field?.rivals ?? [])].map((writing) => writing?.value);
          expect(new Set(kept)).toEqual(new Set(last.map((one) => one.value)));
          expect(new Set(kept).size).toBe(kept.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('lets a clock from the future show only where no other was', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const state = stateOf(changes);
        for (const [path, last] of lastWritings(changes)) {
          const present = last.filter(({ change }) => !isFromTheFuture(change.header.time, noon));
          const shown = state.fields.get(path)?.shown;
          if (present.length > 0) expect(present.map(({ change }) => change.hash)).toContain(shown?.change);
        }
      }),
    );
  });

  it('has the highest level that any change has', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const ranks = changes.map((change) => markingOf(defaultScheme, change.header.level).rank);
        expect(markingOf(defaultScheme, stateOf(changes).level).rank).toBe(Math.max(...ranks));
      }),
    );
  });
});

describe('conflicts', () => {
  it('end for a field when a change writes it that knows everything, and only for that field', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const before = stateOf(changes);
        const after = stateOf([...changes, anEdit({ title: 'settled' }, { parents: headsOf(historyOf(changes)) })]);
        expect(after.fields.get('title')).toMatchObject({ shown: { value: 'settled' }, rivals: [] });
        for (const [path, field] of before.fields) {
          if (path !== 'title') expect(after.fields.get(path)).toEqual(field);
        }
      }),
    );
  });
});

describe('an approved frontier', () => {
  it('says the same whatever else arrives', () => {
    fc.assert(
      fc.property(someChanges, fc.nat(), (changes, chosen) => {
        const read = changes.slice(0, 1 + (chosen % changes.length));
        const approval = { frontier: headsOf(historyOf(read)), time: read[0]?.header.time ?? anEdit({}).header.time };
        const alone = foldApproved(historyOf(read), approval, defaultScheme);
        expect(foldApproved(historyOf(changes), approval, defaultScheme)).toEqual(alone);
      }),
    );
  });

  it('leaves no edit out: each is covered by an approval or offered as an amendment', () => {
    fc.assert(
      fc.property(someChanges, (changes) => {
        const state = stateOf(changes);
        fc.pre(state.approvals.length > 0);
        const covered = ancestorsOf(historyOf(changes), state.approvals.flatMap((approval) => approval.frontier));
        const edits = changes.filter((change) => change.header.act === 'edit').map((change) => change.hash);
        expect(new Set(edits.filter((hash) => !covered.has(hash)))).toEqual(new Set(state.amendments));
        expect(state.standingApprovals.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('erased content', () => {
  it('is nowhere in what a record says, and the rest still is', () => {
    fc.assert(
      fc.property(someChanges, fc.array(fc.nat(13), { minLength: 1 }), (changes, chosen) => {
        const gone = new Set(chosen.map((index) => changes[index]?.hash).filter((hash) => hash !== undefined));
        const state = fold(applyErasures(historyOf(changes), gone), surroundings);
        const writers = [...state.fields.values()].flatMap((field) => [field.shown, ...field.rivals]);
        expect(writers.some((writing) => gone.has(writing.change))).toBe(false);
        expect(new Set(state.erased)).toEqual(gone);
        const { heads, level, approvals, binned } = stateOf(changes);
        expect(state).toMatchObject({ heads, level, approvals, binned });
      }),
    );
  });
});

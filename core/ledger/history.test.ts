import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anEdit, noon } from '../../test/builders/changes.ts';
import { someChanges } from '../../test/builders/random-histories.ts';
import { cryptoReady } from '../crypto/sodium.ts';
import type { ChangeHash } from '../ids.ts';
import { defaultScheme } from '../markings/default-scheme.ts';
import type { Change } from './change.ts';
import { applyErasures, eraseContent } from './erasure.ts';
import { fold } from './fold.ts';
import { ancestorsOf, causalOrder, headsOf, historyOf, missingParents, unite } from './history.ts';
import type { History } from './state.ts';

beforeAll(() => cryptoReady);

/** Histories that share changes: the same ones split by three masks, some contents erased in some. */
const threeHistories = fc
  .tuple(someChanges, fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { minLength: 14, maxLength: 14 }))
  .map(([changes, masks]) =>
    [0, 1, 2].map((bit) =>
      historyOf(
        changes.flatMap((change, index) => {
          const [held = 0, erased = 0] = masks[index] ?? [];
          if (((held >> bit) & 1) === 0) return [];
          return [((erased >> bit) & 1) === 1 ? eraseContent(change) : change];
        }),
      ),
    ),
  );

function contents(history: History): readonly Change[] {
  return [...history.values()].sort((one, other) => (one.hash < other.hash ? -1 : 1));
}

describe('uniting histories', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(threeHistories, (histories) => {
        const [a = new Map(), b = new Map(), c = new Map()] = histories;
        expect(contents(unite(a, b))).toEqual(contents(unite(b, a)));
        expect(contents(unite(unite(a, b), c))).toEqual(contents(unite(a, unite(b, c))));
        expect(contents(unite(a, a))).toEqual(contents(a));
        expect(contents(unite(unite(a, b), b))).toEqual(contents(unite(a, b)));
      }),
    );
  });

  it('loses no change and brings no erased content back', () => {
    fc.assert(
      fc.property(threeHistories, ([a = new Map(), b = new Map()]) => {
        const united = unite(a, b);
        expect(new Set(united.keys())).toEqual(new Set([...a.keys(), ...b.keys()]));
        for (const [hash, change] of united) {
          const gone = [a, b].some((one: History) => one.get(hash)?.content === 'erased');
          expect(change.content === 'erased').toBe(gone);
        }
      }),
    );
  });

  it('gives the same whether erasures are applied before or after', () => {
    fc.assert(
      fc.property(threeHistories, fc.array(fc.nat(13)), ([a = new Map(), b = new Map()], chosen) => {
        const hashes = [...unite(a, b).keys()];
        const order = new Set(chosen.map((index) => hashes[index]).filter((hash) => hash !== undefined));
        const after = applyErasures(unite(a, b), order);
        expect(contents(applyErasures(unite(applyErasures(a, order), b), order))).toEqual(contents(after));
        expect(contents(unite(applyErasures(a, order), applyErasures(b, order)))).toEqual(contents(after));
        for (const hash of order) expect(after.get(hash)?.content).toBe('erased');
      }),
    );
  });
});

describe('the order of a history', () => {
  it('puts every change after its parents, the same whatever order they arrived in', () => {
    fc.assert(
      fc.property(someChanges, fc.infiniteStream(fc.nat()), (changes, random) => {
        const shuffled = [...changes].map((change) => ({ change, at: random.next().value })).sort((one, other) => one.at - other.at);
        const ordered = causalOrder(historyOf(shuffled.map(({ change }) => change)));
        expect(ordered).toEqual(causalOrder(historyOf(changes)));
        expect(ordered).toHaveLength(changes.length);
        const placed = new Set<ChangeHash>();
        for (const change of ordered) {
          expect(change.header.parents.every((parent) => placed.has(parent))).toBe(true);
          placed.add(change.hash);
        }
      }),
    );
  });

  it('ends when parents form a circle, which no verified history can', () => {
    const first = anEdit({ title: 'x' });
    const second = anEdit({ title: 'y' }, { parents: [first] });
    const circle = historyOf([{ ...first, header: { ...first.header, parents: [second.hash] } }, second]);
    expect(causalOrder(circle)).toHaveLength(2);
    expect(ancestorsOf(circle, [first.hash]).size).toBe(2);
    expect(fold(circle, { now: noon, scheme: defaultScheme }).heads).toEqual([]);
  });
});

describe('heads, missing parents and ancestors', () => {
  it('agree with one another', () => {
    fc.assert(
      fc.property(someChanges, fc.array(fc.nat(13)), (changes, dropped) => {
        const gone = new Set(dropped);
        const held = historyOf(changes.filter((_, index) => !gone.has(index)));
        const heads = headsOf(held);
        for (const head of heads) {
          expect([...held.values()].some((change) => change.header.parents.includes(head))).toBe(false);
        }
        expect(ancestorsOf(held, heads).size).toBe(held.size);
        for (const missing of missingParents(held)) expect(held.has(missing)).toBe(false);
        expect(missingParents(unite(held, historyOf(changes)))).toEqual([]);
      }),
    );
  });
});

describe('long and wide histories', () => {
  it('are followed without a deep call stack', () => {
    const chain: Change[] = [];
    const template = anEdit({ title: 'x' });
    for (let index = 0; index < 30_000; index += 1) {
      const hash = index.toString(16).padStart(64, '0') as ChangeHash;
      const parents = chain.slice(-1).map((change) => change.hash);
      chain.push({ ...template, hash, header: { ...template.header, parents } });
    }
    const state = fold(historyOf(chain.reverse()), { now: noon, scheme: defaultScheme });
    expect(state.heads).toEqual([chain[0]?.hash]);
    expect(state.fields.get('title')?.rivals).toEqual([]);
  });

  it('keep all values of very many people who wrote at once, until one settles them', () => {
    const first = anEdit({ title: 'Old' });
    const wide = Array.from({ length: 400 }, (_, index) => anEdit({ title: `By ${index}` }, { parents: [first], device: `device-${index}` }));
    const open = fold(historyOf([first, ...wide]), { now: noon, scheme: defaultScheme });
    expect(open.fields.get('title')?.rivals).toHaveLength(399);
    const settled = fold(historyOf([first, ...wide, anEdit({ title: 'New' }, { parents: wide })]), { now: noon, scheme: defaultScheme });
    expect(settled.fields.get('title')).toMatchObject({ shown: { value: 'New' }, rivals: [] });
  });
});

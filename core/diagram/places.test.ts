import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordId } from '../ids.ts';
import { ringPlaces, rowPlaces, withNewcomers, type Place } from './places.ts';

const id = (text: string) => text as RecordId;
const subject = (text: string) => ({ record: id(text) });
const relation = (from: string, to: string) => ({ from: id(from), to: id(to) });
const distance = (one: Place | undefined, other: Place | undefined) => Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));

const aGraph = fc.record({
  names: fc.uniqueArray(fc.stringMatching(/^[a-z]{1,4}$/), { minLength: 1, maxLength: 30 }),
  ends: fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { maxLength: 60 }),
}).map(({ names, ends }) => ({
  subjects: names.map(subject),
  relations: ends.map(([from, to]) => relation(names[from % names.length] ?? '', names[to % names.length] ?? '')),
}));

test('rows: one for each sort of subject, in the order of the schemas, centred, and broken when too long', () => {
  const vans = Array.from({ length: 11 }, (_, at) => ({ record: id(`van${String(at)}`), schema: 'Vehicle' as const }));
  const places = rowPlaces([...vans, { record: id('ana'), schema: 'Person' }, { record: id('ivo'), schema: 'Person' }]);
  expect([places.get(id('ana')), places.get(id('ivo'))]).toEqual([{ x: -85, y: 0 }, { x: 85, y: 0 }]);
  expect(new Set(vans.slice(0, 10).map(({ record }) => places.get(record)?.y))).toEqual(new Set([130]));
  expect(places.get(id('van10'))).toEqual({ x: 0, y: 260 });
});

test('rings: the one with most relations in the middle, its neighbours around it, another group beside', () => {
  const subjects = ['a', 'b', 'c', 'd', 'x'].map(subject);
  const places = ringPlaces(subjects, [relation('b', 'a'), relation('b', 'c'), relation('d', 'b')]);
  const middle = places.get(id('b'));
  expect(['a', 'c', 'd'].map((one) => Math.round(distance(middle, places.get(id(one)))))).toEqual([170, 170, 170]);
  expect(places.get(id('x'))?.x).toBeGreaterThan(Math.max(...['a', 'b', 'c', 'd'].map((one) => places.get(id(one))?.x ?? 0)));
});

test('rings are the same in whatever order subjects and relations come, and put nobody where somebody is', () => {
  fc.assert(
    fc.property(aGraph, ({ subjects, relations }) => {
      const places = ringPlaces(subjects, relations);
      expect(places.size).toBe(subjects.length);
      const again = ringPlaces(subjects.toReversed(), relations.toReversed());
      for (const [record, place] of places) expect(again.get(record)).toEqual(place);
      expect(new Set([...places.values()].map(({ x, y }) => `${String(x)} ${String(y)}`)).size).toBe(places.size);
    }),
  );
});

test('a newcomer comes to stand near whom it has a relation with; nobody else moves', () => {
  const known = new Map([[id('a'), { x: 0, y: 0 }], [id('b'), { x: 2000, y: 0 }]]);
  const places = withNewcomers(known, ['a', 'b', 'c', 'd'].map(subject), [relation('b', 'c'), relation('c', 'd')]);
  expect([places.get(id('a')), places.get(id('b'))]).toEqual([{ x: 0, y: 0 }, { x: 2000, y: 0 }]);
  expect(distance(places.get(id('b')), places.get(id('c')))).toBeLessThan(220);
  expect(distance(places.get(id('c')), places.get(id('d')))).toBeLessThan(220);
});

test('newcomers cover neither one another nor those who stood there', () => {
  fc.assert(
    fc.property(aGraph, ({ subjects, relations }) => {
      const places = [...withNewcomers(new Map([[id('a'), { x: 5, y: 7 }]]), subjects, relations).values()];
      for (const [at, one] of places.entries()) for (const other of places.slice(at + 1)) expect(distance(one, other)).toBeGreaterThan(100);
    }),
  );
});

test('who has left the diagram has no place in it', () => {
  expect([...withNewcomers(new Map([[id('gone'), { x: 0, y: 0 }]]), [subject('a')], []).keys()]).toEqual(['a']);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RecordId } from '../ids.ts';
import type { Place } from './places.ts';
import { nodeRoom, spreadApart } from './spread-apart.ts';

const id = (text: string) => text as RecordId;
const covers = (one: Place, other: Place) => Math.abs(one.x - other.x) < nodeRoom.width - 2 && Math.abs(one.y - other.y) < nodeRoom.height - 2;

test('who has room stays, who has none is pushed the shorter way', () => {
  const far = { x: 900, y: 900 };
  const places = spreadApart(new Map([[id('a'), { x: 0, y: 0 }], [id('b'), { x: 100, y: 10 }], [id('far'), far]]));
  expect(places.get(id('far'))).toEqual(far);
  expect([places.get(id('a')), places.get(id('b'))]).toEqual([{ x: -8, y: 0 }, { x: 109, y: 10 }]);
});

test('however they stand, nobody covers anybody afterwards, and it comes out the same each time', () => {
  const aPlace = fc.record({ x: fc.integer({ min: -300, max: 300 }), y: fc.integer({ min: -300, max: 300 }) });
  fc.assert(
    fc.property(fc.array(aPlace, { maxLength: 60 }), (all) => {
      const places = all.map((place, at) => [id(String(at)), place] as const);
      const spread = spreadApart(new Map(places));
      expect([...spreadApart(new Map(places.toReversed()))]).toEqual([...spread]);
      const after = [...spread.values()];
      for (const [at, one] of after.entries()) for (const other of after.slice(at + 1)) expect(covers(one, other)).toBe(false);
    }),
  );
});

test('five hundred with a quarter of the room they need find it', () => {
  const crowd = Array.from({ length: 500 }, (_, at) => [id(String(at)), { x: (at % 25) * 58, y: Math.floor(at / 25) * 46 }] as const);
  const spread = [...spreadApart(new Map(crowd)).values()];
  const covering = spread.filter((one, at) => spread.slice(at + 1).some((other) => covers(one, other)));
  expect(covering).toEqual([]);
});

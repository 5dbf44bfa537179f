import { expect, it } from 'vitest';
import { linesOf } from './lines.ts';

const groups = [{ value: 'a', from: 0, count: 2 }, { value: 'b', from: 2, count: 1 }, { value: '', from: 3, count: 3 }];

it('draws the head of each group before its rows', () => {
  const lines = linesOf(groups, 6, true);
  expect(lines.count).toBe(9);
  expect(Array.from({ length: 9 }, (_, line) => lines.at(line))).toEqual([
    { head: 'a', count: 2 }, { place: 0 }, { place: 1 }, { head: 'b', count: 1 }, { place: 2 }, { head: '', count: 3 }, { place: 3 }, { place: 4 }, { place: 5 },
  ]);
  expect([0, 1, 2, 3, 5].map((place) => lines.lineOf(place))).toEqual([1, 2, 4, 6, 8]);
});

it('draws rows alone where there are no heads', () => {
  const lines = linesOf(groups, 6, false);
  expect([lines.count, lines.at(4), lines.lineOf(4)]).toEqual([6, { place: 4 }, 4]);
});

import { expect, it } from 'vitest';
import { contains, wordsThatBegin } from './contains.ts';

it.each([
  ['Cigarette route Bar–Bari', 'bar rou'],
  ['Đorđević i drugi', 'dordevic'],
  ['Позвати Николу Ђорђевића', 'ђор'],
  ['Shënim pa titull', 'shen'],
  ['Anything', ''],
])('%s holds "%s"', (text, typed) => {
  expect(contains(text, typed)).toBe(true);
});

it.each([
  ['Cigarette route', 'oute'],
  ['Cigarette route', 'cigarette lorry'],
])('%s does not hold "%s"', (text, typed) => {
  expect(contains(text, typed)).toBe(false);
});

it('names the words that begin so, as they are written', () => {
  expect(wordsThatBegin('La réunion, puis les Réunions d’après', 'reun apr')).toEqual(['réunion', 'Réunions', 'après']);
});

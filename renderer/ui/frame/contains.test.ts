import { expect, it } from 'vitest';
import { contains } from './contains.ts';

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

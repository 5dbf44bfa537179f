import { expect, it } from 'vitest';
import { timeFromWords } from './time-words.ts';

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['14h05', '14:05'],
  ['1405', '14:05'],
  ['23:59', '23:59'],
])('%s is %s', (text, time) => {
  expect(timeFromWords(text)).toBe(time);
});

it.each(['', '25', '9:75', 'noon', '14:5', '2460'])('"%s" is no time', (text) => {
  expect(timeFromWords(text)).toBeNull();
});

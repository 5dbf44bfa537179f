import { expect, it } from 'vitest';
import { waitInWords } from './waiting.ts';

it.each([
  [7, '0:07'],
  [60, '1:00'],
  [725, '12:05'],
  [3900, '1:05:00'],
])('%i seconds are %s', (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words);
});

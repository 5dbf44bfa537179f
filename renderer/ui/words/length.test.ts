import { expect, test } from 'vitest';
import { lengthInWords } from './length.ts';

test.each([[0, '0 min'], [45, '45 min'], [60, '1 h'], [135, '2 h 15 min'], [1440, '24 h']] as const)('%i minutes are %s', (minutes, words) => {
  expect(lengthInWords(minutes).replaceAll('\u00A0', ' ')).toBe(words);
});

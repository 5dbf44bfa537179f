import { describe, expect, it } from 'vitest';
import { dayFromWords } from './day-words.ts';

// A Monday.
const now = new Date(2026, 10, 23, 9);

describe('a day as people type it', () => {
  it.each([
    ['23 Nov 2026', '2026-11-23'],
    ['23 nov', '2026-11-23'],
    ['1. December 26', '2026-12-01'],
    ['23.11.2026', '2026-11-23'],
    ['23.11.', '2026-11-23'],
    ['3/2/27', '2027-02-03'],
    ['2026-11-23', '2026-11-23'],
    ['today', '2026-11-23'],
    ['Tomorrow', '2026-11-24'],
    ['fri', '2026-11-27'],
    ['monday', '2026-11-30'],
  ])('%s', (text, day) => {
    expect(dayFromWords(text, now)).toBe(day);
  });

  it.each(['', '31.2.2026', '45 Nov', 'soon', '12', 'sometime'])('is no day: "%s"', (text) => {
    expect(dayFromWords(text, now)).toBeNull();
  });
});

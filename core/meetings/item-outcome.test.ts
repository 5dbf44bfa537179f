import { expect, test } from 'vitest';
import { aMeeting, placed } from '../../test/builders/meetings.ts';
import { outcomesOf } from './item-outcome.ts';

const item = { ...placed(), title: 'Route' };
const outcomes = (types: readonly ('discussion' | 'decision' | 'action')[], more: { outcome?: 'information' | 'decision' | 'action'; text?: string } = {}) => {
  const { text = 'Said', ...own } = more;
  const { agenda, lines } = aMeeting({
    agenda: [{ ...item, ...own }],
    lines: [...types.map((type) => ({ ...placed(), item: item.key, type, text })), { ...placed(), item: 'another', type: 'decision', text: 'Elsewhere' }],
  });
  return agenda[0] === undefined ? null : outcomesOf(agenda[0], lines);
};

test('it is what the lines are: decisions and actions before what was only said', () => {
  expect(outcomes(['discussion'])).toEqual(['information']);
  expect(outcomes(['discussion', 'action', 'decision', 'action'])).toEqual(['decision', 'action']);
  expect(outcomes(['action'])).toEqual(['action']);
});

test('without a word there is none, and another item’s lines count for nothing', () => {
  expect(outcomes([])).toEqual([]);
  expect(outcomes(['decision'], { text: ' ' })).toEqual([]);
});

test('what a person said of it goes before', () => {
  expect(outcomes(['decision', 'action'], { outcome: 'information' })).toEqual(['information']);
  expect(outcomes([], { outcome: 'decision' })).toEqual(['decision']);
});

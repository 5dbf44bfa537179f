import { expect, test } from 'vitest';
import { titleOf } from './title.ts';

const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });

test('a record is called by its title, an action by its text', () => {
  expect(titleOf('case', { title: '  Route Bar–Bari ' })).toBe('Route Bar–Bari');
  expect(titleOf('action', { text: 'Send the MLA draft\nby Friday' })).toBe('Send the MLA draft by Friday');
});

test('proceedings are called by their file number, or else by their authority', () => {
  expect(titleOf('proceedings', { fileNumber: 'Kt-S 12/26', authority: 'SDT' })).toBe('Kt-S 12/26');
  expect(titleOf('proceedings', { fileNumber: ' ', authority: 'SDT' })).toBe('SDT');
});

test('a note without a title is called by the beginning of its text', () => {
  const body = { type: 'doc', content: [paragraph('Позив из Подгорице.'), paragraph('Second line')] };
  expect(titleOf('note', { title: ' ', body })).toBe('Позив из Подгорице. Second line');
});

test('long texts are shortened between characters', () => {
  const title = titleOf('note', { body: { type: 'doc', content: [paragraph('🛻'.repeat(500))] } });
  expect([...title]).toHaveLength(120);
  expect(title.isWellFormed()).toBe(true);
});

test('what is not there yet has no title', () => {
  expect(titleOf('note', {})).toBe('');
  expect(titleOf('meeting', { title: 7 })).toBe('');
  expect(titleOf('note', { body: 'not a document' })).toBe('');
});

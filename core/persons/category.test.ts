import { expect, test } from 'vitest';
import { kinds, type RecordInput } from '../records/kinds.ts';
import { categoryInForce, limitsOf, toLookAt } from './category.ts';

const person = (value: Partial<RecordInput<'subject'>>) => kinds.subject.schema.parse({ name: 'Marko Marković', ...value });

test('the category in force is the latest by its day, whatever the order in which they were written', () => {
  const { categories } = person({
    categories: [
      { key: 'a', order: 'a0', category: 'suspect', ground: 'Order', on: '2026-05-01' },
      { key: 'b', order: 'a1', category: 'witness', ground: 'Heard', on: '2026-02-01' },
    ],
  });
  expect(categoryInForce(categories)).toBe('suspect');
  expect(categoryInForce([])).toBe('not-decided');
});

test('of one day the one written last counts', () => {
  const on = '2026-05-01';
  const { categories } = person({ categories: [{ key: 'a', order: 'a0', category: 'suspect', on }, { key: 'b', order: 'a1', category: 'acquitted', on }] });
  expect(categoryInForce(categories)).toBe('acquitted');
});

test('a suspect who turns out to be a victim: assessments and numbers are to be looked at, facts stay', () => {
  const value = person({
    identifiers: [{ key: 'i', order: 'a0', type: 'phone', value: '+382 67 000 000' }],
    statements: [{ key: 'f', order: 'a0', text: 'Crossed at Debeli Brijeg', nature: 'fact' }, { key: 's', order: 'a1', text: 'Leads the group', nature: 'assessment' }],
  });
  expect(toLookAt(value, 'victim')).toEqual([{ field: 'statements', keys: ['s'] }, { field: 'identifiers', keys: ['i'] }]);
  expect(toLookAt(value, 'suspect')).toEqual([]);
  expect(toLookAt(value, 'acquitted')[0]?.keys).toEqual(['f', 's']);
});

test('nothing stays undecided, and an informant is protected', () => {
  expect(limitsOf('not-decided')).toEqual(['decide']);
  expect(limitsOf('informant')).toContain('identity');
});

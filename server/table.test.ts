import { expect, test } from 'vitest';
import { sizeOf, tableOf } from './table.ts';

test('columns are as wide as their widest cell, numbers stand to the right', () => {
  expect(tableOf(['name', 'size'], [['Ana', '5 B'], ['Benoît', '12 kB']])).toEqual(['name     size', 'Ana       5 B', 'Benoît  12 kB']);
  expect(tableOf(['name', 'size'], [])).toEqual(['name  size']);
});

test('sizes are said in a few digits', () => expect([999, 1000, 64_400, 3_440_000].map(sizeOf)).toEqual(['999 B', '1 kB', '64 kB', '3.4 MB']));

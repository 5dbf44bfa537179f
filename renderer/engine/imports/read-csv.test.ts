import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

test('the separator is what the head suggests; quoted cells hold separators and lines', () => {
  const read = readCsv('name;city\n"Perić; Ana";"Bar,\nMNE"\nMarko;Bari\n');
  expect(read.head).toEqual(['name', 'city']);
  expect(read.rows).toEqual([{ line: 2, cells: ['Perić; Ana', 'Bar,\nMNE'], off: 0, openQuote: false }, { line: 4, cells: ['Marko', 'Bari'], off: 0, openQuote: false }]);
});

test('short and long rows are told; empty lines are passed over', () => {
  expect(readCsv('a,b\n1\n\n1,2,3\n').rows.map(({ line, off }) => [line, off])).toEqual([[2, -1], [4, 1]]);
});

test('a quotation mark that never closes costs its row, not the rest of the file', () => {
  const rest = Array.from({ length: 1000 }, (_, index) => `Name ${index};x`).join('\n');
  const read = readCsv(`name;city\n"Broken;Bar\n${rest}`);
  expect(read.rows.filter((row) => row.openQuote).map(({ line }) => line)).toEqual([2]);
  expect(read.rows).toHaveLength(1001);
  expect(read.rows.at(-1)?.cells).toEqual(['Name 999', 'x']);
});

test('two open quotation marks do not close one another over the rows between', () => {
  const rows = Array.from({ length: 500 }, (_, index) => (index % 50 === 0 ? `"Open ${index};x` : `Name ${index};x`));
  expect(readCsv(`name;city\n${rows.join('\n')}`).rows).toHaveLength(500);
});

test('every cell that was written comes back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'Ђ', '"', ';', '\n', ' ', ','), maxLength: 12 }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 20 }), (rows) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = ['one;two', ...rows.map((row) => row.map(quoted).join(';'))].join('\n');
      expect(readCsv(text).rows.map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';

const text = (rows: readonly (readonly string[])[]) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(csvOf(rows));

describe('a table as CSV', () => {
  it('begins with the mark that makes spreadsheets read UTF-8', () => {
    expect(Array.from(csvOf([['Ђ']]).slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
    expect(text([['Ђорђе', 'Đorđe']])).toBe('\uFEFFЂорђе,Đorđe\r\n');
  });

  it('is split by what the language of the reader splits by', () => {
    const split = new TextDecoder().decode(csvOf([['2,5', 'a;b', 'c']], ';'));
    expect(split).toBe('"2,5";"a;b";c\r\n');
  });

  it('quotes what would end a cell or a line', () => {
    expect(text([['a,b', 'c "d"', 'e\nf', ' g']])).toBe('\uFEFF"a,b","c ""d""","e\nf"," g"\r\n');
  });

  it.each(['=1+1', '+cmd|calc', '-2+3+cmd', '@SUM(A1)', '  =x', '\t=x', '=HYPERLINK("http://x")', '＝1'])('neutralises %s', (cell) => {
    const written = text([[cell]]).slice(1).replace(/^"/, '');
    expect(written.startsWith("'")).toBe(true);
  });

  it.each(['+382 20 123-456', '-12.5', '2026-11-25', 'a=b', ''])('leaves %s as it is', (cell) => {
    expect(text([[cell]])).toBe(`\uFEFF${cell}\r\n`);
  });
});

import Papa from 'papaparse';

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells fewer (negative) or more than the head has. */
  readonly off: number;
  /** A quotation mark opens in it and is not closed as it should be: read as plain text. */
  readonly openQuote: boolean;
}

export interface ReadCsv {
  readonly head: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * Comma-, semicolon- or tab-separated text, whichever the head suggests. A quotation mark that never
 * closes would swallow the rows behind it: the row that opens it is read as plain text instead, and
 * reading goes on with the next line, so that one broken row costs one row.
 */
export function readCsv(text: string): ReadCsv {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let head: readonly string[] = [];
  let line = 1;
  for (const record of records(text, separator)) {
    const cells = cellsOf(record, separator);
    if (cells.some((cell) => cell.trim() !== '')) {
      if (head.length === 0) head = cells.map((cell) => cell.trim());
      else rows.push({ line, cells, off: cells.length - head.length, openQuote: !record.closed });
    }
    line += record.lines;
  }
  return { head, rows };
}

function separatorOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = text.slice(0, end === -1 ? undefined : end);
  const count = (separator: string) => first.split(separator).length;
  return [';', '\t', ','].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

/** How many lines one quoted cell may reasonably go over. More are an open quotation mark. */
const longestRecord = 200;

interface Row {
  readonly text: string;
  readonly lines: number;
  readonly closed: boolean;
}

/** Lines put together as long as a quoted cell goes on. */
function* records(text: string, separator: string): Iterable<Row> {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (let at = 0; at < lines.length; ) {
    let row: Row | null = null;
    for (let count = 1; row === null && count <= longestRecord && at + count <= lines.length; count += 1) {
      const whole = lines.slice(at, at + count).join('\n');
      const state = stateOf(whole, separator);
      if (state === 'broken') break;
      if (state === 'closed') row = { text: whole, lines: count, closed: true };
    }
    row ??= { text: lines[at] ?? '', lines: 1, closed: false };
    yield row;
    at += row.lines;
  }
}

/** RFC 4180: a cell that begins with a quotation mark ends with one, which stands before a separator or the end. */
function stateOf(row: string, separator: string): 'closed' | 'open' | 'broken' {
  for (let at = 0; at <= row.length; ) {
    if (row[at] !== '"') {
      const next = row.indexOf(separator, at);
      if (next === -1) return 'closed';
      at = next + 1;
      continue;
    }
    const end = closingMark(row, at + 1);
    if (end === null) return 'open';
    if (end === row.length - 1) return 'closed';
    if (row[end + 1] !== separator) return 'broken';
    at = end + 2;
  }
  return 'closed';
}

function closingMark(row: string, from: number): number | null {
  for (let at = from; ; at += 2) {
    at = row.indexOf('"', at);
    if (at === -1) return null;
    if (row[at + 1] !== '"') return at;
  }
}

function cellsOf({ text, closed }: Row, separator: string): readonly string[] {
  if (!closed || !text.includes('"')) return text.split(separator);
  return Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' }).data[0] ?? [];
}

import Papa from 'papaparse';

export interface CsvRow {
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells fewer (negative) or more than the head has. */
  readonly off: number;
}

export interface ReadCsv {
  readonly head: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Line on which a quotation mark opens that is never closed; what follows it was read line by line. */
  readonly openQuote: number | null;
}

/**
 * Comma-, semicolon- or tab-separated text, whichever the head suggests. A quotation mark that never
 * closes would swallow the rest of the file: the row that opens it is read as plain text instead, and
 * reading goes on with the next line, so that one broken row costs one row.
 */
export function readCsv(text: string): ReadCsv {
  const separator = separatorOf(text);
  const rows: CsvRow[] = [];
  let head: readonly string[] = [];
  let openQuote: number | null = null;
  let line = 1;
  for (const record of records(text)) {
    const lines = record.text.split('\n').length;
    if (!record.closed) openQuote ??= line;
    const cells = cellsOf(record.text, separator, record.closed);
    if (cells.some((cell) => cell.trim() !== '')) {
      if (head.length === 0) head = cells.map((cell) => cell.trim());
      else rows.push({ line, cells, off: cells.length - head.length });
    }
    line += lines;
  }
  return { head, rows, openQuote };
}

function separatorOf(text: string): string {
  const first = text.slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'));
  const count = (separator: string) => first.split(separator).length;
  return [';', '\t', ','].reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

/** How many lines one quoted cell may reasonably go over. More are an open quotation mark. */
const longestRecord = 200;

interface Record {
  readonly text: string;
  readonly closed: boolean;
}

/** Lines put together as long as a quotation mark is open. */
function* records(text: string): Iterable<Record> {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const last = closingLine(lines, at);
    if (last === null) {
      yield { text: lines[at] ?? '', closed: false };
      continue;
    }
    yield { text: lines.slice(at, last + 1).join('\n'), closed: true };
    at = last;
  }
}

function closingLine(lines: readonly string[], from: number): number | null {
  let open = false;
  for (let at = from; at < lines.length && at < from + longestRecord; at += 1) {
    for (const letter of lines[at] ?? '') if (letter === '"') open = !open;
    if (!open) return at;
  }
  return null;
}

function cellsOf(text: string, separator: string, closed: boolean): readonly string[] {
  if (!closed) return text.split(separator);
  const [row] = Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' }).data.length > 1 ? [[text]] : Papa.parse<string[]>(text, { delimiter: separator, newline: '\n' }).data;
  return row ?? [];
}

/**
 * A table as CSV (RFC 4180) that spreadsheets open as it is meant: UTF-8 with a byte-order mark,
 * lines ended by CR LF, every cell that needs it quoted. A cell that a spreadsheet would take for a
 * formula is written with an apostrophe before it (OWASP, "CSV Injection"), so that nothing in a
 * record can run on the machine of whoever opens the file.
 *
 * `separator`: spreadsheets split by `;` where the comma is the decimal sign of the language, by `,` elsewhere.
 */
export function csvOf(rows: readonly (readonly string[])[], separator: ',' | ';' = ','): Uint8Array<ArrayBuffer> {
  const text = rows.map((row) => row.map(cell).join(separator)).join('\r\n');
  return new TextEncoder().encode(`\uFEFF${text}\r\n`);
}

const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
/** A plain number or a telephone number is no formula. */
const harmless = /^[+-]?[\d\s().,/-]+$/;

function cell(text: string): string {
  const safe = formula.test(text) && !harmless.test(text) ? `'${text}` : text;
  return /[",\r\n;]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}

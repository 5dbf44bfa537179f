import { blankContact, type ContactDraft } from './contact-input.ts';
import { countryOfText } from './country-of-text.ts';
import type { CsvRow } from './read-csv.ts';
import type { ContactField, ImportProblem } from './imports-api.ts';

/** What a record takes on one line. */
const longestLine = 300;
const longestText = 20_000;

export interface ReadContact {
  readonly line: number | null;
  readonly contact: ContactDraft;
  readonly problems: readonly ImportProblem[];
}

type Note = (code: ImportProblem['code'], facts?: ImportProblem['facts'], left?: boolean) => void;

/** A row as a contact, with everything about it that is not as it should be. Without a name it is left out. */
export function contactOfRow(file: string, row: CsvRow, fields: readonly (ContactField | null)[]): ReadContact {
  const problems: ImportProblem[] = [];
  const note: Note = (code, facts = {}, left = false) => void problems.push({ file, line: row.line, code, facts, left });
  if (row.openQuote) note('quote-open');
  if (row.off < 0) note('row-short', { missing: -row.off });
  if (row.off > 0 && row.cells.slice(fields.length).some((cell) => cell.trim() !== '')) note('row-long', { more: row.off });
  const cellsOf = (field: ContactField) => fields.flatMap((one, index) => (one === field ? [(row.cells[index] ?? '').trim()] : [])).filter((cell) => cell !== '');
  const first = (field: ContactField) => cellsOf(field)[0] ?? '';
  const given = first('givenName');
  const family = first('familyName');
  const name = first('name') !== '' ? first('name') : [given, family].filter((part) => part !== '').join(' ');
  if (name === '') note('no-name', {}, true);
  const contact: ContactDraft = {
    ...blankContact,
    name: fitted(name, longestLine, note),
    sortName: family !== '' && given !== '' ? fitted(`${family}, ${given}`, longestLine, note) : '',
    institution: fitted(first('institution'), longestLine, note),
    role: fitted(first('role'), longestLine, note),
    country: countryOf(first('country'), note),
    languages: first('languages').split(/[,;/]+/).map((one) => one.trim()).filter((one) => one !== '' && one.length <= 20).slice(0, 30),
    numbers: [
      ...severalOf(cellsOf('office')).map((number) => ({ type: 'office' as const, number })),
      ...severalOf(cellsOf('mobile')).map((number) => ({ type: 'mobile' as const, number })),
      ...severalOf(cellsOf('fax')).map((number) => ({ type: 'fax' as const, number })),
    ].slice(0, 60),
    emails: severalOf(cellsOf('email')).slice(0, 60).map((address) => emailOf(address, note)),
    address: fitted(cellsOf('address').join('\n'), longestText, note),
    remarks: fitted(cellsOf('remarks').join('\n'), longestText, note),
  };
  return { line: row.line, contact, problems };
}

function severalOf(cells: readonly string[]): readonly string[] {
  return cells.flatMap((cell) => cell.split(/[;\n|]+| \/ /)).map((one) => one.trim().slice(0, longestLine)).filter((one) => one !== '');
}

function countryOf(text: string, note: Note): ContactDraft['country'] {
  const country = countryOfText(text);
  if (country === null && text !== '') note('country-unknown', { text });
  return country;
}

function emailOf(address: string, note: Note): ContactDraft['emails'][number] {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) note('email-odd', { text: address });
  return { type: 'office', address };
}

/** Text that a field takes; what is longer is cut between characters, and that is said. */
function fitted(text: string, limit: number, note: Note): string {
  if (text.length <= limit) return text;
  note('text-shortened', { limit });
  return text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '').trimEnd();
}

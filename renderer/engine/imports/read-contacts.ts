import { foldName } from '../../../core/text/fold-name.ts';
import { proposeColumns } from './contact-columns.ts';
import { contactOfRow, type ReadContact } from './contact-row.ts';
import { decodeText } from './decode-text.ts';
import type { ImportChoices, ImportColumn, ImportFile, ImportProblem, TextEncoding } from './imports-api.ts';
import { readCsv } from './read-csv.ts';
import { problem } from './read-notes.ts';
import { readVcards } from './read-vcard.ts';

export interface ContactsReading {
  readonly contacts: readonly (ReadContact & { readonly file: string })[];
  readonly problems: readonly ImportProblem[];
  readonly columns: readonly ImportColumn[];
  readonly encoding: TextEncoding | null;
}

const nothing: ContactsReading = { contacts: [], problems: [], columns: [], encoding: null };
const samples = 3;

/** The contacts of a vCard or CSV file. */
export function readContacts(file: ImportFile, choices: Pick<ImportChoices, 'columns' | 'encoding'>): ContactsReading {
  const extension = /\.([a-z\d]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (extension === 'vcf' || extension === 'vcard') return fromCards(file);
  if (['csv', 'tsv', 'txt', 'tab'].includes(extension)) return fromTable(file, choices);
  return { ...nothing, problems: [problem(file, 'file-unknown', { extension }, true)] };
}

function fromCards(file: ImportFile): ContactsReading {
  const read = readVcards(file.bytes);
  if (!read.ok) return { ...nothing, problems: [problem(file, 'file-unreadable', {}, true)] };
  const contacts = read.value.contacts.map((contact) => {
    const problems = contact.name === '' ? [problem(file, 'no-name', {}, true)] : [];
    return { file: file.name, line: null, contact, problems };
  });
  const unread = Array.from({ length: read.value.unread }, () => problem(file, 'file-unreadable', {}, true));
  return { ...nothing, contacts, problems: unread };
}

function fromTable(file: ImportFile, choices: Pick<ImportChoices, 'columns' | 'encoding'>): ContactsReading {
  const { text, encoding } = decodeText(file.bytes, choices.encoding);
  const { head, rows } = readCsv(text);
  const proposed = proposeColumns(head);
  const fields = head.map((_, index) => (choices.columns?.[index] === undefined ? (proposed[index] ?? null) : choices.columns[index]));
  const columns = head.map((name, index) => ({
    index,
    name,
    sample: rows.slice(0, 50).map((row) => row.cells[index]?.trim() ?? '').filter((cell) => cell !== '').slice(0, samples),
    field: fields[index] ?? null,
  }));
  const contacts = rows.map((row) => ({ file: file.name, ...contactOfRow(file.name, row, fields) }));
  return { contacts, problems: [], columns, encoding };
}

/** What two files or a file and the notebook call the same person: name and, where there is one, a number or an address. */
export function identitiesOf(name: string, numbers: readonly string[], emails: readonly string[], institution: string): readonly string[] {
  const folded = foldName(name);
  const marks = [
    ...numbers.map((number) => number.replace(/\D/g, '').slice(-8)).filter((digits) => digits.length >= 6),
    ...emails.map((email) => email.toLowerCase()),
    ...(institution === '' ? [] : [foldName(institution)]),
  ];
  return marks.length === 0 ? [folded] : marks.map((mark) => `${folded}|${mark}`);
}

import { kosovoFootnotes, namesKosovo } from '../minutes/kosovo-footnote.ts';
import { csvOf } from '../tables/csv.ts';
import type { ReportDocument } from './report-document.ts';

export interface ReportCsvWords {
  readonly heads: readonly [section: string, code: string, name: string, figure: string, part: string, value: string];
  /** As a spreadsheet of the language reads it back. */
  number(amount: number): string;
  readonly separator: ',' | ';';
}

/**
 * One line for each figure and each part of it: section, number, name, what it is, the part, the value.
 * The marking is the first line, since the file itself can carry none; the last is what must be said where Kosovo* is named.
 */
export function reportCsv({ language, banner, title, facts, sections }: ReportDocument, { heads, number, separator }: ReportCsvWords): Uint8Array<ArrayBuffer> {
  const rows: string[][] = [[banner], [title], ...facts.filter((fact) => fact.value !== '').map((fact) => [fact.label, fact.value]), [], [...heads]];
  for (const section of sections) {
    for (const { code, name, figures, tables } of section.items) {
      for (const figure of figures) rows.push([section.title, code, name, figure.label, '', figure.amount === null ? figure.text : number(figure.amount)]);
      for (const table of tables) for (const row of table.rows) rows.push([section.title, code, name, table.caption, row.name, number(row.amount)]);
    }
  }
  const notes = namesKosovo(rows.flat().join(' ')) ? kosovoFootnotes(language === 'fr' ? 'fr' : 'en', 'en') : [];
  return csvOf([...rows, ...notes.map((note) => [note.text])], separator);
}

import {
  AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, ShadingType, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType,
  type ITableCellOptions,
} from 'docx';
import { kosovoFootnotes, namesKosovo } from '../../../../core/minutes/kosovo-footnote.ts';
import { printable } from '../../../../core/minutes/markup.ts';
import type { ReportDocument, ReportItem, ReportTable } from '../../../../core/report/report-document.ts';

/**
 * The report as a Word document, to be edited: headings, tables with heads that repeat, the marking at
 * the top and the foot of every page. Loaded when somebody asks for one.
 */
export async function reportDocx(report: ReportDocument, pageLabel: string): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: report.title,
    subject: report.banner,
    keywords: report.banner,
    creator: program,
    lastModifiedBy: program,
    description: report.genre,
    styles: { default: { document: { run: { font: 'Calibri', size: 21, language: { value: report.language } } } } },
    sections: [{
      properties: { page: { size: { width: a4.width, height: a4.height }, margin: { top: 1600, bottom: 1600, left: a4.margin, right: a4.margin } } },
      headers: { default: new Header({ children: [banner(report)] }) },
      footers: { default: new Footer({ children: [banner(report), pageNumber(pageLabel)] }) },
      children: bodyOf(report),
    }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const program = 'Rapporteur';
/** Twentieths of a point. */
const a4 = { width: 11906, height: 16838, margin: 1418 };
const width = a4.width - 2 * a4.margin;
const grey = '444444';
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

function banner({ banner: text }: ReportDocument): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, { bold: true })] });
}

/** `Page {page} of {pages}` with the numbers that Word counts itself. */
function pageNumber(label: string): Paragraph {
  const pieces = label.split(/(\{pages?\})/).filter((piece) => piece !== '');
  const children = pieces.map((piece) => new TextRun({ size: 18, children: [piece === '{page}' ? PageNumber.CURRENT : piece === '{pages}' ? PageNumber.TOTAL_PAGES : piece] }));
  return new Paragraph({ alignment: AlignmentType.RIGHT, children });
}

function bodyOf(report: ReportDocument): (Paragraph | Table)[] {
  const body: (Paragraph | Table)[] = [
    new Paragraph({ children: [run(report.genre, { color: grey, size: 19 })] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [run(report.title, {})] }),
    plainTable(report.facts.filter((fact) => fact.value !== '').map((fact) => [fact.label, fact.value])),
    ...report.remarks.split(/\r?\n/).filter((text) => text.trim() !== '').map((text) => paragraph(text)),
  ];
  for (const section of report.sections) {
    body.push(new Paragraph({ heading: HeadingLevel.HEADING_1, spacing: { before: 360 }, children: [run(section.title, {})] }));
    for (const item of section.items) body.push(...itemOf(item));
  }
  for (const note of report.notes) body.push(paragraph(note, { color: grey, size: 19 }));
  const notes = namesKosovo(JSON.stringify(report)) ? kosovoFootnotes(report.language === 'fr' ? 'fr' : 'en', 'en') : [];
  return [...body, ...notes.map((note) => paragraph(note.text, { size: 17 }))];
}

function itemOf({ code, name, result, figures, tables, notes }: ReportItem): (Paragraph | Table)[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, spacing: { before: 240 }, children: [run(code === '' ? name : `${code} ${name}`, {})] }),
    ...(result === '' ? [] : [paragraph(result, { color: grey })]),
    plainTable(figures.map((figure) => [figure.label, figure.text])),
    ...tables.flatMap(chartOf),
    ...notes.map((note) => paragraph(note, { color: grey, size: 19 })),
  ];
}

function plainTable(rows: readonly (readonly [string, string])[]): Table {
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width * 0.34, width * 0.66],
    borders,
    rows: rows.map(([label, value]) => new TableRow({ cantSplit: true, children: [cell([paragraph(label, { color: grey })], width * 0.34), cell([paragraph(value)], width * 0.66)] })),
  });
}

const columnWidths = [width * 0.36, width * 0.46, width * 0.18];

/** A table whose middle column is the bars. */
function chartOf({ caption, heads, rows, note }: ReportTable): (Paragraph | Table)[] {
  const head = new TableRow({
    tableHeader: true,
    children: [heads[0], '', heads[1]].map((text, at) => cell([paragraph(text, { bold: true, size: 19 }, at === 2 ? AlignmentType.RIGHT : AlignmentType.LEFT)], columnWidths[at] ?? 0)),
  });
  return [
    new Paragraph({ keepNext: true, spacing: { before: 160, after: 40 }, children: [run(caption, { bold: true, size: 19 })] }),
    new Table({
      width: { size: width, type: WidthType.DXA },
      columnWidths,
      borders,
      rows: [head, ...rows.map((row) => new TableRow({
        cantSplit: true,
        children: [
          cell([paragraph(row.name, { size: 19 })], columnWidths[0] ?? 0),
          cell([bar(row.share, columnWidths[1] ?? 0)], columnWidths[1] ?? 0),
          cell([paragraph(row.text, { size: 19 }, AlignmentType.RIGHT)], columnWidths[2] ?? 0),
        ],
      }))],
    }),
    ...(note === '' ? [] : [paragraph(note, { color: grey, size: 19 })]),
  ];
}

/** A shaded line as long as its share: the rest is its indent. */
function bar(share: number, room: number): Paragraph {
  const usable = room - 240;
  if (share <= 0) return paragraph('', { size: 12 });
  return new Paragraph({
    spacing: { before: 60, after: 0, line: 160 },
    indent: { right: Math.round(usable * (1 - share)) },
    shading: { type: ShadingType.CLEAR, fill: grey, color: 'auto' },
    children: [new TextRun({ text: '', size: 10 })],
  });
}

function cell(children: Paragraph[], size: number): TableCell {
  const options: ITableCellOptions = { children, width: { size, type: WidthType.DXA }, verticalAlign: VerticalAlign.CENTER, margins: { left: 0, right: 120, top: 20, bottom: 20 } };
  return new TableCell(options);
}

interface Look {
  readonly bold?: boolean;
  readonly color?: string;
  /** Half points. */
  readonly size?: number;
}

function paragraph(text: string, look: Look = {}, alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT): Paragraph {
  return new Paragraph({ alignment, spacing: { after: 40 }, children: [run(text, look)] });
}

function run(text: string, look: Look): TextRun {
  return new TextRun({ text: printable(text), ...look });
}

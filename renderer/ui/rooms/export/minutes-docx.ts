import { AlignmentType, BorderStyle, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, UnderlineType, VerticalAlign, WidthType } from 'docx';
import { printable } from '../../../../core/minutes/markup.ts';
import type { Block, BlockRun, BlockText } from '../../../../core/minutes/minutes-blocks.ts';
import type { MinutesJob } from '../../../engine/api.ts';

/** What of a print job a Word document is made from. */
export type WordJob = Pick<MinutesJob, 'blocks' | 'title' | 'banner' | 'language' | 'pageLabel' | 'reference'>;

/**
 * The minutes as a Word document, for those who must edit them: headings, tables with heads that
 * repeat, the marking at the top and the foot of every page. It carries no signed record: what can be
 * edited proves nothing. Loaded when somebody asks for one.
 */
export async function minutesDocx(job: WordJob): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: printable(job.title),
    subject: job.banner,
    keywords: job.banner,
    creator: program,
    lastModifiedBy: program,
    styles: { default: { document: { run: { font: 'Calibri', size: 22, language: { value: job.language } } } } },
    sections: [{
      properties: { page: { size: { width: a4.width, height: a4.height }, margin: { top: 1600, bottom: 1600, left: a4.margin, right: a4.margin } } },
      headers: { default: new Header({ children: [banner(job)] }) },
      footers: { default: new Footer({ children: [banner(job), foot(job)] }) },
      children: job.blocks.map(laidOut),
    }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const program = 'Rapporteur';
/** Twentieths of a point. */
const a4 = { width: 11906, height: 16838, margin: 1418 };
const room = a4.width - 2 * a4.margin;
const none = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' };
const line = { style: BorderStyle.SINGLE, size: 4, color: '999999' };
const borders = { top: none, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none };
const bare = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

function banner({ banner: text }: WordJob): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true })] });
}

/** The reference and `Page {page} of {pages}` with the numbers that Word counts itself. */
function foot({ reference, pageLabel }: WordJob): Paragraph {
  const pieces = pageLabel.split(/(\{pages?\})/).filter((piece) => piece !== '');
  const numbers = pieces.map((piece) => new TextRun({ size: 18, children: [piece === '{page}' ? PageNumber.CURRENT : piece === '{pages}' ? PageNumber.TOTAL_PAGES : piece] }));
  return new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ size: 18, text: reference === '' ? '' : `${printable(reference)}   ` }), ...numbers] });
}

function laidOut(block: Block): Paragraph | Table {
  if (block.block === 'table') return tableOf(block);
  if (block.block === 'title') return new Paragraph({ heading: HeadingLevel.TITLE, spacing: { after: 160 }, children: runs(block.text) });
  if (block.block === 'heading') return new Paragraph({ heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2, spacing: { before: block.level === 1 ? 320 : 220, after: 80 }, keepNext: true, children: runs(block.text) });
  return new Paragraph({ spacing: { after: 100 }, keepNext: block.keepWithNext ?? false, children: runs(block.text) });
}

function tableOf({ heads, widths, rows }: Extract<Block, { block: 'table' }>): Table {
  const sizes = widths.map((share) => Math.round(share * room));
  const row = (cells: readonly BlockText[], isHead: boolean) =>
    new TableRow({ cantSplit: true, ...(isHead ? { tableHeader: true } : {}), children: cells.map((text, at) => new TableCell({ width: { size: sizes[at] ?? 0, type: WidthType.DXA }, verticalAlign: VerticalAlign.TOP, margins: { left: 0, right: 120, top: 30, bottom: 30 }, children: [new Paragraph({ children: runs(text) })] })) });
  const head = heads.length === 0 ? [] : [row(heads.map((text) => [{ text, look: 'strong', language: null }] as const), true)];
  return new Table({ width: { size: room, type: WidthType.DXA }, columnWidths: sizes, borders: heads.length === 0 ? bare : borders, rows: [...head, ...rows.map((cells) => row(cells, false))] });
}

const looks: Readonly<Record<BlockRun['look'], ConstructorParameters<typeof TextRun>[0] & object>> = {
  plain: {},
  strong: { bold: true },
  quiet: { color: '444444', size: 19 },
  corrected: { underline: { type: UnderlineType.DOTTED } },
  mark: { superScript: true, bold: true },
};

function runs(text: BlockText): TextRun[] {
  return text.map(({ text: words, look, language }) => new TextRun({ ...looks[look], text: printable(words), ...(language === null ? {} : { language: { value: language } }) }));
}

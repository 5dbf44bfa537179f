import { AFRelationship, PDFArray, PDFDocument, PDFName, type PDFPage, type PDFRef } from '@cantoo/pdf-lib';
import { writeMetadata, type PdfMetadata } from './pdf-metadata.ts';
import { nameTableParts } from './table-parts.ts';

export interface FinishInput extends PdfMetadata {
  /** The signed record that travels inside the file. */
  readonly record: Uint8Array;
}

/** The name under which the signed record is attached. */
export const recordFileName = 'rapporteur-record.json';

/**
 * Objects that are read or written before the event loop has its turn. Keys that are typed in the
 * window come through this process: it must not be busy for long at a time.
 */
const objectsPerTurn = 200;

/** Reads what Chromium printed. */
export async function readPrinted(bytes: Uint8Array): Promise<PDFDocument> {
  return await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: objectsPerTurn });
}

/**
 * Makes the file that goes out: lays the margins under every page, attaches the signed record and
 * writes the metadata. The pages' own content and their tags stay as Chromium made them.
 */
export async function finishPdf(pdf: PDFDocument, margins: PDFDocument, input: FinishInput): Promise<Uint8Array<ArrayBuffer>> {
  const pages = pdf.getPages();
  const sheets = await pdf.embedPdf(margins, margins.getPageIndices());
  for (const [index, page] of pages.entries()) {
    const sheet = sheets[index];
    if (sheet === undefined) throw new Error('every page has its margins');
    layUnder(pdf, page, sheet.ref);
  }
  nameTableParts(pdf);
  const minute = new Date(Math.floor(input.made.getTime() / 60_000) * 60_000);
  await pdf.attach(input.record, recordFileName, {
    mimeType: 'application/json',
    description: 'Signed record of this document',
    creationDate: minute,
    modificationDate: minute,
    afRelationship: AFRelationship.Data,
  });
  writeMetadata(pdf, input);
  return await pdf.save({ useObjectStreams: true, objectsPerTick: objectsPerTurn, addDefaultPage: false, updateFieldAppearances: false });
}

const marginsName = PDFName.of('Margins');

/**
 * Puts the margins before the page's content, where no state that the content leaves behind can move
 * them, and marks them as an artifact of pagination (ISO 32000-1, 14.8.2.2): a screen reader passes
 * over them and the tag tree knows nothing of them.
 */
function layUnder(pdf: PDFDocument, page: PDFPage, sheet: PDFRef): void {
  page.node.setXObject(marginsName, sheet);
  const stream = pdf.context.flateStream('/Artifact <</Type /Pagination>> BDC q /Margins Do Q EMC\n');
  const contents = page.node.Contents();
  const own = contents instanceof PDFArray ? contents.asArray() : [page.node.get(PDFName.of('Contents'))];
  const all = [pdf.context.register(stream), ...own.filter((part) => part !== undefined)];
  page.node.set(PDFName.of('Contents'), pdf.context.obj(all));
}

import type { PDFDocument } from '@cantoo/pdf-lib';
import { pageMarginsHtml, type PageMargins } from '../../../core/minutes/page-margins.ts';
import { finishPdf, readPrinted } from './finish-pdf.ts';
import { openHiddenPage, type HiddenPage } from './hidden-page.ts';
import type { PrintSession } from './print-session.ts';

export interface MinutesJob extends PageMargins {
  readonly html: string;
  readonly title: string;
  readonly record: Uint8Array;
}

/**
 * Minutes as PDF: printed by Chromium with tags and outline, then finished. `made` is the moment
 * that the file will name. Throws when Chromium cannot print.
 */
export async function printMinutes(
  printing: PrintSession,
  job: MinutesJob,
  made: Date,
): Promise<{ readonly pdf: Uint8Array<ArrayBuffer>; readonly pages: number }> {
  const page = openHiddenPage(printing);
  try {
    await page.show(job.html);
    const printed = await page.contents.printToPDF({ ...a4, generateTaggedPDF: true, generateDocumentOutline: true });
    const [pdf, margins] = await readWithMargins(page, job, printed);
    return { pdf: await finishPdf(pdf, margins, { ...job, made }), pages: pdf.getPageCount() };
  } finally {
    page.close();
  }
}

const a4 = { pageSize: 'A4', preferCSSPageSize: true, printBackground: true } as const;

/** While this process reads the pages, the other prints their margins. */
async function readWithMargins(page: HiddenPage, job: PageMargins, printed: Uint8Array): Promise<[PDFDocument, PDFDocument]> {
  const guess = countPages(printed);
  const [pdf, ahead] = await Promise.all([readPrinted(printed), printMargins(page, job, guess)]);
  const pages = pdf.getPageCount();
  return [pdf, await readPrinted(guess === pages ? ahead : await printMargins(page, job, pages))];
}

async function printMargins(page: HiddenPage, job: PageMargins, pages: number): Promise<Uint8Array> {
  await page.show(pageMarginsHtml(job, pages));
  return await page.contents.printToPDF({ ...a4, generateTaggedPDF: false });
}

/** The number of page objects, which Chromium writes in clear; only a guess until the file has been read. */
function countPages(printed: Uint8Array): number {
  const text = Buffer.from(printed.buffer, printed.byteOffset, printed.byteLength).toString('latin1');
  return text.match(/\/Type \/Page\b/g)?.length ?? 0;
}

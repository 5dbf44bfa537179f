import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
// oxlint-disable-next-line import/default -- the bundler makes an address of it
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';

pdfjs.GlobalWorkerOptions.workerSrc = workerAddress;

let running: pdfjs.PDFWorker | null = null;

/** One worker for all documents: starting it takes longer than opening one. It ends with the page, at lock. */
function worker(): pdfjs.PDFWorker {
  running ??= new pdfjs.PDFWorker();
  return running;
}

function load(bytes: Uint8Array): pdfjs.PDFDocumentLoadingTask {
  // The worker takes the bytes away from whoever hands them over.
  return pdfjs.getDocument({ data: bytes.slice(), worker: worker(), enableXfa: false, verbosity: 0 });
}

/** The attachment that carries the signed record (electron/main/printing/finish-pdf.ts). */
const recordName = 'rapporteur-record.json';

export type PdfPage = pdfjs.PDFPageProxy;

export interface OpenPdf {
  readonly pages: readonly PdfPage[];
  close(): void;
}

/** Opens a PDF to be shown. It is drawn from memory; nothing is fetched. Throws when it is none. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const task = load(bytes);
  const document = await task.promise;
  const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const pages = await Promise.all(numbers.map((number) => document.getPage(number)));
  return { pages, close: () => void task.destroy() };
}

/** What a file says that may be minutes: the record inside it and the text of each page. */
export interface MinutesFile {
  readonly record: Uint8Array;
  readonly pages: readonly string[];
}

/** Reads what is needed to check a PDF; `null` when it is none or carries no record. */
export async function readMinutesFile(bytes: Uint8Array): Promise<MinutesFile | null> {
  const task = load(bytes);
  try {
    const document = await task.promise;
    const attachments = (await document.getAttachments()) as Readonly<Record<string, { filename: string; content: Uint8Array }>> | null;
    const record = Object.values(attachments ?? {}).find((one) => one.filename === recordName)?.content;
    if (record === undefined) return null;
    const pages: string[] = [];
    for (let number = 1; number <= document.numPages; number += 1) pages.push(await textOf(await document.getPage(number)));
    return { record, pages };
  } catch {
    return null;
  } finally {
    void task.destroy();
  }
}

/** The text of a page as a reader meets it; what stands in the margins is no part of it. */
export async function textOf(page: PdfPage): Promise<string> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const open: string[] = [];
  let text = '';
  for (const item of items) {
    if ('str' in item) {
      if (!open.includes('Artifact')) text += item.hasEOL ? `${item.str}\n` : item.str;
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push((item as { readonly tag?: string }).tag ?? '');
  }
  return text;
}

import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What other programs see in a PDF. */
export interface ReadPdf {
  readonly pages: readonly ReadPage[];
  readonly title: string;
  readonly information: Readonly<Record<string, unknown>>;
  readonly xmp: string;
  readonly marked: boolean;
  /** BCP 47, from the catalogue. */
  readonly language: string | null;
  readonly outline: readonly string[];
  readonly attachments: ReadonlyMap<string, Uint8Array>;
  /** Names of fonts whose file is not in the document. */
  readonly missingFonts: readonly string[];
  readonly fonts: readonly string[];
}

export interface ReadPage {
  /** What a screen reader reads. */
  readonly text: string;
  /** What stands in the margins, from the top down. */
  readonly margins: readonly { readonly text: string; readonly fromTop: number; readonly left: number; readonly right: number }[];
  /** Text of the lines, from the top down, without the margins. */
  readonly lines: readonly string[];
  readonly width: number;
  /** Kinds of the tags on the page, in reading order. */
  readonly tags: readonly string[];
}

interface TreeNode {
  readonly role?: string;
  readonly children?: readonly TreeNode[];
}

export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const loading = pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await loading.promise;
  try {
    const pages: ReadPage[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(await pdf.getPage(number)));
    const { info, metadata } = await pdf.getMetadata();
    const information = info as Record<string, unknown>;
    const mark = await pdf.getMarkInfo();
    const attached = (await pdf.getAttachments()) as Record<string, { filename: string; content: Uint8Array }> | null;
    return {
      pages,
      title: String(information['Title']),
      information,
      xmp: metadata?.getRaw() as string,
      marked: mark?.Marked === true,
      language: typeof information['Language'] === 'string' ? information['Language'] : null,
      outline: flatOutline(await pdf.getOutline()),
      attachments: new Map(Object.values(attached ?? {}).map((one) => [one.filename, one.content])),
      ...(await fontsOf(bytes)),
    };
  } finally {
    await loading.destroy();
  }
}

async function readPage(page: pdfjs.PDFPageProxy): Promise<ReadPage> {
  const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const [, , width = 0, height = 0] = page.view;
  const open: string[] = [];
  let text = '';
  const margins: { text: string; fromTop: number; left: number; right: number }[] = [];
  const body: { text: string; fromTop: number; left: number; right: number }[] = [];
  for (const item of content.items) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') open.pop();
      else open.push(String((item as { tag?: string }).tag));
      continue;
    }
    const left = Number(item.transform[4]);
    const piece = { text: item.str, fromTop: height - Number(item.transform[5]), left, right: left + item.width };
    if (open.includes('Artifact')) margins.push(piece);
    else {
      body.push(piece);
      text += item.hasEOL ? `${item.str}\n` : item.str;
    }
  }
  const tree = (await page.getStructTree()) as TreeNode | null;
  return { text, margins: joined(margins), lines: joined(body).map((line) => line.text), width, tags: tree === null ? [] : roles(tree) };
}

/** Pieces of one line in one. */
function joined(pieces: readonly { text: string; fromTop: number; left: number; right: number }[]): ReadPage['margins'] {
  const lines: { text: string; fromTop: number; left: number; right: number }[] = [];
  for (const piece of pieces.filter((one) => one.text.trim() !== '').toSorted((a, b) => a.fromTop - b.fromTop || a.left - b.left)) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.fromTop - piece.fromTop) < 2) {
      const space = piece.left - last.right > 1 ? ' ' : '';
      lines[lines.length - 1] = { ...last, text: last.text + space + piece.text, right: piece.right };
    } else lines.push(piece);
  }
  return lines;
}

function roles(node: TreeNode): string[] {
  return [...(node.role === undefined ? [] : [node.role]), ...(node.children ?? []).flatMap(roles)];
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly OutlineItem[];
}

function flatOutline(items: readonly OutlineItem[] | null): string[] {
  return (items ?? []).flatMap((item) => [item.title, ...flatOutline(item.items)]);
}

async function fontsOf(bytes: Uint8Array): Promise<{ fonts: string[]; missingFonts: string[] }> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const name = (key: string) => PDFName.of(key);
  const fonts: string[] = [];
  const missingFonts: string[] = [];
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(name('Type')) !== name('Font')) continue;
    const descendants = object.lookupMaybe(name('DescendantFonts'), PDFArray);
    if (object.get(name('Subtype')) === name('Type0') && descendants !== undefined) continue;
    const called = String(object.get(name('BaseFont')));
    const descriptor = object.lookupMaybe(name('FontDescriptor'), PDFDict);
    fonts.push(called);
    const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.get(name(key)) instanceof PDFRef);
    if (!embedded && object.get(name('Subtype')) !== name('Type3')) missingFonts.push(called);
  }
  return { fonts, missingFonts };
}

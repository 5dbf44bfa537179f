import { PDFArray, PDFDict, PDFName, type PDFDocument, type PDFObject } from '@cantoo/pdf-lib';

const kind = PDFName.of('S');
const kids = PDFName.of('K');

/**
 * Chromium tags the head of a table as a part without a meaning. Names it as what it is (`THead`),
 * so that a screen reader announces it once and knows that it repeats (ISO 32000-1, 14.8.4.3.4).
 */
export function nameTableParts(pdf: PDFDocument): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(kind) !== PDFName.of('Table')) continue;
    const parts = kidsOf(pdf, object);
    const groups = parts.filter((part) => part.get(kind) === PDFName.of('NonStruct') && kidsOf(pdf, part).some(isRow));
    const [head, ...more] = groups;
    // A table without a head has no group, and one that we did not make may have several: left alone.
    if (head !== undefined && more.length === 0) head.set(kind, PDFName.of('THead'));
  }
}

function isRow(part: PDFDict): boolean {
  return part.get(kind) === PDFName.of('TR');
}

function kidsOf(pdf: PDFDocument, element: PDFDict): PDFDict[] {
  const value = pdf.context.lookup(element.get(kids));
  const all: readonly (PDFObject | undefined)[] = value instanceof PDFArray ? value.asArray().map((one) => pdf.context.lookup(one)) : [value];
  return all.filter((one) => one instanceof PDFDict);
}

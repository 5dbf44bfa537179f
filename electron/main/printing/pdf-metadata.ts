import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from '@cantoo/pdf-lib';

export interface PdfMetadata {
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly banner: string;
  readonly reference: string;
  /** When it was made; kept to the minute, in universal time, so that it tells nothing of the machine. */
  readonly made: Date;
}

/**
 * Replaces everything that Chromium says about itself and the machine (its producer string names the
 * operating system) by what a reader needs: title, language, classification. The XMP packet says
 * exactly the same as the information dictionary (ISO 32000-1, 14.3).
 */
export function writeMetadata(pdf: PDFDocument, metadata: PdfMetadata): void {
  const made = new Date(Math.floor(metadata.made.getTime() / 60_000) * 60_000);
  const keywords = [metadata.banner, metadata.reference].filter((text) => text !== '').join('; ');
  const date = PDFString.fromDate(made);
  const information = {
    Title: PDFHexString.fromText(metadata.title),
    Subject: PDFHexString.fromText(metadata.banner),
    Keywords: PDFHexString.fromText(keywords),
    Creator: PDFHexString.fromText(program),
    Producer: PDFHexString.fromText(program),
    CreationDate: date,
    ModDate: date,
  };
  pdf.context.trailerInfo.Info = pdf.context.register(pdf.context.obj(information));
  const packet = new TextEncoder().encode(xmp(metadata, keywords, made));
  const stream = pdf.context.stream(packet, { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(stream));
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of(metadata.language));
  const preferences = pdf.catalog.lookupMaybe(PDFName.of('ViewerPreferences'), PDFDict) ?? pdf.context.obj({});
  preferences.set(PDFName.of('DisplayDocTitle'), pdf.context.obj(true));
  pdf.catalog.set(PDFName.of('ViewerPreferences'), preferences);
}

const program = 'Rapporteur';

function xmp(metadata: PdfMetadata, keywords: string, made: Date): string {
  const date = made.toISOString().replace(':00.000Z', ':00Z');
  const inLanguage = (text: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:format>application/pdf</dc:format>
<dc:title>${inLanguage(metadata.title)}</dc:title>
<dc:description>${inLanguage(metadata.banner)}</dc:description>
<dc:language><rdf:Bag><rdf:li>${escaped(metadata.language)}</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>${escaped(keywords)}</pdf:Keywords>
<pdf:Producer>${program}</pdf:Producer>
<xmp:CreatorTool>${program}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

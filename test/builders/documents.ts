import { strToU8, zipSync } from 'fflate';

/** Files as other programs write them, for the readers of imports. */
const wordNamespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A Word document with a heading, a list, a table, a footnote and, where asked, a macro. */
export function aDocx(parts: { readonly macros?: boolean; readonly extra?: Readonly<Record<string, Uint8Array>> } = {}): Uint8Array {
  const run = (text: string, properties = '') => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
  const line = (content: string, properties = '') => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
  const cell = (text: string) => `<w:tc>${line(run(text))}</w:tc>`;
  const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
  const body = [
    line(run('Радни састанак'), '<w:pStyle w:val="Heading1"/>'),
    line(`${run('Đorđević said ')}${run('nothing', '<w:b/>')}${run('.')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
    line(run('First point (15 min)'), numbered),
    line(run('Second point'), numbered),
    `<w:tbl><w:tr>${cell('Name')}${cell('Country')}</w:tr><w:tr>${cell('Ana')}${cell('HRV')}</w:tr></w:tbl>`,
  ].join('');
  const files: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(`${header}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`),
    '_rels/.rels': strToU8(`${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`),
    'word/_rels/document.xml.rels': strToU8(`${header}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/footnotes" Target="footnotes.xml"/><Relationship Id="rId2" Type="${relationships}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${relationships}/numbering" Target="numbering.xml"/></Relationships>`),
    'word/document.xml': strToU8(`${header}<w:document ${wordNamespace}><w:body>${body}</w:body></w:document>`),
    'word/styles.xml': strToU8(`${header}<w:styles ${wordNamespace}><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`),
    'word/numbering.xml': strToU8(`${header}<w:numbering ${wordNamespace}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`),
    'word/footnotes.xml': strToU8(`${header}<w:footnotes ${wordNamespace}><w:footnote w:id="2">${line(run('By telephone.'))}</w:footnote></w:footnotes>`),
    ...(parts.macros === true ? { 'word/vbaProject.bin': strToU8('Sub AutoOpen()') } : {}),
    ...parts.extra,
  };
  return zipSync(files);
}

/** A message with an HTML twin, a file, and another message inside. */
export function anEml(): Uint8Array {
  const inner = [
    'From: Vesna Mitrović <vesna@example.org>', 'To: Ana <ana@example.org>', 'Date: Mon, 02 Mar 2026 09:30:00 +0000', 'Subject: Inner', 'Content-Type: text/plain; charset=utf-8', '', 'The inner words.',
  ].join('\r\n');
  return strToU8([
    'From: =?UTF-8?B?xJBvcsSRZQ==?= <djordje@example.org>',
    'To: Ana <ana@example.org>, "Perić, Marko" <marko@example.org>',
    'Date: Tue, 03 Mar 2026 10:00:00 +0000',
    'Subject: =?UTF-8?Q?Ruta_Bar=E2=80=93Bari?=',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="b1"',
    '', '--b1',
    'Content-Type: text/html; charset=utf-8', '', '<p>The <b>outer</b> words.</p><script>alert(1)</script>',
    '--b1',
    'Content-Type: application/octet-stream; name="list.bin"', 'Content-Disposition: attachment; filename="list.bin"', 'Content-Transfer-Encoding: base64', '', 'AAEC',
    '--b1',
    'Content-Type: message/rfc822', '', inner,
    '--b1--', '',
  ].join('\r\n'));
}

/** Text in a single-byte code page of the region, as old programs write it. */
export function inCodePage(text: string, page: 'windows-1250' | 'windows-1251'): Uint8Array {
  const decoder = new TextDecoder(page);
  const table = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte] as const));
  return Uint8Array.from(text, (letter) => table.get(letter) ?? 63);
}

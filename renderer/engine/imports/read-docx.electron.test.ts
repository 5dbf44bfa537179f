import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { aDocx } from '../../../test/builders/documents.ts';
import { richText, type RichTextNode } from '../../../core/records/parts.ts';
import { readDocx } from './read-docx.ts';

function textOf(node: RichTextNode): string {
  return node.type === 'hardBreak' ? '\n' : (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}
const linesOf = (body: RichTextNode) => (body.content ?? []).map(textOf);

test('a Word document: headings, emphasis, lists, tables, footnotes; macros stay behind', async () => {
  const read = await readDocx(aDocx({ macros: true }));
  if (!read.ok) throw new Error(read.failure.code);
  const { body, macros } = read.value;
  expect(macros).toBe(true);
  expect(richText.parse(body)).toEqual(body);
  expect(body.content?.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'orderedList', 'paragraph', 'paragraph', 'horizontalRule', 'paragraph']);
  expect(linesOf(body)).toEqual(['Радни састанак', 'Đorđević said nothing.[1]', 'First point (15 min)Second point', 'Name | Country', 'Ana | HRV', '', '[1] By telephone.']);
  expect(body.content?.[1]?.content?.[1]).toEqual({ type: 'text', text: 'nothing', marks: [{ type: 'bold' }] });
});

test('what is no Word document, is cut short, or would inflate without end is refused', async () => {
  expect(await readDocx(strToU8('no zip'))).toMatchObject({ failure: { code: 'file-unreadable' } });
  expect(await readDocx(aDocx().slice(0, 900))).toMatchObject({ failure: { code: 'file-unreadable' } });
  expect(await readDocx(zipSync({ 'other.xml': strToU8('<a/>') }))).toMatchObject({ failure: { code: 'file-unreadable' } });
  const zeros = { 'word/media/zeros.bin': new Uint8Array(1_000_000) };
  expect(await readDocx(aDocx({ extra: zeros }), 999_999)).toMatchObject({ failure: { code: 'inflates-too-much' } });
});

import { expect, test } from 'vitest';
import { anEml } from '../../../test/builders/documents.ts';
import { richText, type RichTextNode } from '../../../core/records/parts.ts';
import { readMarkdown } from './read-markdown.ts';
import { readMessage } from './read-message.ts';

function textOf(node: RichTextNode): string {
  return node.type === 'hardBreak' ? '\n' : (node.text ?? '') + (node.content ?? []).map(textOf).join('');
}
const linesOf = (body: RichTextNode) => (body.content ?? []).map(textOf);

test('an e-mail: decoded heads, HTML as text, a message inside, its files', async () => {
  const read = await readMessage(anEml());
  if (!read.ok) throw new Error(read.failure.code);
  const { subject, body, day, from, files, tooDeep } = read.value;
  expect({ subject, day, from, tooDeep }).toEqual({ subject: 'Ruta Bar–Bari', day: '2026-03-03', from: 'Đorđe <djordje@example.org>', tooDeep: false });
  const text = linesOf(body).join('\n');
  expect(text).toContain('The outer words.');
  expect(text).toContain('The inner words.');
  expect(text).toContain('Vesna Mitrović');
  expect(text).not.toContain('alert');
  expect(files).toEqual([{ name: 'list.bin', type: 'application/octet-stream', bytes: Uint8Array.of(0, 1, 2) }]);
  expect(richText.parse(body)).toEqual(body);
});

test('what is no message is refused', async () => {
  expect(await readMessage(new Uint8Array())).toMatchObject({ ok: false });
});

test('Markdown keeps its structure; HTML in it stays text', () => {
  const body = readMarkdown('# Route\n\nA **bold** word and <b>tags</b>.\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n');
  expect(richText.parse(body)).toEqual(body);
  expect(body.content?.map(({ type }) => type)).toEqual(['heading', 'paragraph', 'bulletList', 'paragraph', 'paragraph']);
  expect(linesOf(body)[1]).toBe('A bold word and <b>tags</b>.');
  expect(linesOf(body)[4]).toBe('1 | 2');
});

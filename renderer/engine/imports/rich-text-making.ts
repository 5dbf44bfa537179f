import type { RichTextNode } from '../../../core/records/parts.ts';

type Mark = 'bold' | 'italic' | 'underline' | 'strike' | 'highlight';

/** Pieces of rich text as records hold them; what is empty makes nothing. */
export function words(text: string, marks: readonly Mark[] = []): readonly RichTextNode[] {
  // Control characters other than line breaks and tabs come from damaged files.
  // oxlint-disable-next-line no-control-regex -- these are exactly what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '').replaceAll('\t', ' ');
  return clean === '' ? [] : [{ type: 'text', text: clean, ...(marks.length === 0 ? {} : { marks: marks.map((type) => ({ type })) }) }];
}

export function paragraph(content: readonly RichTextNode[]): RichTextNode {
  return content.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: [...content] };
}

export function heading(level: number, content: readonly RichTextNode[]): RichTextNode {
  return { type: 'heading', attrs: { level: Math.min(3, Math.max(1, level)) }, content: [...content] };
}

export function list(type: 'bulletList' | 'orderedList', items: readonly (readonly RichTextNode[])[]): RichTextNode {
  return { type, content: items.map((item) => ({ type: 'listItem', content: item.length === 0 ? [paragraph([])] : [...item] })) };
}

export function quote(content: readonly RichTextNode[]): RichTextNode {
  return { type: 'blockquote', content: content.length === 0 ? [paragraph([])] : [...content] };
}

export function document(content: readonly RichTextNode[]): RichTextNode {
  return { type: 'doc', content: [...content] };
}

/** Plain text: a paragraph for each block between empty lines, line breaks kept. */
export function plainText(text: string): RichTextNode {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n+/).filter((block) => block.trim() !== '');
  return document(blocks.map((block) => paragraph(withBreaks(block.replace(/^\n+|\n+$/g, '')))));
}

/** Inline text with its line breaks. */
export function withBreaks(text: string, marks: readonly Mark[] = []): readonly RichTextNode[] {
  return text.split('\n').flatMap((line, index) => [...(index === 0 ? [] : [{ type: 'hardBreak' }]), ...words(line, marks)]);
}

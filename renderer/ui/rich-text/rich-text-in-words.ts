import type { FieldValue } from '../../../core/ledger/change.ts';
import type { RichTextNode } from '../../../core/records/parts.ts';
import { blocksOf } from './rich-text-content.ts';

/** Rich text as lines of plain words, points of lists marked, so that two of them can be compared. */
export function richTextInWords(value: FieldValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  return linesOf(value as unknown as RichTextNode, '').join('\n');
}

function linesOf(node: RichTextNode, before: string): readonly string[] {
  const inner = node.content ?? [];
  if (node.type === 'bulletList') return inner.flatMap((item) => linesOf(item, `${before}• `));
  if (node.type === 'orderedList') {
    const start = typeof node.attrs?.['start'] === 'number' ? node.attrs['start'] : 1;
    return inner.flatMap((item, at) => linesOf(item, `${before}${String(start + at)}. `));
  }
  if (node.type === 'doc' || node.type === 'listItem' || node.type === 'blockquote') {
    return inner.flatMap((child, at) => linesOf(child, at === 0 ? before : before.replaceAll(/\S/g, ' ')));
  }
  return blocksOf(node).map((block) => before + block);
}

import type { RichTextNode } from '../../../core/records/parts.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';

/** Longer than any list shows. */
const longestTitle = 120;

/**
 * What lists call a record or a draft: its title, or else the beginning of what was written. Takes
 * values as they are, also a draft's that no schema has passed yet; empty when there is nothing.
 */
export function titleOf(kind: RecordKind, value: Readonly<Record<string, unknown>>): string {
  const named = kind === 'action' ? value['text'] : value['title'];
  if (typeof named === 'string' && named.trim() !== '') return shortened(named);
  return kind === 'note' ? shortened(beginningOf(value['body'])) : '';
}

function beginningOf(body: unknown): string {
  let text = '';
  const waiting: unknown[] = [body];
  while (waiting.length > 0 && text.length <= longestTitle) {
    const node = waiting.pop();
    if (!isNode(node)) continue;
    if (typeof node.text === 'string') text += node.text;
    else if (text !== '' && node.type !== 'text') text += ' ';
    if (Array.isArray(node.content)) waiting.push(...[...node.content].reverse());
  }
  return text;
}

function isNode(value: unknown): value is Partial<RichTextNode> {
  return typeof value === 'object' && value !== null;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length <= longestTitle ? line : `${characters.slice(0, longestTitle - 1).join('').trimEnd()}…`;
}

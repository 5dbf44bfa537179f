import type { RichTextNode } from '../../../core/records/parts.ts';
import { kinds, type RecordKind } from '../../../core/records/kinds.ts';

/** Longer than any list shows. */
const longestTitle = 120;

/**
 * What lists call a record or a draft: the first of its kind's naming fields that says
 * something, or its beginning. Takes values as they are, also a draft's that no schema has passed yet; empty when there is nothing.
 */
export function titleOf(kind: RecordKind, value: Readonly<Record<string, unknown>>): string {
  const fields: readonly string[] = kinds[kind].named;
  for (const field of fields) {
    const said = value[field];
    const text = field === 'body' ? beginningOf(said) : typeof said === 'string' ? said : '';
    if (text.trim() !== '') return shortened(text);
  }
  return '';
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

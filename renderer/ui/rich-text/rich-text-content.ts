import { getSchema, type AnyExtension, type JSONContent } from '@tiptap/react';
import type { RichTextNode } from '../../../core/records/parts.ts';
import { richTextExtensions } from './rich-text-extensions.ts';

const schema = getSchema([...richTextExtensions] as AnyExtension[]);

/** Nothing written yet. */
export const emptyText: RichTextNode = { type: 'doc', content: [] };

/** Text as the editor can open it. What does not nest as the editor nests is opened as plain paragraphs, every word kept. */
export function forEditor(text: unknown): JSONContent {
  const node = isNode(text) ? text : emptyText;
  if ((node.content ?? []).length === 0) return { type: 'doc', content: [{ type: 'paragraph' }] };
  return fitsEditor(node) ? (node as JSONContent) : asParagraphs(node);
}

/** Text as a record holds it: what is empty is nothing at all. */
export function fromEditor(content: JSONContent): RichTextNode {
  return isBlank(content) ? emptyText : (content as RichTextNode);
}

/** Whether there is no word in it. */
export function isBlank(text: unknown): boolean {
  return plainTextOf(text).trim() === '';
}

/** The words of a text, one line for each block. */
export function plainTextOf(text: unknown): string {
  return blocksOf(text).join('\n');
}

/** The text of every block (paragraph, heading, point of a list), in order. */
export function blocksOf(text: unknown): readonly string[] {
  if (!isNode(text)) return [];
  const inner = text.content ?? [];
  if (text.type === 'text' || text.type === 'hardBreak' || inner.some(isInline)) return [inlineOf(text)];
  if (inner.length === 0) return text.type === 'paragraph' || text.type === 'heading' ? [''] : [];
  return inner.flatMap(blocksOf);
}

function inlineOf(node: RichTextNode): string {
  if (node.type === 'hardBreak') return '\n';
  return (node.text ?? '') + (node.content ?? []).map(inlineOf).join('');
}

function isInline(node: RichTextNode): boolean {
  return node.type === 'text' || node.type === 'hardBreak';
}

function isNode(value: unknown): value is RichTextNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function fitsEditor(node: RichTextNode): boolean {
  try {
    schema.nodeFromJSON(node).check();
    return true;
  } catch {
    return false;
  }
}

function asParagraphs(node: RichTextNode): JSONContent {
  const paragraphs = blocksOf(node).flatMap((block) => block.split('\n'));
  return {
    type: 'doc',
    content: paragraphs.map((text) => (text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] })),
  };
}

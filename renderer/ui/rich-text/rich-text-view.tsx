import { createElement, Fragment, type ReactNode } from 'react';
import type { RichTextNode } from '../../../core/records/parts.ts';
import classes from './rich-text.module.css';

const blocks: Readonly<Record<string, string>> = {
  paragraph: 'p',
  bulletList: 'ul',
  orderedList: 'ol',
  listItem: 'li',
  blockquote: 'blockquote',
};
const marks: Readonly<Record<string, string>> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', highlight: 'mark' };

/** Rich text to be read: made of elements, never of markup that somebody sent. */
export function RichTextView({ text, language }: { text: RichTextNode; language?: string }) {
  return (
    <div className={classes['prose']} lang={language}>
      {drawAll(text.content)}
    </div>
  );
}

function drawAll(nodes: readonly RichTextNode[] | undefined): ReactNode {
  // Nodes have no identity of their own; the view is drawn anew when the text changes.
  return nodes?.map((node, at) => <Fragment key={`${String(at)} ${node.type}`}>{draw(node)}</Fragment>);
}

function draw(node: RichTextNode): ReactNode {
  if (node.type === 'text') return markedText(node);
  if (node.type === 'hardBreak') return <br />;
  if (node.type === 'horizontalRule') return <hr />;
  if (node.type === 'heading') return createElement(node.attrs?.['level'] === 3 ? 'h3' : 'h2', null, drawAll(node.content));
  const tag = blocks[node.type];
  if (tag === undefined) return drawAll(node.content);
  const start = node.type === 'orderedList' && typeof node.attrs?.['start'] === 'number' ? { start: node.attrs['start'] } : null;
  return createElement(tag, start, drawAll(node.content));
}

function markedText(node: RichTextNode): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((inner, mark) => {
    const tag = marks[mark.type];
    return tag === undefined ? inner : createElement(tag, null, inner);
  }, node.text ?? '');
}

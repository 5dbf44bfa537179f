import { Lexer, type Token, type Tokens } from 'marked';
import type { RichTextNode } from '../../../core/records/parts.ts';
import { document, heading, list, paragraph, quote, withBreaks, words } from './rich-text-making.ts';

type Mark = NonNullable<Parameters<typeof words>[1]>[number];

/** Markdown as rich text. HTML inside it stays text; links keep their words and, where it is another, their address. */
export function readMarkdown(text: string): RichTextNode {
  return document(new Lexer({ gfm: true }).lex(text).flatMap(blockOf));
}

function blockOf(token: Token): readonly RichTextNode[] {
  switch (token.type) {
    case 'space':
    case 'def':
      return [];
    case 'heading':
      return [heading((token as Tokens.Heading).depth, inline(token))];
    case 'blockquote':
      return [quote(((token as Tokens.Blockquote).tokens).flatMap(blockOf))];
    case 'list':
      return [listOf(token as Tokens.List)];
    case 'hr':
      return [{ type: 'horizontalRule' }];
    case 'code':
      return [paragraph(withBreaks((token as Tokens.Code).text))];
    case 'table':
      return tableOf(token as Tokens.Table);
    default: {
      const content = inline(token);
      return content.length === 0 ? [] : [paragraph(content)];
    }
  }
}

function listOf(token: Tokens.List): RichTextNode {
  return list(token.ordered ? 'orderedList' : 'bulletList', token.items.map((item) => item.tokens.flatMap(blockOf)));
}

/** A row a paragraph, cells parted as they are read aloud. */
function tableOf(token: Tokens.Table): readonly RichTextNode[] {
  return [token.header, ...token.rows].map((row) =>
    paragraph(row.flatMap((cell, index) => [...(index === 0 ? [] : words(' | ')), ...cell.tokens.flatMap((one) => inlineOf(one, []))])),
  );
}

function inline(token: Token): readonly RichTextNode[] {
  return inlineOf(token, []);
}

const marksOf: Readonly<Record<string, Mark>> = { strong: 'bold', em: 'italic', del: 'strike' };

function inlineOf(token: Token, marks: readonly Mark[]): readonly RichTextNode[] {
  if (token.type === 'br') return [{ type: 'hardBreak' }];
  const inner = 'tokens' in token ? token.tokens : undefined;
  const mark = marksOf[token.type];
  const now = mark === undefined ? marks : [...new Set([...marks, mark])];
  if (inner !== undefined && inner.length > 0) return [...inner.flatMap((one) => inlineOf(one, now)), ...addressOf(token)];
  const text = 'text' in token && typeof token.text === 'string' ? token.text : token.raw;
  return withBreaks(text, now);
}

function addressOf(token: Token): readonly RichTextNode[] {
  if (token.type !== 'link') return [];
  const { href, text } = token as Tokens.Link;
  return href === text || href === `mailto:${text}` ? [] : words(` (${href})`);
}

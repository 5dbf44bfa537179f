import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Token, Tokens } from 'marked';
import { chaptersOf } from './chapters.ts';

const docs = path.resolve(import.meta.dirname, '../../../../docs');
const read = (name: string) => readFileSync(path.join(docs, name), 'utf8');
const english = chaptersOf(read('user-guide.md'));
const french = chaptersOf(read('user-guide.fr.md'));

/** What stands where: headings with their depth, paragraphs, lists with their items, pictures, tables with their rows. Two guides that say the same in two languages have one shape. */
function shapeOf(chapters: typeof english): readonly (readonly string[])[] {
  return chapters.map(({ blocks }, at) => [`part ${String(at + 1)}`, ...blocks.map(shapeOfBlock)]);
}

function shapeOfBlock(block: Token): string {
  if (block.type === 'heading') return `heading ${String((block as Tokens.Heading).depth)}`;
  if (block.type === 'table') return `table of ${String((block as Tokens.Table).rows.length)} rows, ${String((block as Tokens.Table).header.length)} columns`;
  if (block.type === 'list') return `${(block as Tokens.List).ordered ? 'numbered ' : ''}list of ${(block as Tokens.List).items.map((item) => shapesIn(item.tokens)).join(' | ')}`;
  if (block.type === 'paragraph') return `paragraph${shapesIn((block as Tokens.Paragraph).tokens)}`;
  return block.type;
}

/** What stands among the words: pictures by their file, inner lists, and what is emphasised, which are mostly words of the screen. */
function shapesIn(pieces: readonly Token[]): string {
  return pieces.map(shapeOfPiece).join('');
}

function shapeOfPiece(piece: Token): string {
  if (piece.type === 'image') return ` with ${(piece as Tokens.Image).href}`;
  if (piece.type === 'list') return shapeOfBlock(piece);
  const inner = 'tokens' in piece && piece.tokens !== undefined ? shapesIn(piece.tokens) : '';
  return ['strong', 'em', 'codespan'].includes(piece.type) ? ` ${piece.type}${inner}` : inner;
}

it('takes a guide apart, and says what a part says without signs', () => {
  const [first, second] = chaptersOf('# Guide\n\nBegin **here**.\n\n## Keys\n\n| a | b |\n|---|---|\n| `Ctrl+K` | go |\n\n### More\n\n1. one [word](https://example.org)\n2. two\n');
  expect(first).toMatchObject({ title: 'Guide', text: 'Guide\nBegin here.' });
  expect(second?.title).toBe('Keys');
  expect(second?.text).toBe('Keys\na b Ctrl+K go\nMore\none word\ntwo');
});

describe('the guide in French', () => {
  it('names the same keys', () => {
    const keysOf = (chapters: typeof english) => chapters.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'table')).flatMap((table) => (table as Tokens.Table).rows.map(([key]) => key?.text ?? ''));
    const inEnglish = (key: string) => key.replaceAll('Maj+', 'Shift+').replace('Entrée', 'Enter').replace('Échap', 'Escape').replace('Espace', 'Space').replace('flèches', 'arrows').replace('dans une liste', 'in a list');
    expect(keysOf(french).map(inEnglish)).toEqual(keysOf(english));
  });

  it('is built as the English one: the same parts, lists, pictures and tables, in the same order', () => {
    expect(shapeOf(french)).toEqual(shapeOf(english));
  });

  it('is printed as French is', () => {
    const loud = french.flatMap(({ text }) => text.split('\n')).filter((line) => /[^\u00a0\u202f\s][;?!»](?!\w)| [:;?!»]|« |«[^\u00a0]|['"]/.test(line));
    expect(loud).toEqual([]);
  });
});

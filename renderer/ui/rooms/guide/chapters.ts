import { Lexer, type Token, type Tokens } from 'marked';

/** A part of the guide: what stands under one of its main headings; the first is what stands before them. */
export interface Chapter {
  readonly title: string;
  readonly blocks: readonly Token[];
  /** All that it says, for finding. */
  readonly text: string;
}

/** Takes the guide apart at its headings of the first and second order. Headings of lower order stay within. */
export function chaptersOf(markdown: string): readonly Chapter[] {
  const chapters: { title: string; blocks: Token[] }[] = [];
  for (const token of new Lexer({ gfm: true }).lex(markdown)) {
    if (token.type === 'heading' && (token as Tokens.Heading).depth <= 2) chapters.push({ title: wordsOf(token), blocks: [] });
    else if (token.type !== 'space') chapters.at(-1)?.blocks.push(token);
  }
  return chapters.map(({ title, blocks }) => ({ title, blocks, text: [title, ...blocks.map(wordsOf)].join('\n') }));
}

/** The words of a piece of Markdown without its signs. */
export function wordsOf(token: Token): string {
  if (token.type === 'table') {
    const { header, rows } = token as Tokens.Table;
    return [header, ...rows].flatMap((row) => row.flatMap((cell) => cell.tokens.map(wordsOf))).join(' ');
  }
  if (token.type === 'list') return (token as Tokens.List).items.map((item) => item.tokens.map(wordsOf).join('')).join('\n');
  const inner = 'tokens' in token ? token.tokens : undefined;
  if (inner !== undefined) return inner.map(wordsOf).join('');
  return 'text' in token && typeof token.text === 'string' ? token.text : '';
}

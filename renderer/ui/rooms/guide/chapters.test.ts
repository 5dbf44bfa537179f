import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Tokens } from 'marked';
import { chaptersOf } from './chapters.ts';

const docs = path.resolve(import.meta.dirname, '../../../../docs');
const read = (name: string) => readFileSync(path.join(docs, name), 'utf8');
const english = chaptersOf(read('user-guide.md'));
const french = chaptersOf(read('user-guide.fr.md'));

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

  it('is printed as French is', () => {
    const loud = french.flatMap(({ text }) => text.split('\n')).filter((line) => /[^\u00a0\u202f\s][;?!»](?!\w)| [:;?!»]|« |«[^\u00a0]|['"]/.test(line));
    expect(loud).toEqual([]);
  });
});

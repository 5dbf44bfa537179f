import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { printable } from '../../../../core/minutes/markup.ts';
import { minutesBlocks } from '../../../../core/minutes/minutes-blocks.ts';
import { minutesDocument } from '../../../../core/minutes/minutes-document.ts';
import { minutesHtml } from '../../../../core/minutes/minutes-html.ts';
import { printedText, withoutLayout } from '../../../../core/minutes/printed-text.ts';
import { aLongMeeting, aMeeting, aSource, placed } from '../../../../test/builders/meetings.ts';
import { minutesDocx } from './minutes-docx.ts';

const item = { ...placed(), title: 'Размена података\u202E' };
const line = { ...placed(), item: item.key, text: 'Two lorries crossed.\nNobody stopped them.' };
const correction = { ...placed(), of: line.key, passage: 'Two lorries', wording: 'Three lorries', reason: 'Misheard', by: 'Ana', on: '2026-11-25', decision: 'approved' as const, decidedAs: 'meeting' as const, decidedOn: '2026-12-05' };
const document = minutesDocument(aSource(aMeeting({ language: 'sr-Cyrl', agenda: [item], lines: [line], corrections: [correction, { ...correction, ...placed(), wording: 'Four lorries', decision: 'withdrawn' }], place: 'Priština, Kosovo*' }), { language: 'fr' }));
const job = { blocks: minutesBlocks(document), title: document.title, banner: document.banner, language: 'fr', pageLabel: document.labels.pageOf, reference: document.reference };

describe('minutes for Word', () => {
  let parts: Record<string, string>;
  let page: string;
  beforeAll(async () => {
    const bytes = await minutesDocx(job);
    parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]));
    page = (await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })).value;
  });

  it('have headings, tables and the corrections with their marks, as another reader finds them', () => {
    expect(page).toContain('<h1>Corrections</h1>');
    expect(page).toMatch(/<h2>1\. Размена података/);
    expect(page).toMatch(/Nobody stopped them\.<strong><sup> \[1\]<\/sup><\/strong>|Nobody stopped them\.<sup><strong> \[1\]<\/strong><\/sup>/);
    expect(page).toMatch(/Texte du procès-verbal<\/p><\/td><td><p>Two lorries<.*Doit se lire<\/p><\/td><td><p>Three lorries</);
    expect(parts['word/document.xml']).toMatch(/<w:u w:val="dotted"\/>[^]*?Two lorries/);
    expect(page).not.toContain('Four lorries');
    expect(page).toContain('Cette désignation est sans préjudice');
  });

  it('carry the marking on every page and the language of every part, and say who made them only by the program’s name', () => {
    expect(parts['word/header1.xml']).toContain('SENSITIVE');
    expect(parts['word/footer1.xml']).toMatch(/SENSITIVE[\s\S]*JWG-TR\/2026\/014[\s\S]*PAGE[\s\S]*NUMPAGES/);
    expect(parts['word/document.xml']).toContain('w:lang w:val="sr-Cyrl"');
    expect(parts['word/document.xml']).not.toContain('\u202E');
    expect(parts['docProps/core.xml']).toContain('<dc:creator>Rapporteur</dc:creator>');
  });

  it('say what the printed pages say, word for word', () => {
    for (const meeting of [aLongMeeting(4), aMeeting({ agenda: [item], lines: [line], corrections: [correction] })]) {
      const whole = minutesDocument(aSource(meeting));
      const words = minutesBlocks(whole).flatMap((block) => (block.block === 'table' ? [...block.heads, ...block.rows.flat().flatMap((cell) => cell.map((run) => run.text))] : block.text.map((run) => run.text)));
      const letters = (text: string) => [...withoutLayout(printable(text)).replaceAll(/[.,–()]/g, '')].toSorted().join('');
      expect(letters(words.join(''))).toBe(letters(printedText(minutesHtml(whole))));
    }
  });
});

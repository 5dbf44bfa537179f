import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aLongMeeting, aMeeting, aSource, peopleAtMeeting, placed } from '../../test/builders/meetings.ts';
import type { MinutesLanguage } from './labels/languages.ts';
import { minutesDocument } from './minutes-document.ts';
import { minutesHtml } from './minutes-html.ts';
import type { Meeting } from './minutes-source.ts';
import { printedText } from './printed-text.ts';

const htmlOf = (meeting: Meeting, language: MinutesLanguage = 'en') => minutesHtml(minutesDocument(aSource(meeting, { language })));
const bodyOf = (html: string) => html.slice(html.indexOf('<body>'));

test('nothing that a person wrote becomes markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), (text) => {
      const written = `<img src=x onerror="go()">${text}</style><script>'`;
      const item = { ...placed(), title: written };
      const html = htmlOf(aMeeting({ title: written, place: written, agenda: [item], lines: [{ ...placed(), item: item.key, text: written }] }));
      expect(html).not.toMatch(/<(img|script)/i);
      expect(html.match(/<\/style>/g)).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
});

test('a text cannot turn the direction of its line or carry control characters', () => {
  expect(htmlOf(aMeeting({ title: 'before\u202Eretfa\u0007' }))).toContain('<h1>beforeretfa</h1>');
});

test('there is no script and no reference to anywhere but the fonts', () => {
  const html = htmlOf(aLongMeeting(3));
  expect(html).not.toMatch(/<script|javascript:|https?:/i);
  expect([...html.matchAll(/url\('([^']*)'\)/g)].every(([, address]) => address?.startsWith('/fonts/') === true)).toBe(true);
  expect(html).not.toMatch(/\s(src|href)=/i);
});

test('headings go down one step at a time', () => {
  const levels = [...bodyOf(htmlOf(aLongMeeting(3))).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test('every table names its rows or its columns', () => {
  const tables = bodyOf(htmlOf(aLongMeeting(3))).match(/<table[\s\S]*?<\/table>/g) ?? [];
  expect(tables.length).toBeGreaterThan(4);
  for (const table of tables) expect(table).toMatch(/<th scope="(row|col)"/);
});

describe('corrections', () => {
  const item = { ...placed(), title: 'The route' };
  const line = { ...placed(), item: item.key, text: 'Two lorries crossed.\nNobody stopped them.' };
  const decision = { ...placed(), item: item.key, type: 'decision' as const, text: 'Agreed.' };
  const correction = (more: object) => ({ ...placed(), of: line.key, passage: 'Two lorries', wording: 'Three <b>lorries</b>', reason: 'Записник', by: 'Ana', on: '2026-11-25', decision: 'approved' as const, decidedAs: 'meeting' as const, decidedOn: '2026-12-05', ...more });
  const corrected = (...corrections: readonly object[]) => aMeeting({ agenda: [item], lines: [line, decision], corrections: corrections.map(correction) });

  test('stand under a heading of their own, with their mark in the text that stays as it was', () => {
    const html = htmlOf(corrected({}, { of: decision.key, passage: 'Agreed.', wording: '', decidedAs: 'chair', decidedBy: 'Ђорђе' }));
    expect(html).toContain('<span class="corrected">Two lorries</span> crossed.');
    expect(printedText(html)).toMatch(/Two lorries crossed\. Nobody stopped them\. \[1\] Decision 1 Agreed\. \[2\].*Corrections \[1\] Correction 1 – 1\. The route As minuted Two lorries Corrected to Three <b>lorries<\/b> Reason Записник Proposed by Ana on 25 November 2026\. Approved at the meeting of 5 December 2026\..*\[2\] Correction 2 – Decision 1 As minuted Agreed\. Corrected to \(struck out\).*Approved by the chair, Ђорђе, on 5 December 2026/);
    expect(html).not.toContain('<b>');
  });

  test('are printed once they are approved, each with the number it was proposed under', () => {
    const text = printedText(htmlOf(corrected({ decision: null }, { order: 'a1', decision: 'rejected' }, { order: 'a2', decision: 'withdrawn', wording: 'Four lorries' }, { order: 'a3' })));
    expect(text).toContain('[4] Correction 4');
    expect(text).not.toMatch(/\[1\]|\[2\]|\[3\]|Four lorries/);
    expect(printedText(htmlOf(corrected({ decision: null })))).not.toContain('Corrections');
  });
});

describe('languages', () => {
  test('what was written in another language than the labels says so', () => {
    const html = htmlOf(aMeeting({ title: 'Састанак', language: 'sr-Cyrl' }), 'sq');
    expect(html).toContain('<html lang="sq">');
    expect(html).toContain('<h1><span lang="sr-Cyrl">Састанак</span></h1>');
  });

  test('the page speaks the language of its labels', () => {
    expect(printedText(htmlOf(aLongMeeting(1), 'sr-Cyrl'))).toMatch(/Записник са састанка.*23\. новембар 2026\..*Присутни.*Дневни ред.*Задужење Носилац Рок.*Потписи/);
    expect(printedText(htmlOf(aLongMeeting(1), 'fr'))).toMatch(/Procès-verbal de réunion.*23 novembre 2026.*Présents.*Ordre du jour.*Signatures/);
    expect(printedText(htmlOf(aLongMeeting(1), 'sq'))).toMatch(/Procesverbal i mbledhjes.*23 nëntor 2026.*Të pranishëm.*Rendi i ditës.*Nënshkrimet/);
  });
});

describe('the footnote on Kosovo*', () => {
  const note = 'This designation is without prejudice';

  test('stands once, right after the part that names it first', () => {
    const text = printedText(htmlOf(aMeeting({ attendance: peopleAtMeeting() ?? [], distribution: [{ ...placed(), name: 'Blerta', country: 'XKX' }] })));
    expect(text.split(note)).toHaveLength(2);
    expect(text.indexOf(note)).toBeGreaterThan(text.indexOf('Kosovo*'));
    expect(text.indexOf(note)).toBeLessThan(text.indexOf('Signatures'));
  });

  test('a translation says in the source that it is one', () => {
    const html = htmlOf(aMeeting({ language: 'sr', attendance: peopleAtMeeting() ?? [] }), 'en');
    expect(html).toMatch(/<p lang="en">\* This designation/);
    expect(html).toMatch(/<p lang="sr-Cyrl" data-translation-of="en">\* Овај назив/);
  });
});

import { describe, expect, test } from 'vitest';
import { comparePages, printedText } from './printed-text.ts';

test('the words of a page, with what was escaped as it was written', () => {
  expect(printedText('<html><head><title>no</title></head><body><p>A &amp; B</p><p>&lt;c&gt; &quot;d&#39;</p></body></html>')).toBe(`A & B <c> "d'`);
  expect(printedText('<body>&amp;lt;</body>')).toBe('&lt;');
});

describe('pages', () => {
  const heads = ['No. Action Owner Due'];

  test('say the same however their lines break', () => {
    expect(comparePages('Одлука 1 Sent by Friday', ['Одлука 1\nSent', 'by Fri\u00ADday'], heads)).toBe('same');
  });

  test('may begin with the head of a table that goes on', () => {
    expect(comparePages('No. Action Owner Due 1 Send Ana 2 Ask Boris', ['No.ActionOwnerDue1SendAna', 'No.ActionOwnerDue2AskBoris'], heads)).toBe('same');
  });

  test.each([
    ['a letter is another', ['Decision 1', 'Sent by Monday']],
    ['a page is missing', ['Decision 1']],
    ['a page was added', ['Decision 1', 'Sent by Friday', 'and more']],
    ['pages are in another order', ['Sent by Friday', 'Decision 1']],
  ])('differ when %s', (_what, pages) => {
    expect(comparePages('Decision 1 Sent by Friday', pages, heads)).toBe('different');
  });

  test('are not judged in scripts that a reader may give in another order', () => {
    expect(comparePages('محضر', ['رضحم'], heads)).toBe('cannot-tell');
    expect(comparePages('Agreed 👍', ['Agreed'], heads)).toBe('cannot-tell');
  });
});

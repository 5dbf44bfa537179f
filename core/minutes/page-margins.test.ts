import { expect, test } from 'vitest';
import { pageMarginsHtml } from './page-margins.ts';
import { printedText } from './printed-text.ts';

test('every page has the marking twice, its number and the reference', () => {
  const html = pageMarginsHtml({ banner: 'SENSITIVE', reference: 'A <b>', pageLabel: 'Страна {page} од {pages}', language: 'sr-Cyrl' }, 2);
  expect(printedText(html)).toBe('SENSITIVE A <b> Страна 1 од 2 SENSITIVE SENSITIVE A <b> Страна 2 од 2 SENSITIVE');
  expect(html).toContain('<html lang="sr-Cyrl">');
});

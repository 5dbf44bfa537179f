/**
 * The text of printed minutes without anything that a page's layout may change: what was signed and
 * what stands on the pages of a PDF are compared in this form.
 */

/** The words of a page made by `minutesHtml`, in their order. Only for our own markup: it is no HTML parser. */
export function printedText(html: string): string {
  const body = html.slice(html.indexOf('<body>'));
  return body
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(amp|lt|gt|quot|#39);/g, (_whole, name: string) => characters[name] ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Without spaces, line breaks and hyphenation, and composed: `đ` and its two-part form are one. */
export function withoutLayout(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\u00AD\u200B-\u200D\u2060]+/gu, '');
}

/** Scripts that our fonts carry one glyph for one character. In others a reader may see another order. */
const ourScripts = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Common}\p{Script=Inherited}]*$/u;
const pictures = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u;

export type PagesVerdict = 'same' | 'different' | 'cannot-tell';

/**
 * Whether the pages of a PDF say what was signed: the same characters in the same order. `pages` is
 * the text of each page without what stands in its margins. A table's head is printed again where
 * the table goes on, so a page may begin with one of `heads`.
 */
export function comparePages(signed: string, pages: readonly string[], heads: readonly string[]): PagesVerdict {
  const expected = withoutLayout(signed);
  if (!ourScripts.test(expected) || hasPicture(expected)) return 'cannot-tell';
  const repeated = heads.map(withoutLayout).filter((head) => head !== '');
  let rest = expected;
  for (const page of pages) {
    const text = withoutLayout(page);
    if (rest.startsWith(text)) {
      rest = rest.slice(text.length);
      continue;
    }
    const head = repeated.find((one) => text.startsWith(one) && rest.startsWith(text.slice(one.length)));
    if (head === undefined) return 'different';
    rest = rest.slice(text.length - head.length);
  }
  return rest === '' ? 'same' : 'different';
}

/** Digits, `#` and `*` count as pictographs' bases and are left aside. */
function hasPicture(text: string): boolean {
  return pictures.test(text.replaceAll(/[\d#*©®™]/gu, ''));
}

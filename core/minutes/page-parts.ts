import { namesKosovo, type Footnote } from './kosovo-footnote.ts';
import { html, ownText, type Markup } from './markup.ts';
import { minutesStyle } from './minutes-style.ts';

/** What every printed document is made of: the page around it, heads of tables, the footnote in its place. */

/** A whole page: nothing from outside but the app's own fonts, no script. `style`: rules beside those of the minutes. */
export function printedPage(language: string, title: string, parts: readonly Markup[], style = ''): string {
  const page = html`<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><title>${title}</title><style>${ownText(minutesStyle + style)}</style></head>
<body>
${parts}
</body>
</html>
`;
  return page.text;
}

/** The head of a table that may go on over a page. */
export function columns(labels: readonly string[], names: readonly string[]): Markup {
  return html`<thead><tr>${labels.map((label, index) => html`<th scope="col" class="${names[index] ?? ''}">${label}</th>`)}</tr></thead>`;
}

/** The footnotes stand right after the first part that names Kosovo*, and nowhere else. */
export function withFootnotes(parts: readonly (Markup | null)[], notes: readonly Footnote[]): readonly Markup[] {
  const present = parts.filter((part) => part !== null);
  const first = present.findIndex((part) => namesKosovo(part.text));
  const note = footnoteBlock(notes);
  return note === null ? present : present.toSpliced(first === -1 ? present.length : first + 1, 0, note);
}

/** The English text is the official one; a translation says so in the source. */
function footnoteBlock(notes: readonly Footnote[]): Markup | null {
  if (notes.length === 0) return null;
  return html`<aside class="note">${notes.map((note) =>
    note.official
      ? html`<p lang="${note.language}">${note.text}</p>`
      : html`<p lang="${note.language}" data-translation-of="en">${note.text}</p>`,
  )}</aside>`;
}

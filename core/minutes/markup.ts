/**
 * A piece of HTML that is safe to put into a page. An object and not a string, so that a text from
 * a record can never pass for one: strings are always escaped.
 */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Markup | string | number | null | readonly Markup[];

/** Template literal for HTML: every string in it is escaped, markup goes in as it is, `null` leaves nothing. */
export function html(literals: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const texts = pieces.map((piece, index) => written(piece) + (literals[index + 1] ?? ''));
  return new Markup((literals[0] ?? '') + texts.join(''));
}

/** Text of our own (style rules) that goes in unescaped. Never for anything that a person wrote. */
export function ownText(text: string): Markup {
  return new Markup(text);
}

function written(piece: Piece): string {
  if (piece === null) return '';
  if (piece instanceof Markup) return piece.text;
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  return piece.map((one) => one.text).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/**
 * Control characters have no business on a page, and the overrides of writing direction could make a
 * printed line read differently from the one that was signed: both are left out.
 */
function escaped(text: string): string {
  return printable(text).replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** A text without the characters that a page does not show. Line breaks and tabs stay. */
export function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are the characters to be taken out
  return text.replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/g, '');
}

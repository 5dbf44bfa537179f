/** Without case and without marks above and below letters; đ and ł have no decomposition and are named. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll('ł', 'l');
}

/** Whether every word typed begins some word of the text. */
export function contains(text: string, typed: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  return plain(typed).split(/\s+/).filter((word) => word !== '').every((word) => words.some((one) => one.startsWith(word)));
}

/** The words of a text, as they are written there, that begin as a word typed does. */
export function wordsThatBegin(text: string, typed: string): readonly string[] {
  const wanted = plain(typed).split(/\s+/).filter((word) => word !== '');
  return text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => wanted.some((one) => plain(word).startsWith(one)));
}

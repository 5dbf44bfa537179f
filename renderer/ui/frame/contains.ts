/** Without case and without marks above and below letters; đ and ł have no decomposition and are named. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd').replaceAll('ł', 'l');
}

/** Whether every word typed begins some word of the text. */
export function contains(text: string, typed: string): boolean {
  const words = plain(text).split(/[^\p{L}\p{N}]+/u);
  return plain(typed).split(/\s+/).filter((word) => word !== '').every((word) => words.some((one) => one.startsWith(word)));
}

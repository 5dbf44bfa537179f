import { languageNow } from './language.ts';

/** What the country table says, as it is shipped, by what it says in the language of the table. */
export type TableWords = Readonly<Record<string, string>>;

let french: TableWords = {};

/** Told when French is loaded. */
export function tableInFrench(words: TableWords): void {
  french = words;
}

/**
 * A source or a remark of the country table in the language spoken now. The table is data of the signed
 * profile: what it is shipped with we can say in French, what a secretariat added stays as it was written.
 */
export function tableWords(text: string): string {
  return languageNow() === 'fr' ? (french[text] ?? text) : text;
}

import { languageNow } from '../words/language.ts';
import { numberInWords } from '../words/numbers.ts';

const unitsIn = { en: ['B', 'KB', 'MB', 'GB', 'TB'], fr: ['o', 'Ko', 'Mo', 'Go', 'To'] } as const;

/** `640 B`, `12 KB`, `2.4 MB`, `1.2 GB`: as file managers count, by 1024; in French `2,4 Mo`. */
export function sizeInWords(bytes: number): string {
  const [byte, ...units] = unitsIn[languageNow()];
  if (bytes < 1024) return `${String(bytes)}\u00A0${byte}`;
  let size = bytes / 1024;
  let unit = 0;
  // 1023.95 would be shown as 1,024.
  while (size >= 1023.95 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  const rounded = unit === 0 ? Math.round(size) : Math.round(size * 10) / 10;
  return `${numberInWords(rounded)}\u00A0${units[unit] ?? byte}`;
}

/** What kind of file its name says it is: `PDF`, `DOCX`; empty when it does not say. */
export function kindInWords(name: string): string {
  return (/\.([\p{L}\p{N}]{1,8})$/u.exec(name)?.[1] ?? '').toUpperCase();
}

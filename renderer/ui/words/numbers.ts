import type { FormatterModule } from 'i18next';
import { localeNow } from './language.ts';

const formats = new Map<string, Intl.NumberFormat>();

/** Made once for each language, as the formats of dates are. */
function formatOf(shape: 'grouped' | 'plain' | 'share', options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${localeNow()} ${shape}`;
  const format = formats.get(key) ?? new Intl.NumberFormat(localeNow(), options);
  formats.set(key, format);
  return format;
}

/** `12,500.5`, in French `12 500,5` with narrow no-break spaces; two decimals at the most. */
export function numberInWords(value: number): string {
  return formatOf('grouped', { maximumFractionDigits: 2 }).format(value);
}

/** `12500.5`, in French `12500,5`: as a spreadsheet of that language reads it back. */
export function numberInTable(value: number): string {
  return formatOf('plain', { maximumFractionDigits: 2, useGrouping: false }).format(value);
}

/** `45%`, in French `45 %` with a no-break space; of 0.45. */
export function percentInWords(share: number): string {
  return formatOf('share', { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** What stands before the decimals: a point, in French a comma. */
export function decimalSign(): ',' | '.' {
  return numberInTable(0.5).includes(',') ? ',' : '.';
}

/** Writes every number that a text names, `{{count}}` and all others, as the language spoken now does. */
export const numbersInTexts: FormatterModule = {
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown) => (typeof value === 'number' ? numberInWords(value) : (value as string)),
};

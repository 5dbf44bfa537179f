/** The languages that the interface speaks. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

const rememberedKey = 'rapporteur.language';
/** What the key says when tests want every text of the house in brackets (see brackets.ts). */
const bracketed = 'brackets';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', fr: 'fr-FR' };
let spoken: Language = 'en';

/** The language spoken now. */
export function languageNow(): Language {
  return spoken;
}

/** The locale of dates, numbers, lists and sorting now: `en-GB` or `fr-FR`. */
export function localeNow(): string {
  return locales[spoken];
}

export function speak(language: Language): void {
  spoken = language;
}

/** `one, two and three`, or with `or`, in the language spoken now. */
export function listed(names: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction'): string {
  return new Intl.ListFormat(localeNow(), { type }).format(names);
}

const collators = new Map<string, Intl.Collator>();

/** Sorts words and names as the language spoken now does, numbers in them by what they count. */
export function compareWords(one: string, other: string): number {
  const locale = localeNow();
  const collator = collators.get(locale) ?? new Intl.Collator(locale, { numeric: true });
  collators.set(locale, collator);
  return collator.compare(one, other);
}

function outside(): Storage | null {
  return 'localStorage' in globalThis ? globalThis.localStorage : null;
}

/**
 * The language before the notebook is open: a setting inside the vault, kept outside as well
 * because the unlock screen needs it and it says nothing of anybody. The system's where none is kept.
 */
export function rememberedLanguage(): Language {
  const kept = languages.find((one) => one === outside()?.getItem(rememberedKey));
  if (kept !== undefined) return kept;
  return globalThis.navigator?.language.toLowerCase().startsWith('fr') ? 'fr' : 'en';
}

export function rememberLanguage(language: Language): void {
  outside()?.setItem(rememberedKey, language);
}

export function isBracketed(): boolean {
  return outside()?.getItem(rememberedKey) === bracketed;
}

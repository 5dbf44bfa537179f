import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { compareWords, languageNow, type Language } from '../words/language.ts';

countries.registerLocale(english);

/** Not in ISO 3166; its designation is the one of the programme's footnote. */
const kosovo = 'XKX';

/** Where the programme's wording differs from the library's. */
const wording: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: { XKX: 'Kosovo*', MKD: 'North Macedonia' },
  fr: { XKX: 'Kosovo*', MKD: 'Macédoine du Nord', BIH: 'Bosnie-Herzégovine' },
};

/** The countries of the region, first in every choice. */
const region = ['ALB', 'BIH', 'HRV', 'XKX', 'MNE', 'MKD', 'SRB'] as const;

/** A country's name by its ISO 3166-1 alpha-3 code; the code itself when it is unknown. */
export function countryName(code: string): string {
  const language = languageNow();
  return wording[language][code] ?? countries.getName(code, language, { select: 'official' }) ?? code;
}

export interface CountryChoice {
  readonly value: string;
  readonly label: string;
}

/** Every selectable country: those of the region, then all others by name. */
export function countryChoices(): { readonly region: readonly CountryChoice[]; readonly others: readonly CountryChoice[] } {
  const choice = (code: string) => ({ value: code, label: countryName(code) });
  const isInRegion = (code: string) => (region as readonly string[]).includes(code);
  const others = Object.keys(countries.getAlpha3Codes())
    .filter((code) => code !== kosovo && !isInRegion(code))
    .map(choice);
  const byName = (one: CountryChoice, other: CountryChoice) => compareWords(one.label, other.label);
  return { region: region.map(choice).toSorted(byName), others: others.toSorted(byName) };
}

import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import french from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import albanian from 'i18n-iso-countries/langs/sq.json' with { type: 'json' };
import serbian from 'i18n-iso-countries/langs/sr.json' with { type: 'json' };
import type { CountryCode } from '../ids.ts';
import { labelsOf } from './labels/labels-of.ts';
import type { MinutesLanguage } from './labels/languages.ts';

type Names = Readonly<Record<string, string | readonly string[]>>;

const names: Readonly<Record<MinutesLanguage, Names>> = {
  en: english.countries,
  fr: french.countries,
  sq: albanian.countries,
  'sr-Cyrl': serbian.countries,
};

const twoLetters = new Map((codes as readonly (readonly string[])[]).map(([two = '', three = '']) => [three, two]));

/**
 * A country as minutes print it in that language, and as lists in it are sorted: our own wording where we have one (Kosovo* always
 * carries its asterisk), else the ISO 3166 list's, else the code as it is.
 */
export function countryName(code: CountryCode, language: MinutesLanguage): string {
  const own = labelsOf(language).countries[code];
  if (own !== undefined) return own;
  const listed = names[language][twoLetters.get(code) ?? ''];
  return (typeof listed === 'string' ? listed : listed?.[0]) ?? code;
}

import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import { foldName } from '../../../core/text/fold-name.ts';
import type { CountryCode } from '../../../core/ids.ts';

/** Names of the region's countries as their own languages and older papers have them, folded. */
const known: Readonly<Record<string, string>> = {
  kosovo: 'XKX', kosova: 'XKX', 'kosovo 1244': 'XKX', xk: 'XKX', xkx: 'XKX', rks: 'XKX',
  shqiperia: 'ALB', shqiperi: 'ALB', albanija: 'ALB', albanie: 'ALB',
  'bosna i hercegovina': 'BIH', bih: 'BIH', bosnia: 'BIH', 'bosnie herzegovine': 'BIH', 'bosnia herzegovina': 'BIH',
  hrvatska: 'HRV', croatie: 'HRV', 'crna gora': 'MNE', montenegro: 'MNE', cg: 'MNE',
  makedonija: 'MKD', 'severna makedonija': 'MKD', 'sjeverna makedonija': 'MKD', fyrom: 'MKD', macedonia: 'MKD', 'macedoine du nord': 'MKD',
  srbija: 'SRB', serbie: 'SRB', slovenija: 'SVN', slovenie: 'SVN', deutschland: 'DEU', allemagne: 'DEU', njemacka: 'DEU', nemacka: 'DEU', italia: 'ITA', italija: 'ITA',
  france: 'FRA', francuska: 'FRA', osterreich: 'AUT', austrija: 'AUT', nederland: 'NLD', holandija: 'NLD', uk: 'GBR', usa: 'USA',
};

countries.registerLocale(english);

/** The country that a text names: by code (alpha-2, alpha-3), by its English name, or as the region writes it; `null` when none is recognised. */
export function countryOfText(text: string): CountryCode | null {
  const bare = text.replaceAll('*', '').trim();
  if (bare === '') return null;
  const named = known[foldName(bare)];
  if (named !== undefined) return named as CountryCode;
  const upper = bare.toUpperCase();
  if (upper.length === 3 && countries.isValid(upper)) return upper as CountryCode;
  const code = upper.length === 2 ? countries.alpha2ToAlpha3(upper) : countries.getSimpleAlpha3Code(bare, 'en');
  return (code ?? null) as CountryCode | null;
}

import { expect, test } from 'vitest';
import type { CountryCode } from '../ids.ts';
import { countryName } from './country-name.ts';
import { minutesLanguages } from './labels/languages.ts';

const name = (code: string, language: (typeof minutesLanguages)[number]) => countryName(code as CountryCode, language);

test.each(minutesLanguages)('Kosovo* carries its asterisk in %s', (language) => {
  expect(name('XKX', language)).toMatch(/\*$/);
});

test('the countries of the region as they are called now', () => {
  const region = ['ALB', 'BIH', 'HRV', 'XKX', 'MNE', 'MKD', 'SRB'];
  expect(region.map((code) => name(code, 'en'))).toEqual(['Albania', 'Bosnia and Herzegovina', 'Croatia', 'Kosovo*', 'Montenegro', 'North Macedonia', 'Serbia']);
  expect(region.map((code) => name(code, 'fr'))).toEqual(['Albanie', 'Bosnie-Herzégovine', 'Croatie', 'Kosovo*', 'Monténégro', 'Macédoine du Nord', 'Serbie']);
  expect(region.map((code) => name(code, 'sq'))).toEqual(['Shqipëri', 'Bosnjë dhe Hercegovinë', 'Kroaci', 'Kosovë*', 'Mali i Zi', 'Maqedonia e Veriut', 'Serbi']);
  expect(region.map((code) => name(code, 'sr-Cyrl'))).toEqual(['Албанија', 'Босна и Херцеговина', 'Хрватска', 'Косово*', 'Црна Гора', 'Северна Македонија', 'Србија']);
});

test('a code that nobody lists is printed as it is', () => {
  expect(name('ZZZ', 'en')).toBe('ZZZ');
});

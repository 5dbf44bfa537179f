import { expect, it } from 'vitest';
import { countryChoices, countryName } from './country-name.ts';

it('writes the countries of the region as the programme does', () => {
  expect(['ALB', 'BIH', 'HRV', 'XKX', 'MNE', 'MKD', 'SRB'].map(countryName)).toEqual([
    'Albania', 'Bosnia and Herzegovina', 'Croatia', 'Kosovo*', 'Montenegro', 'North Macedonia', 'Serbia',
  ]);
});

it('offers every country once, the region first', () => {
  const { region, others } = countryChoices();
  const codes = [...region, ...others].map((one) => one.value);
  expect(region.map((one) => one.value)).toContain('XKX');
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toEqual(expect.arrayContaining(['ITA', 'FRA', 'DEU', 'USA', 'TUR']));
});

it('shows a code that it does not know', () => {
  expect(countryName('ZZZ')).toBe('ZZZ');
});

import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };

const twoLetters = new Map((codes as readonly (readonly string[])[]).map(([two = '', three = '']) => [three, two]));

/** The country that a record's telephone numbers are in where they do not say: ISO 3166 alpha-2, `XK` for Kosovo*; `null` when the record names none. */
export function countryIn(value: Readonly<Record<string, unknown>>): string | null {
  const { country } = value;
  if (typeof country !== 'string') return null;
  return country === 'XKX' ? 'XK' : (twoLetters.get(country) ?? null);
}

import type { CountryCode } from '../ids.ts';
import type { CountryTable } from './country-table.ts';

/** Something that a country asks for and that is not there yet; each becomes an action. */
export type Owed =
  | { readonly type: 'translation'; readonly languages: readonly string[] }
  | { readonly type: 'copies'; readonly count: number };

/**
 * What is still owed before a request goes to a country: a translation where none of its languages
 * is among those of the request, and copies where it asks for more than are made.
 */
export function owedTo(table: CountryTable, to: CountryCode | null, made: { readonly translationInto: readonly string[]; readonly copies: number | null }): readonly Owed[] {
  const demand = table.demands.find((one) => one.country === to);
  if (demand === undefined) return [];
  const owed: Owed[] = [];
  const { languages, copies } = demand;
  if (languages.length > 0 && !made.translationInto.some((language) => languages.includes(language))) owed.push({ type: 'translation', languages });
  if (copies !== null && copies > (made.copies ?? 0)) owed.push({ type: 'copies', count: copies });
  return owed;
}

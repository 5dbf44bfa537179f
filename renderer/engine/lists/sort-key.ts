import type { CountryCode, JwgId, MarkingId, RecordId } from '../../../core/ids.ts';
import { countryName } from '../../../core/minutes/country-name.ts';
import { natureOf } from '../../../core/records/field-nature.ts';
import type { Entry } from '../notebook/catalogue.ts';
import { valueIn } from './row-values.ts';

/** What a list needs to know beyond its rows. */
export interface ListSurroundings {
  readonly entry: (record: RecordId) => Entry | undefined;
  readonly jwgName: (jwg: JwgId) => string;
  readonly rankOf: (level: MarkingId) => number;
}

/** By what a row is sorted; `null` when it says nothing, which stands at the end either way. */
export type SortKey = string | number | null;

const standings = ['open', 'final', 'approved', 'approval-conflict'];

/**
 * The key of a row under a field. Texts are compared by a collator, so that every script has its own
 * order; choices stand in the order of their schema, levels by rank, links by what they are called,
 * countries by what they are called in the language of `locale` (BCP 47).
 */
export function sortKey(entry: Entry, field: string, surroundings: ListSurroundings, locale: string): SortKey {
  const value = valueIn(entry, field);
  if (field === 'level') return surroundings.rankOf(entry.level);
  if (field === 'changed') return entry.changed;
  if (field === 'standing') return standings.indexOf(entry.standing);
  if (field === 'title') return text(nameOf(entry));
  const nature = natureOf(entry.kind, field);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (nature === null || first === undefined || first === null || first === '') return null;
  // Within a day by the time, where the kind has one.
  if (field === 'day' && typeof first === 'string') return `${first} ${(entry.row['time'] ?? entry.row['start'] ?? '') as string}`;
  if (typeof first === 'number') return first;
  if (typeof first === 'boolean') return first ? 0 : 1;
  if (typeof first !== 'string') return null;
  if (nature.type === 'choice') return nature.choices.indexOf(first);
  if (nature.type === 'country') return countryName(first as CountryCode, locale.startsWith('fr') ? 'fr' : 'en');
  if (nature.type === 'group') return text(surroundings.jwgName(first as JwgId));
  return text(nature.type === 'record' ? (surroundings.entry(first as RecordId)?.title ?? '') : first);
}

function text(said: string): SortKey {
  return said === '' ? null : said;
}

/** How a person is sorted: as the record says, otherwise by the last word of the name. Everything else by its title. */
function nameOf(entry: Entry): string {
  if (entry.kind !== 'contact') return entry.title;
  const sorted = entry.row['sortName'];
  if (typeof sorted === 'string' && sorted !== '') return sorted;
  const words = entry.title.split(/\s+/);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${last}, ${words.join(' ')}`;
}

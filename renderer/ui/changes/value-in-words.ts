import { natureOf, type FieldNature } from '../../../core/records/field-nature.ts';
import type { Day, JwgId, MarkingId, PersonId, RecordId } from '../../../core/ids.ts';
import type { FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { usePersonName } from '../engine-client/colleagues.ts';
import { useSurroundings } from '../engine-client/engine-context.tsx';
import { useNamed } from '../engine-client/titles.ts';
import { countryName } from '../kit/country-name.ts';
import { useMarkingOf } from '../kit/marking-band.ts';
import { richTextInWords } from '../rich-text/rich-text-in-words.ts';
import { dayInWords } from '../words/dates.ts';
import { useChoiceInWords } from '../words/kind-words.ts';
import { numberInWords } from '../words/numbers.ts';
import { useWords } from '../words/words.ts';
import { useSafeguardsAtLength } from './safeguards-at-length.ts';

/** What a field says, as a person reads it: never an id, never JSON. Empty when it says nothing. */
export type ValueInWords = (kind: RecordKind, field: FieldPath, value: FieldValue) => string;

/** Words for the values of every field of every kind, by what the kind's schema says of the field. */
export function useValueInWords(): ValueInWords {
  const say = useWords('records');
  const simple = useSimpleInWords();
  const safeguards = useSafeguardsAtLength();
  return (kind, field, value) => {
    if (field.endsWith('.removed')) return say(value === true ? 'takenOut' : 'kept');
    const nature = natureOf(kind, field);
    if (nature === null) return typeof value === 'string' ? value : '';
    if (nature.type === 'safeguards') return safeguards(value);
    if (nature.type === 'rich-text') return richTextInWords(value);
    if (nature.type === 'items' || nature.type === 'inner') return '';
    if (nature.type === 'other') return structureInWords(value, say);
    const one = (piece: FieldValue) => simple(kind, field, nature, piece);
    return Array.isArray(value) ? value.map(one).filter((text) => text !== '').join(', ') : one(value);
  };
}

type SimpleInWords = (kind: RecordKind, field: FieldPath, nature: FieldNature, value: FieldValue) => string;

function useSimpleInWords(): SimpleInWords {
  const say = useWords('records');
  const choice = useChoiceInWords();
  const markingOf = useMarkingOf();
  const groups = useSurroundings()?.jwgs ?? [];
  const named = useNamed();
  const nameOf = usePersonName();
  return (kind, field, { type }, value) => {
    if (value === null || value === '') return '';
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (typeof value === 'number') return measureInWords(field, value, say);
    if (type === 'evaluation') return evaluationInWords(value);
    if (typeof value !== 'string') return '';
    if (type === 'country') return countryName(value);
    if (type === 'marking') return markingOf(value as MarkingId).full;
    if (type === 'group') return groups.find((group) => group.id === (value as JwgId))?.name ?? say('unknownRecord');
    if (type === 'record') return titleIn(named(value as RecordId), say('unknownRecord'), say('unnamed'));
    if (type === 'person') return nameOf(value as PersonId) || say('unknownRecord');
    if (type === 'choice' || type === 'language') return choice(kind, field, value);
    return type === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value as Day) : value;
  };
}

/** A number with the unit that its field is measured in. */
function measureInWords(field: FieldPath, value: number, say: ReturnType<typeof useWords<'records'>>): string {
  if (field.endsWith('.minutes')) return say('minutes', { count: value });
  return field === 'hours' ? say('hours', { count: value }) : numberInWords(value);
}

function titleIn(found: { readonly title: string } | null | undefined, unknown: string, unnamed: string): string {
  if (found === undefined) return '';
  return found === null ? unknown : found.title === '' ? unnamed : found.title;
}

function evaluationInWords(value: FieldValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const { source, information } = value as Readonly<Record<string, FieldValue>>;
  return [source, information].filter((part) => typeof part === 'string').join('');
}

/** A small structure (the next meeting, a legal hold): what it says, in its order. */
function structureInWords(value: FieldValue, say: ReturnType<typeof useWords<'records'>>): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const { lifted, ...own } = value as Readonly<Record<string, FieldValue>>;
  const parts = Object.values(own).filter((part) => typeof part === 'string' && part !== '') as string[];
  const words = parts.map((part) => (/^\d{4}-\d{2}-\d{2}$/.test(part) ? dayInWords(part as Day) : part));
  const end = lifted === undefined ? '' : structureInWords(lifted, say);
  return [...words, ...(end === '' ? [] : [say('lifted', { what: end })])].join(', ');
}

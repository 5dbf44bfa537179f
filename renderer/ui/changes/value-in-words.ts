import type { Day, MarkingId } from '../../../core/ids.ts';
import type { FieldPath, FieldValue } from '../../../core/ledger/change.ts';
import type { RecordKind } from '../../../core/records/kinds.ts';
import { isRichText } from './field-shape.ts';
import { useEngineQuery, useSurroundings } from '../engine-client/engine-context.tsx';
import { countryName } from '../kit/country-name.ts';
import { useMarkingOf } from '../kit/marking-band.ts';
import { richTextInWords } from '../rich-text/rich-text-in-words.ts';
import { dayInWords } from '../words/dates.ts';
import { useWords } from '../words/words.ts';
import { useSafeguardsAtLength } from './safeguards-at-length.ts';

/** What a field says, as a person reads it: never an id, never JSON. Empty when it says nothing. */
export type ValueInWords = (kind: RecordKind, field: FieldPath, value: FieldValue) => string;

/** Words of fields that take one of a few values, by the field's last name. */
const choices = {
  phase: 'phases', crimeAreas: 'crimeAreas', status: 'actionStatuses', stage: 'stages', role: 'roles', presence: 'presences', language: 'languages',
} as const;

export function useValueInWords(): ValueInWords {
  const say = useWords('records');
  const markingOf = useMarkingOf();
  const groups = useSurroundings()?.jwgs ?? [];
  const titles = useTitles();
  const safeguards = useSafeguardsAtLength();

  const one = (name: string, kind: RecordKind, value: FieldValue): string => {
    if (value === null || value === '') return '';
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (typeof value === 'number') return name === 'minutes' ? say('minutes', { count: value }) : String(value);
    if (typeof value !== 'string') return '';
    if (name === 'countries' || name === 'country') return countryName(value);
    if (name === 'level') return markingOf(value as MarkingId).full;
    if (name === 'jwg') return groups.find((group) => group.id === value)?.name ?? say('unknownRecord');
    if (name === 'case' || name === 'origin') return titles.get(value) ?? say('unknownRecord');
    if (name === 'type') return wordFor(say, kind === 'note' ? 'noteTypes' : 'lineTypes', value);
    if (name in choices) return wordFor(say, choices[name as keyof typeof choices], value);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value as Day) : value;
  };

  return (kind, field, value) => {
    const [list = '', , part] = field.split('.');
    const name = part ?? list;
    if (name === 'removed') return say(value === true ? 'takenOut' : 'kept');
    if (name === 'safeguards') return safeguards(value);
    if (name === 'next') return nextInWords(value);
    if (isRichText(kind, field)) return richTextInWords(value);
    if (Array.isArray(value)) return value.map((piece: FieldValue) => one(name, kind, piece)).join(', ');
    return one(name, kind, value);
  };
}

type Say = ReturnType<typeof useWords<'records'>>;
type Vocabulary = 'phases' | 'crimeAreas' | 'actionStatuses' | 'stages' | 'roles' | 'presences' | 'languages' | 'noteTypes' | 'lineTypes';

/** The word of a vocabulary; a value that this version does not know is shown as it came. */
function wordFor(say: Say, vocabulary: Vocabulary, value: string): string {
  const words: Readonly<Record<string, string>> = say(vocabulary, { returnObjects: true });
  return words[value] ?? value;
}

/** Titles of the records that others point to. */
function useTitles(): ReadonlyMap<string, string> {
  const cases = useEngineQuery(['records', 'case', 'list'], (engine) => engine.notebook.list('case')).data ?? [];
  const meetings = useEngineQuery(['records', 'meeting', 'list'], (engine) => engine.notebook.list('meeting')).data ?? [];
  const notes = useEngineQuery(['records', 'note', 'list'], (engine) => engine.notebook.list('note')).data ?? [];
  return new Map([...cases, ...meetings, ...notes].map((row) => [row.record, row.title] as const));
}

function nextInWords(value: FieldValue): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
  const { day, start, place } = value as Readonly<Record<string, FieldValue>>;
  const text = (part: FieldValue | undefined) => (typeof part === 'string' ? part : '');
  const parts = [text(day) === '' ? '' : dayInWords(text(day) as Day), text(start), text(place)];
  return parts.filter((part) => part !== '').join(', ');
}

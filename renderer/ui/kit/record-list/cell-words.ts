import type { FieldValue } from '../../../../core/ledger/change.ts';
import type { Day, JwgId, MarkingId, RecordId } from '../../../../core/ids.ts';
import { natureOf } from '../../../../core/records/field-nature.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { useNamed } from '../../engine-client/titles.ts';
import { useSurroundings } from '../../engine-client/engine-context.tsx';
import { useKindWords } from '../../words/kind-words.ts';
import { dayInWords, dayOf, nearDayInWords } from '../../words/dates.ts';
import { numberInTable, numberInWords } from '../../words/numbers.ts';
import { useWords } from '../../words/words.ts';
import { useMarkingOf } from '../marking-band.ts';

/** What a field of a row says in the list. Groups by their short name, days as near ones. */
export function useCellInWords(): (row: RecordRow, field: string) => string {
  const inWords = useValueInWords();
  const say = useWords('kit');
  const groups = useSurroundings()?.jwgs ?? [];
  const markingOf = useMarkingOf();
  return (row, field) => {
    if (field === 'title') return row.title;
    if (field === 'level') return markingOf(row.level).short;
    if (field === 'changed') return nearDayInWords(dayOf(row.changed));
    if (field === 'standing') return say(`list.standings.${row.standing}`);
    const value = ((row.value as Readonly<Record<string, unknown>>)[field] ?? null) as FieldValue;
    const nature = natureOf(row.kind, field);
    if (nature?.type === 'group') return groups.find((one) => one.id === value)?.shortName ?? '';
    if (nature?.type === 'day' && typeof value === 'string') return nearDayInWords(value as Day);
    if (nature?.type === 'items') return Array.isArray(value) && value.length > 0 ? numberInWords(value.length) : '';
    return inWords(row.kind, field, value);
  };
}

/**
 * The same for a table that leaves the app: days as `2026-11-23` and numbers without their unit, as
 * every spreadsheet reads and counts them, and nothing that is only true today.
 */
export function useCellInTable(): (row: RecordRow, field: string) => string {
  const inWords = useCellInWords();
  return (row, field) => {
    if (field === 'changed') return dayOf(row.changed);
    const value = (row.value as Readonly<Record<string, unknown>>)[field];
    if (typeof value === 'number') return numberInTable(value);
    return natureOf(row.kind, field)?.type === 'day' && typeof value === 'string' ? value : inWords(row, field);
  };
}

/** What a value is called in a filter, and what a group of rows is called. */
export function useValueName(kind: RecordKind): (field: string, value: string) => string {
  const say = useWords('kit');
  const records = useWords('records');
  const inWords = useValueInWords();
  const named = useNamed();
  const words = useKindWords(kind);
  const groups = useSurroundings()?.jwgs ?? [];
  const markingOf = useMarkingOf();
  return (field, value) => {
    if (value === '') return say('list.nothing', { field: words.field(field) });
    if (field === 'level') return markingOf(value as MarkingId).full;
    if (field === 'standing') return say(`list.standings.${value as RecordRow['standing']}`);
    const type = natureOf(kind, field)?.type;
    if (type === 'group') return groups.find((one) => one.id === (value as JwgId))?.name ?? records('unknownRecord');
    if (type === 'record') return named(value as RecordId)?.title ?? '';
    if (type === 'yes-no') return records(value === 'true' ? 'yes' : 'no');
    return type === 'day' ? dayInWords(value as Day) : inWords(kind, field, value);
  };
}

import type { MarkingId, PersonId, RecordId } from '../../core/ids.ts';
import type { RecordKind } from '../../core/records/kinds.ts';
import type { Day } from '../../core/ids.ts';
import type { Entry } from '../../renderer/engine/notebook/catalogue.ts';
import type { ListQuery } from '../../renderer/engine/lists/lists-api.ts';
import type { ListSurroundings } from '../../renderer/engine/lists/sort-key.ts';

/** A row of the catalogue; its title is its `name` or `title` where nothing else is said. */
export function anEntry(kind: RecordKind, record: string, row: Readonly<Record<string, unknown>>, more: Partial<Entry> = {}): Entry {
  const title = [row['title'], row['name'], row['text']].find((text) => typeof text === 'string');
  return {
    record: record as RecordId, kind, row,
    level: 'UNCLASSIFIED' as MarkingId,
    title: typeof title === 'string' ? title : '',
    changed: 0,
    changedBy: 'me' as PersonId,
    standing: 'open', conflicts: 0, binned: false, gone: null, version: 0,
    ...more,
  };
}

export function aQuery(query: Partial<ListQuery> & Pick<ListQuery, 'kind'>): ListQuery {
  return { filter: {}, words: [], only: {}, sort: { by: 'title', descending: false }, group: null, facets: [], locale: 'en', today: '2026-11-25' as Day, ...query };
}

/** Surroundings that know these entries. */
export function listSurroundings(entries: readonly Entry[] = []): ListSurroundings {
  const known = new Map(entries.map((entry) => [entry.record, entry] as const));
  return { entry: (record) => known.get(record), jwgName: (jwg) => `Group ${jwg}`, rankOf: (level) => ({ UNCLASSIFIED: 0, SENSITIVE: 10 })[level as string] ?? 20 };
}

import type { RecordKind, RecordValue } from '../../../core/records/kinds.ts';
import { useEngineQueryKept } from '../engine-client/engine-context.tsx';
import { today } from '../words/dates.ts';
import { localeNow } from '../words/language.ts';

/** As many as somebody might look through. */
const most = 300;

/** What was written in a field of a kind before, the most frequent first: counted by the engine, however many records there are. */
export function useSuggestions<Kind extends RecordKind>(kind: Kind, field: keyof RecordValue<Kind> & string): readonly string[] {
  const answer = useEngineQueryKept(['records', kind, 'suggestions', field], (engine) =>
    engine.lists.query({ kind, filter: {}, words: [], only: {}, sort: { by: 'changed', descending: true }, group: null, facets: [field], locale: localeNow(), today: today() }, { from: 0, count: 0 }),
  ).data;
  return (answer?.facets[field] ?? []).map(({ value }) => value).filter((value) => value !== '').slice(0, most);
}

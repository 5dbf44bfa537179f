import type { JwgId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListQuery } from '../../../engine/api.ts';
import { today } from '../../words/dates.ts';
import { localeNow } from '../../words/language.ts';

/** The question for the records of a kind that belong to a group, narrowed and sorted as one says. */
export function listOfGroup(kind: RecordKind, jwg: JwgId, more: Partial<Pick<ListQuery, 'only' | 'sort' | 'group'>> = {}): ListQuery {
  return { kind, filter: { jwg }, words: [], only: {}, sort: { by: 'changed', descending: true }, group: null, facets: [], locale: localeNow(), today: today(), ...more };
}

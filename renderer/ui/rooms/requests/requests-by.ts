import type { RequestStatus } from '../../../../core/cooperation/request-steps.ts';
import type { ListAnswer, ListSort, RecordRow } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';
import { today } from '../../words/dates.ts';
import { localeNow } from '../../words/language.ts';

export interface SomeRequests {
  /** How many there are; the rows may be fewer. */
  readonly total: number;
  readonly rows: readonly RecordRow<'request'>[];
  readonly facets: ListAnswer['facets'];
  readonly isPending: boolean;
}

/** Requests with one of these statuses, as many as are asked for; the engine sorts and counts them. */
export function useRequests(statuses: readonly RequestStatus[], sort: ListSort, count: number): SomeRequests {
  const only = statuses.length === 0 ? {} : { status: statuses };
  const query = { kind: 'request', filter: {}, words: [], only, sort, group: null, facets: ['status'], locale: localeNow(), today: today() } as const;
  const { data, isPending } = useEngineQueryKept(['records', 'request', 'some', JSON.stringify(query), count], (engine) => engine.lists.query(query, { from: 0, count }));
  return { total: data?.total ?? 0, rows: (data?.rows ?? []) as readonly RecordRow<'request'>[], facets: data?.facets ?? {}, isPending };
}

import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListAnswer, ListQuery, RecordRow } from '../../../engine/api.ts';
import { useEngineQueryKept } from '../../engine-client/engine-context.tsx';

/** Rows asked for in steps of so many, so that scrolling a little asks nothing. */
const step = 100;
/** Rows beyond both ends of what is in sight. */
const beyond = 100;

export interface Stretch {
  readonly first: number;
  readonly last: number;
}

export interface ListRows<Kind extends RecordKind> {
  readonly answer: ListAnswer | undefined;
  /** The row at a place; `undefined` while it is on its way. */
  readonly rowAt: (place: number) => RecordRow<Kind> | undefined;
  /** The answer is to the question that is asked now, not to the one before. */
  readonly isFresh: boolean;
}

/** The rows in sight, and everything that is told of the list as a whole. The answer before stays until the next one is there. */
export function useListRows<Kind extends RecordKind>(kind: Kind, query: ListQuery, sight: Stretch): ListRows<Kind> {
  const from = Math.max(0, Math.floor((sight.first - beyond) / step) * step);
  const count = Math.ceil((sight.last + beyond - from + 1) / step) * step;
  const asked = useEngineQueryKept(['records', kind, 'rows', JSON.stringify(query), from, count], (engine) => engine.lists.query(query, { from, count }));
  const answer = asked.data;
  return {
    answer,
    rowAt: (place) => (answer === undefined ? undefined : (answer.rows[place - answer.from] as RecordRow<Kind> | undefined)),
    isFresh: !asked.isPlaceholderData && asked.isSuccess,
  };
}

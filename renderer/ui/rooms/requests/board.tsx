import type { RequestStatus } from '../../../../core/cooperation/request-steps.ts';
import { requestStatuses } from '../../../../core/records/request.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { countryName } from '../../kit/country-name.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { NewRecordButton } from '../../kit/record-room/new-record-button.tsx';
import { OnePane } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { nearDayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { useRequests } from './requests-by.ts';
import { RequestViews } from './views.tsx';
import classes from './requests.module.css';

/** Rows of a column; the list has the rest. */
const most = 60;

/** Shown only when something stands there. */
const ends: readonly string[] = ['refused', 'withdrawn', 'acknowledged'];

/** Requests by what has happened to them, the most pressing at the top of each column. */
export function RequestsBoard() {
  const say = useWords('requests');
  const words = useKindWords('request');
  const { total, facets, isPending } = useRequests([], { by: 'due', descending: false }, 0);
  const counts = new Map((facets['status'] ?? []).map(({ value, count }) => [value, count] as const));
  const shown = requestStatuses.filter((status) => !ends.includes(status) || (counts.get(status) ?? 0) > 0);
  return (
    <OnePane label={say('views.board')} wide>
      <RequestViews view="board" />
      {!isPending && total === 0 ? <EmptyState act={<NewRecordButton kind="request" prominent />}>{words.empty}</EmptyState> : null}
      {total === 0 ? null : (
        <div className={classes['board']}>
          {shown.map((status) => (
            <Column key={status} status={status} />
          ))}
        </div>
      )}
    </OnePane>
  );
}

function Column({ status }: { status: RequestStatus }) {
  const say = useWords('requests');
  const words = useKindWords('request');
  const title = words.choice('status', status);
  const { total, rows } = useRequests([status], { by: 'due', descending: false }, most);
  useShownMarking(rows.map((row) => row.level));
  const dueOf = (row: RecordRow<'request'>) => row.value.due ?? '9999';
  return (
    <section className={classes['column']} aria-label={title}>
      <h2 className={classes['columnTitle']}>
        {title} <span className={classes['quiet']}>{total === 0 ? '' : total}</span>
      </h2>
      <RowList label={title}>
        {rows.map((row) => (
          <ListRow
            key={row.record}
            to={pathOfRecord('request', row.record)}
            level={row.level}
            title={row.title || words.untitled}
            facts={joined(words.choice('instrument', row.value.instrument ?? 'other'), row.value.toCountry ? countryName(row.value.toCountry) : '', row.value.due ? nearDayInWords(row.value.due) : '')}
            urgent={dueOf(row) < today()}
          />
        ))}
      </RowList>
      {total > rows.length ? <p className={classes['quiet']}>{say('boardMore', { count: total - rows.length })}</p> : null}
    </section>
  );
}

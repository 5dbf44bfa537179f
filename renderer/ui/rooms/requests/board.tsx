import { requestStatuses } from '../../../../core/records/request.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
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
import { RequestViews } from './views.tsx';
import classes from './requests.module.css';

/** Shown only when something stands there. */
const ends: readonly string[] = ['refused', 'withdrawn', 'acknowledged'];

/** Requests by what has happened to them, the most pressing at the top of each column. */
export function RequestsBoard() {
  const say = useWords('requests');
  const words = useKindWords('request');
  const answer = useEngineQuery(['records', 'request', 'list'], (engine) => engine.notebook.list('request'));
  const rows = answer.data ?? [];
  useShownMarking(rows.map((row) => row.level));
  const shown = requestStatuses.filter((status) => !ends.includes(status) || rows.some((row) => row.value.status === status));
  return (
    <OnePane label={say('views.board')} wide>
      <RequestViews view="board" />
      {!answer.isPending && rows.length === 0 ? <EmptyState act={<NewRecordButton kind="request" prominent />}>{words.empty}</EmptyState> : null}
      {rows.length === 0 ? null : (
        <div className={classes['board']}>
          {shown.map((status) => (
            <Column key={status} title={words.choice('status', status)} rows={rows.filter((row) => row.value.status === status)} />
          ))}
        </div>
      )}
    </OnePane>
  );
}

function Column({ title, rows }: { title: string; rows: readonly RecordRow<'request'>[] }) {
  const words = useKindWords('request');
  const dueOf = (row: RecordRow<'request'>) => row.value.due ?? '9999';
  return (
    <section className={classes['column']} aria-label={title}>
      <h2 className={classes['columnTitle']}>
        {title} <span className={classes['quiet']}>{rows.length === 0 ? '' : rows.length}</span>
      </h2>
      <RowList label={title}>
        {rows.toSorted((one, other) => dueOf(one).localeCompare(dueOf(other))).map((row) => (
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
    </section>
  );
}

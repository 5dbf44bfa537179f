import { isPending } from '../../../../core/cooperation/request-steps.ts';
import { requestStatuses } from '../../../../core/records/request.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { countryName } from '../../kit/country-name.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { OnePane } from '../../kit/room-layout.tsx';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { daysBetween, nearDayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { useRequests } from './requests-by.ts';
import { RequestViews } from './views.tsx';

type Row = RecordRow<'request'>;

/** Those that have waited longest; a page of more is no overview. */
const most = 400;
const waitingFor = requestStatuses.filter(isPending);

/** Bounds in days, the longest wait first. */
const ages = [365, 180, 90, 30, 0] as const;

/** Requests without a full answer, by how long they have waited. */
export function RequestsAgeing() {
  const say = useWords('requests');
  const { rows, total, isPending: asking } = useRequests(waitingFor, { by: 'sent', descending: false }, most);
  useShownMarking(rows.map((row) => row.level));
  return (
    <OnePane label={say('views.ageing')}>
      <RequestViews view="ageing" />
      {!asking && rows.length === 0 ? <EmptyState>{say('ageing.none')}</EmptyState> : null}
      {ages.map((from, at) => (
        <AgeGroup key={from} title={titleOf(say, from, ages[at - 1])} rows={rows.filter((row) => ageOf(row) >= from && ageOf(row) < (ages[at - 1] ?? Number.POSITIVE_INFINITY))} />
      ))}
      {total > rows.length ? <p>{say('boardMore', { count: total - rows.length })}</p> : null}
    </OnePane>
  );
}

function titleOf(say: ReturnType<typeof useWords<'requests'>>, from: number, to: number | undefined): string {
  if (to === undefined) return say('ageing.over', { count: from });
  return from === 0 ? say('ageing.under', { count: to }) : say('ageing.between', { from, to });
}

function ageOf({ value, changed }: Row): number {
  const sent = value.sent ?? null;
  return Math.max(0, sent === null ? Math.floor((Date.now() - changed) / 86_400_000) : daysBetween(sent, today()));
}

function AgeGroup({ title, rows }: { title: string; rows: readonly Row[] }) {
  const say = useWords('requests');
  const words = useKindWords('request');
  if (rows.length === 0) return null;
  return (
    <Section title={title} count={rows.length}>
      <RowList label={title}>
        {rows.toSorted((one, other) => ageOf(other) - ageOf(one)).map((row) => {
          const { due, toCountry, instrument, chasers, status } = row.value;
          const last = (chasers ?? []).map((one) => one.on ?? '').toSorted().at(-1) ?? '';
          return (
            <ListRow
              key={row.record}
              to={pathOfRecord('request', row.record)}
              level={row.level}
              title={row.title || words.untitled}
              facts={joined(words.choice('instrument', instrument ?? 'other'), toCountry ? countryName(toCountry) : '', words.choice('status', status ?? 'sent'), last === '' ? say('ageing.neverChased') : say('ageing.chased', { day: nearDayInWords(last as never) }), due ? say('due', { day: nearDayInWords(due) }) : '')}
              aside={say('waiting', { count: ageOf(row) })}
              urgent={due !== null && due !== undefined && due < today()}
            />
          );
        })}
      </RowList>
    </Section>
  );
}

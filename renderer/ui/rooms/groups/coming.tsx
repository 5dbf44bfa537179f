import { isPending } from '../../../../core/cooperation/request-steps.ts';
import type { JwgId } from '../../../../core/ids.ts';
import { requestStatuses } from '../../../../core/records/request.ts';
import type { ListQuery, RecordRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { countryName } from '../../kit/country-name.ts';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { nearDayInWords, today } from '../../words/dates.ts';
import { joined } from '../../words/joined.ts';
import { useKindWordsOf } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { listOfGroup } from './list-of-group.ts';

/** So many of each on the overview; the parts have all of them. */
const few = 4;
const waitingFor = requestStatuses.filter(isPending);

/** What comes in the group: its next meetings, series that run, open actions and requests by their days. */
export function Coming({ jwg }: { jwg: JwgId }) {
  const say = useWords('groups');
  const next = useFew(listOfGroup('meeting', jwg, { group: { by: 'day', as: 'coming' } }), 'upcoming');
  const series = useFew(listOfGroup('series', jwg, { only: { ended: ['false'] }, sort: { by: 'title', descending: false } }));
  const actions = useFew(listOfGroup('action', jwg, { only: { status: ['open'] }, sort: { by: 'due', descending: false } }));
  const requests = useFew(listOfGroup('request', jwg, { only: { status: waitingFor }, sort: { by: 'due', descending: false } }));
  return (
    <>
      <Few title={say('coming.meetings')} none={say('coming.noMeeting')} found={next} />
      <Few title={say('coming.series')} found={series} />
      <Few title={say('coming.actions')} found={actions} />
      <Few title={say('coming.requests')} found={requests} />
    </>
  );
}

interface Found {
  readonly total: number;
  readonly rows: readonly RecordRow[];
}

/** The first rows of a list, or of one of its groups. */
function useFew(query: ListQuery, group?: string): Found {
  const answer = useEngineQuery(['records', query.kind, 'few', JSON.stringify(query)], (engine) => engine.lists.query(query, { from: 0, count: few })).data;
  const of = group === undefined ? undefined : answer?.groups.find((one) => one.value === group);
  const total = group === undefined ? (answer?.total ?? 0) : (of?.count ?? 0);
  return { total, rows: answer?.rows.slice(0, total) ?? [] };
}

function Few({ title, none, found: { total, rows } }: { title: string; none?: string; found: Found }) {
  const wordsOf = useKindWordsOf();
  const factsOf = useFacts();
  useShownMarking(rows.map((row) => row.level));
  if (total === 0 && none === undefined) return null;
  return (
    <Section title={title} count={total}>
      {total === 0 ? <p>{none}</p> : null}
      <RowList label={title}>
        {rows.map((row) => {
          const due = dayOf(row);
          return <ListRow key={row.record} to={pathOfRecord(row.kind, row.record)} level={row.level} title={row.title || wordsOf(row.kind).untitled} facts={factsOf(row)} aside={due === null ? undefined : nearDayInWords(due)} urgent={due !== null && row.kind !== 'meeting' && due < today()} />;
        })}
      </RowList>
    </Section>
  );
}

function dayOf({ kind, value }: RecordRow) {
  const { day, due } = value as Partial<RecordRow<'meeting'>['value'] & RecordRow<'action'>['value']>;
  return (kind === 'meeting' ? day : due) ?? null;
}

function useFacts(): (row: RecordRow) => string {
  const wordsOf = useKindWordsOf();
  return ({ kind, value }) => {
    const { start, place, owner, frequency, status, toCountry } = value as Partial<RecordRow<'meeting'>['value'] & RecordRow<'action'>['value'] & RecordRow<'series'>['value']> & { readonly status?: string; readonly toCountry?: RecordRow<'request'>['value']['toCountry'] };
    if (kind === 'action') return owner ?? '';
    if (kind === 'series') return joined(frequency === undefined ? '' : wordsOf('series').choice('frequency', frequency), start, place);
    if (kind === 'request') return joined(status === undefined ? '' : wordsOf('request').choice('status', status), toCountry ? countryName(toCountry) : '');
    return joined(start, place);
  };
}

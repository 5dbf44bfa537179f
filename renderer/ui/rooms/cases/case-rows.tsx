import { Button } from '@mantine/core';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListQuery, RecordRow, RecordView } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { useNewRecord } from '../../kit/new-record.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { RecordList } from '../../kit/record-list/record-list.tsx';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { daysBetween, dayOf, nearDayInWords, today } from '../../words/dates.ts';
import { localeNow } from '../../words/language.ts';
import { useWords } from '../../words/words.ts';
import classes from './cases.module.css';

export interface CaseRows {
  /** A case may have thousands: how many, and the last few by their day. */
  readonly notes: { readonly total: number; readonly last: readonly RecordRow<'note'>[] };
  readonly meetings: readonly RecordRow<'meeting'>[];
  readonly actions: readonly RecordRow<'action'>[];
}

/** Notes on the overview of a case. */
export const lastNotes = 4;

function notesOfCase(record: RecordId): ListQuery {
  return { kind: 'note', filter: { case: record }, words: [], only: {}, sort: { by: 'day', descending: true }, group: null, facets: [], locale: localeNow(), today: today() };
}

/** What belongs to a case, each in the order in which it is looked for. */
export function useCaseRows(record: RecordId): CaseRows {
  const notes = useEngineQuery(['records', 'note', 'last', record], (engine) => engine.lists.query(notesOfCase(record), { from: 0, count: lastNotes })).data;
  const meetings = useEngineQuery(['records', 'meeting', 'list', record], (engine) => engine.notebook.list('meeting', { case: record })).data ?? [];
  const actions = useEngineQuery(['records', 'action', 'list', record], (engine) => engine.notebook.list('action', { case: record })).data ?? [];
  return {
    notes: { total: notes?.total ?? 0, last: (notes?.rows ?? []) as readonly RecordRow<'note'>[] },
    meetings: meetings.toSorted((one, other) => (other.value.day ?? '9999').localeCompare(one.value.day ?? '9999')),
    actions: actions.toSorted((one, other) => rankOf(one) - rankOf(other) || (one.value.due ?? '9999').localeCompare(other.value.due ?? '9999')),
  };
}

const rankOf = (row: RecordRow<'action'>) => ((row.value.status ?? 'open') === 'open' ? 0 : 1);

/** Begins a note, a meeting or an action that proposes this case, its group and its level. */
export function BeginButton({ kind, view, prominent }: { kind: 'note' | 'meeting' | 'action'; view: RecordView<'case'>; prominent?: boolean }) {
  const say = useWords('cases');
  const newRecord = useNewRecord();
  const begin = async () => {
    const failure = await newRecord(kind, { case: view.record, jwg: view.value.jwg, level: view.level });
    if (failure !== null) tellFailure(failure);
  };
  return (
    <Button {...(prominent === true ? { variant: 'filled' } : {})} onClick={() => void begin()}>
      {say(`begin.${kind}`)}
    </Button>
  );
}

interface PartProps<Kind extends RecordKind> {
  readonly view: RecordView<'case'>;
  readonly rows: readonly RecordRow<Kind>[];
}

/** However many: the list is asked for piece by piece. */
export function CaseNotes({ view, total }: { view: RecordView<'case'>; total: number }) {
  const say = useWords('cases');
  if (total === 0) return <EmptyState act={<BeginButton kind="note" view={view} prominent />}>{say('none.note')}</EmptyState>;
  return (
    <div className={classes['list']}>
      <RecordList kind="note" within="case notes" filter={{ case: view.record }} columns={['type', 'place']} facets={['type', 'standing']} sort={{ by: 'day', descending: true }} group={{ by: 'day', as: 'month', descending: true }} aside={dayAside} />
    </div>
  );
}

function dayAside({ value, changed }: RecordRow<'note'>) {
  return nearDayInWords(value.day ?? dayOf(changed));
}

export function CaseMeetings({ view, rows }: PartProps<'meeting'>) {
  const say = useWords('cases');
  if (rows.length === 0) return <EmptyState act={<BeginButton kind="meeting" view={view} prominent />}>{say('none.meeting')}</EmptyState>;
  return (
    <Section title={say('parts.meetings')} count={rows.length} acts={<BeginButton kind="meeting" view={view} />}>
      <MeetingRows rows={rows} label={say('parts.meetings')} />
    </Section>
  );
}

export function CaseActions({ view, rows }: PartProps<'action'>) {
  const say = useWords('cases');
  if (rows.length === 0) return <EmptyState act={<BeginButton kind="action" view={view} prominent />}>{say('none.action')}</EmptyState>;
  return (
    <Section title={say('parts.actions')} count={rows.length} acts={<BeginButton kind="action" view={view} />}>
      <ActionRows rows={rows} label={say('parts.actions')} />
    </Section>
  );
}

interface RowsProps<Kind extends RecordKind> {
  readonly rows: readonly RecordRow<Kind>[];
  readonly label: string;
}

export function NoteRows({ rows, label }: RowsProps<'note'>) {
  const say = useWords('cases');
  const records = useWords('records');
  useShownMarking(rows.map((row) => row.level));
  return (
    <RowList label={label}>
      {rows.map((row) => (
        <ListRow
          key={row.record}
          to={pathOfRecord('note', row.record)}
          level={row.level}
          title={row.title === '' ? say('untitledNote') : row.title}
          aside={nearDayInWords(row.value.day ?? dayOf(row.changed))}
          facts={[row.standing === 'open' ? '' : say('final'), records(`noteTypes.${row.value.type ?? 'observation'}`), row.value.place ?? '', row.changedBy].filter((one) => one !== '').join(' · ')}
        />
      ))}
    </RowList>
  );
}

function MeetingRows({ rows, label }: RowsProps<'meeting'>) {
  const say = useWords('cases');
  const records = useWords('records');
  useShownMarking(rows.map((row) => row.level));
  return (
    <RowList label={label}>
      {rows.map((row) => (
        <ListRow
          key={row.record}
          to={pathOfRecord('meeting', row.record)}
          level={row.level}
          title={row.title}
          aside={row.value.day === null || row.value.day === undefined ? undefined : nearDayInWords(row.value.day)}
          facts={[row.standing === 'open' ? records(`stages.${row.value.stage ?? 'preparing'}`) : say('approved'), row.value.place ?? '', row.value.series ?? ''].filter((one) => one !== '').join(' · ')}
        />
      ))}
    </RowList>
  );
}

export function ActionRows({ rows, label }: RowsProps<'action'>) {
  const say = useWords('cases');
  const records = useWords('records');
  useShownMarking(rows.map((row) => row.level));
  return (
    <RowList label={label}>
      {rows.map((row) => {
        const { due, status = 'open', owner = '' } = row.value;
        const overdue = status === 'open' && due !== null && due !== undefined && daysBetween(today(), due) < 0;
        return (
          <ListRow
            key={row.record}
            to={pathOfRecord('action', row.record)}
            level={row.level}
            title={row.title}
            aside={due === null || due === undefined ? undefined : nearDayInWords(due)}
            urgent={overdue}
            facts={[status === 'open' ? '' : records(`actionStatuses.${status}`), owner === '' ? say('nobody') : owner].filter((one) => one !== '').join(' · ')}
          />
        );
      })}
    </RowList>
  );
}

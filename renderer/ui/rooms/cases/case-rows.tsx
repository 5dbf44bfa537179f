import { Button } from '@mantine/core';
import type { RecordId } from '../../../../core/ids.ts';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { RecordRow, RecordView } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListRow, RowList } from '../../kit/list-row.tsx';
import { useNewRecord } from '../../kit/new-record.ts';
import { pathOfRecord } from '../../kit/paths.ts';
import { Section } from '../../kit/section.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { tellFailure } from '../../kit/tell-failure.tsx';
import { daysBetween, dayOf, nearDayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

export interface CaseRows {
  readonly notes: readonly RecordRow<'note'>[];
  readonly meetings: readonly RecordRow<'meeting'>[];
  readonly actions: readonly RecordRow<'action'>[];
}

/** What belongs to a case, each in the order in which it is looked for. */
export function useCaseRows(record: RecordId): CaseRows {
  const notes = useEngineQuery(['records', 'note', 'list', record], (engine) => engine.notebook.list('note', { case: record })).data ?? [];
  const meetings = useEngineQuery(['records', 'meeting', 'list', record], (engine) => engine.notebook.list('meeting', { case: record })).data ?? [];
  const actions = useEngineQuery(['records', 'action', 'list', record], (engine) => engine.notebook.list('action', { case: record })).data ?? [];
  const dayOfNote = (row: RecordRow<'note'>) => row.value.day ?? dayOf(row.changed);
  return {
    notes: notes.toSorted((one, other) => dayOfNote(other).localeCompare(dayOfNote(one)) || other.changed - one.changed),
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

export function CaseNotes({ view, rows }: PartProps<'note'>) {
  const say = useWords('cases');
  if (rows.length === 0) return <EmptyState act={<BeginButton kind="note" view={view} prominent />}>{say('none.note')}</EmptyState>;
  return (
    <Section title={say('parts.notes')} count={rows.length} acts={<BeginButton kind="note" view={view} />}>
      <NoteRows rows={rows} label={say('parts.notes')} />
    </Section>
  );
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

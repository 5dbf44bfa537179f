import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useRoute } from 'wouter';
import type { Day } from '../../../../core/ids.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListGroup } from '../../kit/list-group.tsx';
import { ListRow } from '../../kit/list-row.tsx';
import { paths } from '../../kit/paths.ts';
import { ListHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { UnsavedDrafts, useUnsavedDrafts } from '../../kit/unsaved-drafts.tsx';
import { dayOf, nearDayInWords, timeInWords } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';
import { NewNoteButton } from './new-note-button.tsx';

type Row = RecordRow<'note'>;

/** What is being written first; then all notes by their day, the latest at the top. */
export function NotesList() {
  const say = useWords('notes');
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommand('find-here', () => field.current?.focus());
  const notes = useEngineQuery(['records', 'note', 'list'], (engine) => engine.notebook.list('note'));
  const unsaved = useUnsavedDrafts('note').filter((row) => contains([row.title], filter));
  const all = notes.data ?? [];
  const rows = all.filter((row) => contains([row.title, row.value.place], filter));
  useShownMarking([...rows, ...unsaved].map((row) => row.level));
  const nothing = rows.length === 0 && unsaved.length === 0;
  return (
    <>
      <ListHead>
        <TextInput ref={field} aria-label={say('filter')} placeholder={say('filter')} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
        <NewNoteButton />
      </ListHead>
      {notes.isPending || !nothing ? null : filter.trim() === '' ? (
        <EmptyState act={<NewNoteButton prominent />}>{say('empty')}</EmptyState>
      ) : (
        <EmptyState>{say('none')}</EmptyState>
      )}
      <UnsavedDrafts rows={unsaved} untitled={say('untitled')} />
      {byDay(rows).map(([day, members]) => (
        <ListGroup key={day} title={nearDayInWords(day)}>
          {members.map((row) => (
            <NoteRow key={row.record} row={row} />
          ))}
        </ListGroup>
      ))}
    </>
  );
}

function NoteRow({ row }: { row: Row }) {
  const say = useWords('notes');
  const records = useWords('records');
  const [, open] = useRoute<{ record: string }>('/notes/:record');
  const cases = useEngineQuery(['records', 'case', 'list'], (engine) => engine.notebook.list('case')).data ?? [];
  const inCase = cases.find((one) => one.record === row.value.case)?.title ?? '';
  const marks = [
    row.conflicts > 0 ? say('marks.conflict', { count: row.conflicts }) : '',
    row.draft === null ? '' : say('marks.draft'),
    row.standing === 'open' ? '' : say('marks.final'),
  ];
  return (
    <ListRow
      to={paths.note(row.record)}
      level={row.level}
      title={row.title === '' ? say('untitled') : row.title}
      aside={row.value.time ?? (dayOf(row.changed) === dayOfRow(row) ? timeInWords(row.changed) : undefined)}
      facts={[...marks, records(`noteTypes.${row.value.type ?? 'observation'}`), inCase, row.value.place ?? ''].filter((one) => one !== '').join(' · ')}
      current={open?.record === row.record}
    />
  );
}

function dayOfRow(row: Row): Day {
  return row.value.day ?? dayOf(row.changed);
}

function byDay(rows: readonly Row[]): readonly (readonly [Day, readonly Row[]])[] {
  const days = Map.groupBy(rows, dayOfRow);
  const latestFirst = (one: Row, other: Row) => (other.value.time ?? '').localeCompare(one.value.time ?? '') || other.changed - one.changed;
  return [...days].toSorted(([one], [other]) => other.localeCompare(one)).map(([day, members]) => [day, members.toSorted(latestFirst)] as const);
}

function contains(texts: readonly (string | undefined)[], filter: string): boolean {
  const words = filter.trim().toLowerCase();
  return words === '' || texts.some((one) => one?.toLowerCase().includes(words) === true);
}

import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useRoute } from 'wouter';
import type { RecordRow } from '../../../engine/api.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useCommand } from '../../kit/commands.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { ListGroup } from '../../kit/list-group.tsx';
import { ListRow } from '../../kit/list-row.tsx';
import { useNewRecord } from '../../kit/new-record.ts';
import { paths } from '../../kit/paths.ts';
import { ListHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { UnsavedDrafts, useUnsavedDrafts } from '../../kit/unsaved-drafts.tsx';
import { nearDayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

type Row = RecordRow<'meeting'>;

/** Coming meetings first, soonest at the top; then those held, latest at the top; those without a day last. */
export function MeetingsList() {
  const say = useWords('meetings');
  const newRecord = useNewRecord();
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommand('find-here', () => field.current?.focus());
  const meetings = useEngineQuery(['records', 'meeting', 'list'], (engine) => engine.notebook.list('meeting'));
  const all = meetings.data ?? [];
  const unsaved = useUnsavedDrafts('meeting').filter((row) => row.title.toLowerCase().includes(filter.trim().toLowerCase()));
  const rows = all.filter((row) => fits(row, filter));
  useShownMarking([...rows, ...unsaved].map((row) => row.level));
  const groups = grouped(rows);
  return (
    <>
      <ListHead>
        <TextInput
          ref={field}
          aria-label={say('filter')}
          placeholder={say('filter')}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <Button onClick={() => void newRecord('meeting')}>{say('new')}</Button>
      </ListHead>
      <UnsavedDrafts rows={unsaved} untitled={say('untitled')} />
      {meetings.isPending || (unsaved.length > 0 && rows.length === 0) ? null : all.length === 0 ? (
        <EmptyState act={<Button variant="filled" onClick={() => void newRecord('meeting')}>{say('new')}</Button>}>{say('empty')}</EmptyState>
      ) : rows.length === 0 ? (
        <EmptyState>{say('none')}</EmptyState>
      ) : (
        (['upcoming', 'past', 'undated'] as const).map((group) =>
          groups[group].length === 0 ? null : (
            <ListGroup key={group} title={say(group)}>
              {groups[group].map((row) => (
                <MeetingRow key={row.record} row={row} />
              ))}
            </ListGroup>
          ),
        )
      )}
    </>
  );
}

function MeetingRow({ row }: { row: Row }) {
  const say = useWords('meetings');
  const [, open] = useRoute<{ record: string }>('/meetings/:record');
  const stage = row.standing === 'open' ? (row.value.stage ?? 'preparing') : row.standing === 'approval-conflict' ? 'approval-conflict' : 'approved';
  return (
    <ListRow
      to={paths.meeting(row.record)}
      level={row.level}
      title={row.title === '' ? say('untitled') : row.title}
      aside={row.value.day === null || row.value.day === undefined ? undefined : nearDayInWords(row.value.day)}
      facts={[say(`stage.${stage}`), row.value.place, row.value.series].filter((one) => one !== undefined && one !== '').join(' · ')}
      current={open?.record === row.record}
    />
  );
}

function fits(row: Row, filter: string): boolean {
  const words = filter.trim().toLowerCase();
  return words === '' || [row.title, row.value.place, row.value.series, row.value.reference].some((one) => one?.toLowerCase().includes(words) === true);
}

function grouped(rows: readonly Row[]): Record<'upcoming' | 'past' | 'undated', readonly Row[]> {
  const now = today();
  const dayOf = (row: Row) => row.value.day ?? '';
  const soonestFirst = rows.toSorted((a, b) => (dayOf(a) + (a.value.start ?? '')).localeCompare(dayOf(b) + (b.value.start ?? '')));
  return {
    upcoming: soonestFirst.filter((row) => dayOf(row) >= now),
    past: soonestFirst.filter((row) => dayOf(row) !== '' && dayOf(row) < now).toReversed(),
    undated: soonestFirst.filter((row) => dayOf(row) === ''),
  };
}

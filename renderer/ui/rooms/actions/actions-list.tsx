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
import { daysBetween, nearDayInWords, today } from '../../words/dates.ts';
import { useWords } from '../../words/words.ts';

type Row = RecordRow<'action'>;
const groups = ['overdue', 'soon', 'later', 'undated', 'closed'] as const;
type Group = (typeof groups)[number];

/** Open actions by how near their day is; those that are closed at the end. */
export function ActionsList() {
  const say = useWords('actions');
  const newRecord = useNewRecord();
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommand('find-here', () => field.current?.focus());
  const actions = useEngineQuery(['records', 'action', 'list'], (engine) => engine.notebook.list('action'));
  const all = actions.data ?? [];
  const rows = all.filter((row) => fits(row, filter)).toSorted(byDay);
  const unsaved = useUnsavedDrafts('action').filter((row) => row.title.toLowerCase().includes(filter.trim().toLowerCase()));
  useShownMarking([...rows, ...unsaved].map((row) => row.level));
  const add = <Button variant="filled" onClick={() => void newRecord('action')}>{say('new')}</Button>;
  return (
    <>
      <ListHead>
        <TextInput ref={field} aria-label={say('filter')} placeholder={say('filter')} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
        <Button onClick={() => void newRecord('action')}>{say('new')}</Button>
      </ListHead>
      {!actions.isPending && all.length === 0 && unsaved.length === 0 ? <EmptyState act={add}>{say('empty')}</EmptyState> : null}
      {all.length > 0 && rows.length === 0 ? <EmptyState>{say('none')}</EmptyState> : null}
      <UnsavedDrafts rows={unsaved} untitled={say('untitled')} />
      {groups.map((group) => {
        const members = rows.filter((row) => groupOf(row) === group);
        return members.length === 0 ? null : (
          <ListGroup key={group} title={say(`groups.${group}`)}>
            {members.map((row) => (
              <ActionRow key={row.record} row={row} />
            ))}
          </ListGroup>
        );
      })}
    </>
  );
}

function ActionRow({ row }: { row: Row }) {
  const say = useWords('actions');
  const [, open] = useRoute<{ record: string }>('/actions/:record');
  const status = row.value.status ?? 'open';
  const owner = row.value.owner === undefined || row.value.owner === '' ? say('nobody') : row.value.owner;
  return (
    <ListRow
      to={paths.action(row.record)}
      level={row.level}
      title={row.title === '' ? say('untitled') : row.title}
      aside={row.value.due === null || row.value.due === undefined ? undefined : nearDayInWords(row.value.due)}
      facts={status === 'open' ? owner : `${owner} · ${say(`status.${status}`)}`}
      urgent={groupOf(row) === 'overdue'}
      current={open?.record === row.record}
    />
  );
}

function groupOf(row: Row): Group {
  if ((row.value.status ?? 'open') !== 'open') return 'closed';
  const due = row.value.due;
  if (due === null || due === undefined) return 'undated';
  const left = daysBetween(today(), due);
  return left < 0 ? 'overdue' : left <= 7 ? 'soon' : 'later';
}

function byDay(one: Row, other: Row): number {
  return (one.value.due ?? '9999').localeCompare(other.value.due ?? '9999');
}

function fits(row: Row, filter: string): boolean {
  const words = filter.trim().toLowerCase();
  return words === '' || [row.title, row.value.owner].some((one) => one?.toLowerCase().includes(words) === true);
}

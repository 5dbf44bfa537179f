import { TextInput } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useRoute } from 'wouter';
import type { FieldValue } from '../../../../core/ledger/change.ts';
import type { RecordKind, RecordValue } from '../../../../core/records/kinds.ts';
import { foldName } from '../../../../core/text/fold-name.ts';
import type { RecordRow } from '../../../engine/api.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { useCommand } from '../commands.ts';
import { EmptyState } from '../empty-state.tsx';
import { ListRow, RowList } from '../list-row.tsx';
import { pathOfRecord, roomOfKind } from '../paths.ts';
import { NewRecordButton } from '../record-room/new-record-button.tsx';
import { ListHead } from '../room-layout.tsx';
import { useShownMarking } from '../shown-marking.ts';
import { UnsavedDrafts, useUnsavedDrafts } from '../unsaved-drafts.tsx';

/** A field of the kind's `row`, or what every record has. */
export type ListField<Kind extends RecordKind> = (keyof RecordValue<Kind> & string) | 'title' | 'level' | 'changed';

/** What a room says of its kind's list. Labels, words, order and filter of a field follow from the schema. */
export interface RecordListParts<Kind extends RecordKind> {
  /** Fields of a row's second line and of the table's columns, the most telling first. */
  readonly columns?: readonly ListField<Kind>[];
  /** Above the list: other ways to look at the same records. */
  readonly above?: ReactNode;
  /** Right of the title: a day, a count. */
  readonly aside?: (row: RecordRow<Kind>) => ReactNode;
  /** The aside is shown in the colour of loss. */
  readonly isUrgent?: (row: RecordRow<Kind>) => boolean;
  readonly sort?: { readonly by: ListField<Kind>; readonly descending?: boolean };
  readonly group?: ListField<Kind>;
  /** Fields that can be filtered by their values. */
  readonly facets?: readonly ListField<Kind>[];
  /** Fields that can be set for many rows at once. */
  readonly bulk?: readonly ListField<Kind>[];
}

/** All records of a kind. */
export function RecordList<Kind extends RecordKind>({ kind, columns = [], aside, isUrgent, above }: RecordListParts<Kind> & { readonly kind: Kind }) {
  const say = useWords('kit');
  const words = useKindWords(kind);
  const inWords = useValueInWords();
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommand('find-here', () => field.current?.focus());
  const answer = useEngineQuery(['records', kind, 'list'], (engine) => engine.notebook.list(kind));
  const factsOf = (row: RecordRow<Kind>) => columns.map((name) => inWords(kind, name, ((row.value as Readonly<Record<string, unknown>>)[name] ?? null) as FieldValue)).filter((text) => text !== '').join(' · ');
  const typed = foldName(filter).split(' ').filter((word) => word !== '');
  const fits = (text: string) => typed.every((word) => foldName(text).includes(word));
  const all = answer.data ?? [];
  const collator = new Intl.Collator(undefined, { numeric: true });
  const rows = all.filter((row) => fits(`${row.title} ${factsOf(row)}`)).toSorted((one, other) => collator.compare(one.title, other.title));
  const unsaved = useUnsavedDrafts(kind).filter((row) => fits(row.title));
  useShownMarking([...rows, ...unsaved].map((row) => row.level));
  const [, open] = useRoute<{ record: string }>(`${roomOfKind[kind]}/:record`);
  return (
    <>
      {above}
      <ListHead>
        <TextInput ref={field} aria-label={say('list.filter')} placeholder={say('list.filter')} value={filter} onChange={(event) => setFilter(event.currentTarget.value)} />
        <NewRecordButton kind={kind} />
      </ListHead>
      {!answer.isPending && all.length === 0 && unsaved.length === 0 ? <EmptyState act={<NewRecordButton kind={kind} prominent />}>{words.empty}</EmptyState> : null}
      {all.length > 0 && rows.length === 0 ? <EmptyState>{say('list.noneFits')}</EmptyState> : null}
      <UnsavedDrafts rows={unsaved} untitled={words.untitled} />
      <RowList label={words.many}>
        {rows.map((row) => (
          <ListRow
            key={row.record}
            to={pathOfRecord(kind, row.record)}
            level={row.level}
            title={row.title === '' ? words.untitled : row.title}
            facts={factsOf(row)}
            {...(aside === undefined ? {} : { aside: aside(row) })}
            urgent={isUrgent?.(row) ?? false}
            current={open?.record === row.record}
          />
        ))}
      </RowList>
    </>
  );
}

import { TextInput } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useRoute } from 'wouter';
import type { RecordKind } from '../../../../core/records/kinds.ts';
import type { ListGroup, ListQuery, ListView } from '../../../engine/api.ts';
import { today } from '../../words/dates.ts';
import { useKindWords } from '../../words/kind-words.ts';
import { useWords } from '../../words/words.ts';
import { useCommand } from '../commands.ts';
import { EmptyState } from '../empty-state.tsx';
import { roomOfKind } from '../paths.ts';
import { NewRecordButton } from '../record-room/new-record-button.tsx';
import { useShownMarking } from '../shown-marking.ts';
import { UnsavedDrafts, useUnsavedDrafts } from '../unsaved-drafts.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { ListBody } from './list-body.tsx';
import { groupingsOf, type RecordListParts } from './list-parts.ts';
import { useListRows, type Stretch } from './list-rows.ts';
import { ListTools } from './list-tools.tsx';
import { useListView } from './list-views.tsx';
import { useSelection } from './selection.ts';
import { useTypedWords } from './typed-words.ts';
import classes from './record-list.module.css';

export type { Grouping, ListField, RecordListParts } from './list-parts.ts';
import { localeNow } from '../../words/language.ts';

export interface RecordListProps<Kind extends RecordKind> extends RecordListParts<Kind> {
  readonly kind: Kind;
}

/** Whether the list of a kind is looked at as a table now. */
export function useIsTable<Kind extends RecordKind>(props: RecordListProps<Kind>): boolean {
  return useListView(props.kind, props.within, firstView(props))[0].layout === 'table';
}

function firstView<Kind extends RecordKind>({ sort, group }: RecordListParts<Kind>): ListView {
  return { words: '', only: {}, sort: { by: sort?.by ?? 'title', descending: sort?.descending ?? false }, group: group === undefined ? null : typeof group === 'string' ? group : group.by, layout: 'list' };
}

/** The question that a view asks of the engine. */
function useListQuery<Kind extends RecordKind>(props: RecordListProps<Kind>, view: ListView, binned: boolean): ListQuery {
  const { kind, filter, facets } = props;
  const words = useTypedWords(kind, view.words);
  const grouping = groupingsOf(props).find((one) => one.by === view.group);
  const group: ListGroup | null = grouping ?? (view.group === null ? null : { by: view.group, as: 'value' });
  const question: ListQuery = {
    kind, words, group,
    filter: { ...filter, binned },
    only: view.only,
    sort: view.sort,
    facets: facets ?? [],
    locale: localeNow(),
    today: today(),
  };
  const key = JSON.stringify(question);
  return useMemo(() => JSON.parse(key) as ListQuery, [key]);
}

/** All records of a kind: narrowed, sorted, grouped, chosen and changed; however many there are. */
export function RecordList<Kind extends RecordKind>(props: RecordListProps<Kind>) {
  const { kind, within } = props;
  const say = useWords('kit');
  const words = useKindWords(kind);
  const [view, change] = useListView(kind, within, firstView(props));
  const [binned, setBinned] = useState(false);
  const [sight, setSight] = useState<Stretch>({ first: 0, last: 40 });
  const query = useListQuery(props, view, binned);
  const rows = useListRows(kind, query, sight);
  const total = rows.answer?.total ?? 0;
  const selection = useSelection(query, total);
  // Beside what is open there is no room for columns.
  const [isOpen] = useRoute(`${roomOfKind[kind]}/*`);
  const layout = isOpen ? 'list' : view.layout;
  const field = useRef<HTMLInputElement>(null);
  useCommand('find-here', () => field.current?.focus());
  const unsaved = useUnsavedDrafts(kind).filter((row) => view.words.trim() === '' || row.title.toLowerCase().includes(view.words.trim().toLowerCase()));
  const drafts = within === undefined && !binned ? unsaved : [];
  useShownMarking([...(rows.answer?.levels ?? []), ...drafts.map((row) => row.level)]);
  const onSight = useCallback((next: Stretch) => setSight((now) => (now.first === next.first && now.last === next.last ? now : next)), []);
  const isNarrowed = view.words.trim() !== '' || Object.values(view.only).some((values) => values.length > 0);
  return (
    <div className={classes['list']} data-layout={layout}>
      {props.above}
      <div className={classes['head']}>
        <TextInput ref={field} aria-label={say('list.filterOf', { many: words.many })} placeholder={say('list.filter')} value={view.words} onChange={(event) => change({ words: event.currentTarget.value })} />
        <NewRecordButton kind={kind} />
      </div>
      <div className={classes['told']}>
        <p className={classes['count']} role="status">
          {rows.answer === undefined ? '' : binned ? say('list.inBin', { count: total }) : isNarrowed ? say('list.someOf', { total, count: rows.answer.all }) : say('list.count', { count: total })}
        </p>
        <ListTools props={props} view={view} change={change} answer={rows.answer} query={query} binned={binned} onBinned={setBinned} selection={selection} />
      </div>
      <ListBody
        props={props}
        query={query}
        rows={rows}
        selection={selection}
        layout={layout}
        sort={view.sort}
        onSort={(by) => change({ sort: { by, descending: view.sort.by === by && !view.sort.descending } })}
        binned={binned}
        onSight={onSight}
        before={<UnsavedDrafts rows={drafts} untitled={words.untitled} />}
        empty={rows.answer === undefined || total > 0 || drafts.length > 0 ? null : <Nothing kind={kind} why={binned ? 'bin' : isNarrowed ? 'narrowed' : 'none'} none={props.none} onAll={() => change({ words: '', only: {} })} />}
      />
      <BulkBar props={props} selection={selection} binned={binned} />
    </div>
  );
}

function Nothing({ kind, why, none, onAll }: { kind: RecordKind; why: 'bin' | 'narrowed' | 'none'; none: string | undefined; onAll: () => void }) {
  const say = useWords('kit');
  const words = useKindWords(kind);
  if (why === 'bin') return <EmptyState>{say('list.binEmpty')}</EmptyState>;
  if (why === 'none') return <EmptyState act={<NewRecordButton kind={kind} prominent />}>{none ?? words.empty}</EmptyState>;
  return <EmptyState act={<button type="button" className={classes['plainButton']} onClick={onAll}>{say('list.showAll')}</button>}>{say('list.noneFits')}</EmptyState>;
}

import { Button } from '@mantine/core';
import { Route, Switch, useLocation } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { isRecordKind, type RecordKind } from '../../../../core/records/kinds.ts';
import { itemNamesOf } from '../../changes/item-names.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { pathOfRecord, paths } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { Copies } from './copies.tsx';
import { HistoryEntries } from './history-entries.tsx';
import { WhereItWent } from './where-it-went.tsx';

/** Who wrote what, and when. */
export function HistoryRoom() {
  const say = useWords('history');
  return (
    <OnePane label={say('label')}>
      <Switch>
        <Route path="/history/:kind/:record">
          {({ kind, record }) => (isRecordKind(kind) ? <HistoryOf key={record} kind={kind} record={record as RecordId} /> : <EmptyState>{say('gone')}</EmptyState>)}
        </Route>
        <Route>
          <EmptyState>{say('gone')}</EmptyState>
        </Route>
      </Switch>
    </OnePane>
  );
}

function HistoryOf({ kind, record }: { kind: RecordKind; record: RecordId }) {
  const inWords = useValueInWords();
  const say = useWords('history');
  const records = useWords('records');
  const [, go] = useLocation();
  const opened = useEngineQuery(['records', kind, 'open', record], (engine) => engine.notebook.open(kind, record));
  const entries = useEngineQuery(['records', kind, 'history', record], (engine) => engine.notebook.history(record)).data ?? [];
  const view = opened.data?.ok === true ? opened.data.value : null;
  useShownMarking(view?.level);
  if (opened.isPending) return null;
  if (view === null) return <EmptyState act={<Button onClick={() => go(paths.today)}>{say('today')}</Button>}>{say('gone')}</EmptyState>;
  const names = itemNamesOf(entries.flatMap((entry) => entry.fields.map((one) => [one.field, one.after] as const)), (field, value) => inWords(kind, field, value));
  return (
    <>
      <PageHead
        title={say('title', { title: view.title === '' ? records(`kinds.${kind}`) : view.title })}
        facts={
          <>
            <MarkingBadge level={view.level} /> {records(`kinds.${kind}`)} · {say('count', { count: entries.length })}
            {view.incomplete ? ` · ${say('incomplete')}` : ''}
          </>
        }
        acts={<Button onClick={() => go(pathOfRecord(kind, record))}>{say('back')}</Button>}
      />
      <HistoryEntries kind={kind} entries={entries} names={names} />
      <Copies record={record} />
      <WhereItWent record={record} />
    </>
  );
}

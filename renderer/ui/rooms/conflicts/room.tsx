import { Button } from '@mantine/core';
import { Link, Route, Switch, useLocation } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { isRecordKind, type RecordKind } from '../../../../core/records/kinds.ts';
import { itemNamesOf } from '../../changes/item-names.ts';
import { useValueInWords } from '../../changes/value-in-words.ts';
import { useEngineQuery } from '../../engine-client/engine-context.tsx';
import { EmptyState } from '../../kit/empty-state.tsx';
import { MarkingBadge } from '../../kit/marking-badge.tsx';
import { Notice } from '../../kit/notice.tsx';
import { pathOfRecord, paths } from '../../kit/paths.ts';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { useShownMarking } from '../../kit/shown-marking.ts';
import { useWords } from '../../words/words.ts';
import { AllConflicts } from './all-conflicts.tsx';
import { ConflictTable } from './conflict-table.tsx';
import classes from './conflicts.module.css';
import { SettleActs } from './settle-acts.tsx';

/** Two texts side by side, as on a table. Nothing is blocked by leaving them. */
export function ConflictsRoom() {
  const say = useWords('conflicts');
  return (
    <OnePane label={say('label')} wide>
      <Switch>
        <Route path="/conflicts/:kind/:record">
          {({ kind, record }) => (isRecordKind(kind) ? <ConflictsOf key={record} kind={kind} record={record as RecordId} /> : <AllConflicts />)}
        </Route>
        <Route>
          <AllConflicts />
        </Route>
      </Switch>
    </OnePane>
  );
}

function ConflictsOf({ kind, record }: { kind: RecordKind; record: RecordId }) {
  const inWords = useValueInWords();
  const say = useWords('conflicts');
  const records = useWords('records');
  const [, go] = useLocation();
  const opened = useEngineQuery(['records', kind, 'open', record], (engine) => engine.notebook.open(kind, record));
  const entries = useEngineQuery(['records', kind, 'history', record], (engine) => engine.notebook.history(record)).data ?? [];
  const view = opened.data?.ok === true ? opened.data.value : null;
  useShownMarking(view?.level);
  if (opened.isPending) return null;
  if (view === null) return <EmptyState act={<Button onClick={() => go(paths.today)}>{say('today')}</Button>}>{say('gone')}</EmptyState>;
  const names = itemNamesOf(entries.flatMap((entry) => entry.fields.map((one) => [one.field, one.after] as const)), (field, value) => inWords(kind, field, value));
  const language = 'language' in view.value ? view.value.language : undefined;
  const back = () => go(pathOfRecord(kind, record));
  const locked = view.standing !== 'open';
  return (
    <>
      <PageHead
        title={view.title === '' ? records(`kinds.${kind}`) : view.title}
        facts={
          <>
            <MarkingBadge level={view.level} /> {records(`kinds.${kind}`)} · {say('count', { count: view.fieldConflicts.length })}
          </>
        }
        acts={
          <>
            <Button onClick={() => go(paths.history(record, kind))}>{say('history')}</Button>
            <Button onClick={back}>{say('back')}</Button>
          </>
        }
      />
      {view.fieldConflicts.length === 0 ? (
        <EmptyState act={<Button variant="filled" onClick={back}>{say('back')}</Button>}>{say('settled')}</EmptyState>
      ) : (
        <p className={classes['intro']}>{say('intro')}</p>
      )}
      {view.fieldConflicts.length > 1 && !locked ? <SettleActs rows={[{ kind, record }]} fields={view.fieldConflicts.length} /> : null}
      {locked && view.fieldConflicts.length > 0 ? <Notice>{say('locked')}</Notice> : null}
      <p className={classes['intro']}>
        <Link href="/conflicts">{say('all')}</Link>
      </p>
      {view.fieldConflicts.map((conflict) => (
        <ConflictTable key={conflict.field} kind={kind} record={record} conflict={conflict} names={names} language={language} locked={locked} onLater={back} />
      ))}
    </>
  );
}

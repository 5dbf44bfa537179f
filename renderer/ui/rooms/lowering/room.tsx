import { Route, Switch } from 'wouter';
import type { RecordId } from '../../../../core/ids.ts';
import { isRecordKind } from '../../../../core/records/kinds.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { OnePane } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import { LoweringPage } from './lowering-page.tsx';

/** A reviewed copy of a record, at a lower level. */
export function LoweringRoom() {
  const say = useWords('lowering');
  return (
    <OnePane label={say('label')}>
      <Switch>
        <Route path="/lower/:kind/:record">
          {({ kind, record }) => (isRecordKind(kind) ? <LoweringPage key={record} kind={kind} record={record as RecordId} /> : <EmptyState>{say('gone')}</EmptyState>)}
        </Route>
        <Route>
          <EmptyState>{say('gone')}</EmptyState>
        </Route>
      </Switch>
    </OnePane>
  );
}

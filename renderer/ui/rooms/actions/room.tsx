import { Route, Switch } from 'wouter';
import type { DraftId, RecordId } from '../../../../core/ids.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { DetailPage, RoomLayout } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import { ActionPage } from './action-page.tsx';
import { ActionsList } from './actions-list.tsx';

/** Who does what by when, across all meetings and cases. */
export function ActionsRoom() {
  const say = useWords('actions');
  return (
    <RoomLayout
      listLabel={say('listLabel')}
      list={<ActionsList />}
      detailLabel={say('detailLabel')}
      detail={
        <Switch>
          <Route path="/actions/draft/:draft">{({ draft }) => <ActionPage key={draft} address={{ draft: draft as DraftId }} />}</Route>
          <Route path="/actions/:record">{({ record }) => <ActionPage key={record} address={{ record: record as RecordId }} />}</Route>
          <Route>
            <DetailPage>
              <EmptyState>{say('choose')}</EmptyState>
            </DetailPage>
          </Route>
        </Switch>
      }
    />
  );
}

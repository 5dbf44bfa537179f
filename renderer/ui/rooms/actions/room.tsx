import { Route, Switch } from 'wouter';
import { EmptyState } from '../../kit/empty-state.tsx';
import { addressOf, pageKey, recordRoute, type FoundAddress } from '../../kit/page-identity.ts';
import { paths } from '../../kit/paths.ts';
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
          <Route path={recordRoute(paths.actions)}>{(found: FoundAddress) => <ActionPage key={pageKey(addressOf(found))} address={addressOf(found)} />}</Route>
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

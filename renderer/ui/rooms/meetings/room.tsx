import { Route, Switch } from 'wouter';
import { EmptyState } from '../../kit/empty-state.tsx';
import { addressOf, pageKey, recordRoute, type FoundAddress } from '../../kit/page-identity.ts';
import { paths } from '../../kit/paths.ts';
import { useIsTable } from '../../kit/record-list/record-list.tsx';
import { DetailPage, RoomLayout } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import { MeetingPage } from './meeting-page.tsx';
import { MeetingsList } from './meetings-list.tsx';

/** Meetings and their minutes: the list beside the one that is open. */
export function MeetingsRoom() {
  const say = useWords('meetings');
  return (
    <RoomLayout
      wide={useIsTable({ kind: 'meeting' })}
      listLabel={say('listLabel')}
      list={<MeetingsList />}
      detailLabel={say('detailLabel')}
      detail={
        <Switch>
          <Route path={recordRoute(paths.meetings)}>{(found: FoundAddress) => <MeetingPage key={pageKey(addressOf(found))} address={addressOf(found)} />}</Route>
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

import { Route, Switch } from 'wouter';
import type { DraftId, RecordId } from '../../../../core/ids.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { pageKey, type PageAddress } from '../../kit/page-identity.ts';
import { DetailPage, RoomLayout } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import { MeetingPage } from './meeting-page.tsx';
import { MeetingsList } from './meetings-list.tsx';

/** Meetings and their minutes: the list beside the one that is open. */
export function MeetingsRoom() {
  const say = useWords('meetings');
  return (
    <RoomLayout
      listLabel={say('listLabel')}
      list={<MeetingsList />}
      detailLabel={say('detailLabel')}
      detail={
        <Switch>
          {/* One route for both addresses, so that the page outlives the first save. */}
          <Route path={/^\/meetings\/(?:draft\/(?<draft>[^/]+)|(?<record>[^/]+))$/}>{(found: Found) => <Opened found={found} />}</Route>
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

interface Found {
  readonly draft?: string;
  readonly record?: string;
}

function Opened({ found }: { found: Found }) {
  const address: PageAddress = found.draft === undefined ? { record: found.record as RecordId } : { draft: found.draft as DraftId };
  return <MeetingPage key={pageKey(address)} address={address} />;
}

import { Route, Switch } from 'wouter';
import type { DraftId, RecordId } from '../../../../core/ids.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
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
          <Route path="/meetings/draft/:draft">{({ draft }) => <MeetingPage key={draft} address={{ draft: draft as DraftId }} />}</Route>
          <Route path="/meetings/:record">{({ record }) => <MeetingPage key={record} address={{ record: record as RecordId }} />}</Route>
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

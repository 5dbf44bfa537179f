import { Route, Switch } from 'wouter';
import type { DraftId, RecordId } from '../../../../core/ids.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { pageKey, type PageAddress } from '../../kit/page-identity.ts';
import { DetailPage, RoomLayout } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import { NotePage } from './note-page.tsx';
import { NotesList } from './notes-list.tsx';

/** What was seen, heard and said: the list beside the note that is open. */
export function NotesRoom() {
  const say = useWords('notes');
  return (
    <RoomLayout
      listLabel={say('listLabel')}
      list={<NotesList />}
      detailLabel={say('detailLabel')}
      detail={
        <Switch>
          {/* One route for both addresses, so that the page outlives the first save. */}
          <Route path={/^\/notes\/(?:draft\/(?<draft>[^/]+)|(?<record>[^/]+))$/}>{(found: Found) => <Opened found={found} />}</Route>
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
  return <NotePage key={pageKey(address)} address={address} />;
}

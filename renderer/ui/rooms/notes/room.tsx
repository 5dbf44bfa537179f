import { Route, Switch } from 'wouter';
import { EmptyState } from '../../kit/empty-state.tsx';
import { addressOf, pageKey, recordRoute, type FoundAddress } from '../../kit/page-identity.ts';
import { paths } from '../../kit/paths.ts';
import { useIsTable } from '../../kit/record-list/record-list.tsx';
import { DetailPage, RoomLayout } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import { NotePage } from './note-page.tsx';
import { NotesList } from './notes-list.tsx';

/** What was seen, heard and said: the list beside the note that is open. */
export function NotesRoom() {
  const say = useWords('notes');
  return (
    <RoomLayout
      wide={useIsTable({ kind: 'note' })}
      listLabel={say('listLabel')}
      list={<NotesList />}
      detailLabel={say('detailLabel')}
      detail={
        <Switch>
          <Route path={recordRoute(paths.notes)}>{(found: FoundAddress) => <NotePage key={pageKey(addressOf(found))} address={addressOf(found)} />}</Route>
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

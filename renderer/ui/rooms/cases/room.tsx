import { Route, Switch } from 'wouter';
import type { DraftId, RecordId } from '../../../../core/ids.ts';
import { EmptyState } from '../../kit/empty-state.tsx';
import { useIsTable } from '../../kit/record-list/record-list.tsx';
import { DetailPage, RoomLayout } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import { CaseDraftPage, CasePage, caseParts } from './case-page.tsx';
import { CasesList } from './cases-list.tsx';

/** The cross-border investigations that one's groups follow. */
export function CasesRoom() {
  const say = useWords('cases');
  return (
    <RoomLayout
      wide={useIsTable({ kind: 'case' })}
      listLabel={say('listLabel')}
      list={<CasesList />}
      detailLabel={say('detailLabel')}
      detail={
        <Switch>
          <Route path="/cases/draft/:draft">{({ draft }) => <CaseDraftPage key={draft} address={{ draft: draft as DraftId }} onDone={() => undefined} />}</Route>
          <Route path="/cases/:record/:part?">
            {({ record, part }) => <CasePage key={record} record={record as RecordId} part={caseParts.find((one) => one === part) ?? 'overview'} />}
          </Route>
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
